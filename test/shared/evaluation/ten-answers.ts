import { judgeByRubric } from '#shared/evaluation/rubric-scorer.ts';
import type { ScorerInput } from '#shared/evaluation/scorer.ts';
import { developmentSet } from './set/index.ts';

const answers = developmentSet.flatMap(({ questions, answers: all }) =>
  all.flatMap(([question, level, , text]) => {
    const asked = questions[question];
    return asked && level >= 3 ? [{ asked, text }] : [];
  }),
);

/** Ten ordinary answers to ten questions, as one interview has them. */
export const tenAnswers: ScorerInput = {
  competencies: [{ name: '综合', weight: 1, description: '' }],
  items: answers
    .filter((_, at) => at % Math.floor(answers.length / 10) === 0)
    .slice(0, 10)
    .map(({ asked, text }, at) => ({
      question: { ...asked, id: `q${at + 1}`, competencies: ['综合'] },
      answer: { text },
    })),
};

/** Judges them once; milliseconds it took. For the bench: the first call also builds the lexicon. */
export function scoreTen(): number {
  const started = performance.now();
  judgeByRubric(tenAnswers);
  return performance.now() - started;
}
