import { followUp } from '../copy/zh/follow-up.ts';
import type { Question } from '../interview/plan.ts';
import { limits } from '../limits.ts';
import { judgeByRubric } from './rubric-scorer.ts';

/** An answer that shows less than this share of the key points is vague. */
const clearShare = 0.5;

/**
 * What the interviewer asks after this answer: the plan's own question for a key point that is missing, or a neutral one;
 * null when the answer is clear or enough was asked. Deterministic, so that asking twice asks the same.
 */
export function nextAsk(question: Question, text: string, asked: string[]): string | null {
  if (asked.length >= limits.followUps[question.kind]) return null;
  const { items } = judgeByRubric({
    competencies: [],
    items: [{ question: { ...question, competencies: [], asked }, answer: { text } }],
  }).judgement;
  const missing = items[0]?.missing ?? question.keyPoints;
  if (missing.length < question.keyPoints.length * clearShare) return null;
  const planned = (question.followUps ?? []).find(
    ({ keyPoint, ask }) => missing.includes(keyPoint) && !asked.includes(ask),
  );
  if (planned !== undefined) return planned.ask;
  if (question.kind === 'skill') return null;
  const neutral = question.kind === 'scenario' ? [followUp.scene, followUp.more] : [followUp.more, followUp.result];
  return neutral.find((ask) => !asked.includes(ask)) ?? null;
}
