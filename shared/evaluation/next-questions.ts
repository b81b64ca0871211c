import type { JudgedItem } from './judge-answer.ts';
import type { Judgement, ScorerInput } from './scorer.ts';

const most = 5;

/** What to ask next time: points nobody heard, the heaviest first (the weight of its dimensions, shared by the question's points). */
export function nextQuestions(input: ScorerInput, items: JudgedItem[]): NonNullable<Judgement['nextQuestions']> {
  const weightOf = (names: string[]) =>
    input.competencies.filter(({ name }) => names.includes(name)).reduce((sum, { weight }) => sum + weight, 0);
  return items
    .flatMap(({ questionId, missing }) => {
      const question = input.items.find((one) => one.question.id === questionId)?.question;
      const weight = question ? weightOf(question.competencies) / Math.max(1, question.keyPoints.length) : 0;
      return missing.map((keyPoint) => ({ questionId, keyPoint, weight }));
    })
    .sort((a, b) => b.weight - a.weight || (a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : 0))
    .slice(0, most)
    .map(({ questionId, keyPoint }) => ({ questionId, keyPoint }));
}
