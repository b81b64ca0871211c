import type { Paraphrases } from '#functions/ports/evaluation.ts';
import { evidenceOnly } from '#shared/evaluation/evidence-only.ts';
import type { Flag, ReportItem } from '#shared/evaluation/report.ts';
import type { Judgement, JudgeOptions, Scorer, ScorerInput } from '#shared/evaluation/scorer.ts';
import type { Plan } from '#shared/interview/plan.ts';
import type { Terms } from '#shared/interview/state.ts';
import { answerFlags } from './answer-flags.ts';
import type { Answer } from './answers.ts';

export type Scorers = {
  scorer: Scorer;
  /** Needs nobody: what it finds is the evidence where the other one fails. */
  embedded: Scorer;
};
type Accepted = Awaited<ReturnType<Paraphrases['ofPosition']>>['paraphrases'];
export type Judged = { input: ScorerInput; judgement: Judgement; fault: unknown };

/** What a scorer is given: the answers it may judge. One whose words nobody vouches for is not among them. */
function scorerInput(plan: Plan, answers: Answer[], accepted: Accepted): ScorerInput {
  return {
    competencies: plan.competencies,
    items: answers.map(({ question, text, asked }) => {
      const { id, prompt, kind, keyPoints, competencies, briefing } = question;
      const paraphrases = accepted
        .filter((one) => one.questionId === id && one.withdrawnAt === null && keyPoints.includes(one.keyPoint))
        .map(({ keyPoint, phrase }) => ({ keyPoint, phrase }));
      return {
        question: { id, prompt, kind, keyPoints, competencies, briefing, asked, paraphrases },
        answer: { text },
      };
    }),
  };
}

/** The judgement of all counted answers, with what the server knows of them; evidence without numbers where the scorer fails. */
export async function judgeInterview(
  { scorer, embedded }: Scorers,
  given: { plan: Plan; answers: Answer[]; accepted: Accepted; terms: Terms },
  options: JudgeOptions,
): Promise<Judged> {
  const { plan, answers, accepted, terms } = given;
  const known = new Map(answers.map((answer) => [answer.question.id, answerFlags(answer, terms)]));
  const heard = answers.filter(({ question }) => known.get(question.id)?.abstain === false);
  const input = scorerInput(plan, heard, accepted);
  let fault: unknown;
  const judgement = await scorer.judge(input, options).catch(async (error: unknown) => {
    fault = error;
    return evidenceOnly(await embedded.judge(input));
  });
  const items = answers.map(({ question }): ReportItem => {
    const flags = known.get(question.id)?.flags ?? [];
    const item = judgement.items.find(({ questionId }) => questionId === question.id);
    return withFlags(item ?? { questionId: question.id, score: null, evidence: [], missing: [], flags: [] }, flags);
  });
  return { input, judgement: { ...judgement, items }, fault };
}

export const withFlags = (item: ReportItem, flags: Flag[]): ReportItem => ({
  ...item,
  flags: [...new Set([...item.flags, ...flags])].sort(),
});
