import { evaluationWords } from '../words.ts';
import type { Reason } from './quoted.ts';

export type Why = Pick<Reason, 'kind' | 'keyPoint' | 'points' | 'worth'>;

/** Why a dimension has its score, in the report's own words: 「『追问预算』得分 8/10」「未提到『预算』，扣减 8 分」. */
export function reasonText({ kind, keyPoint, points = 0, worth }: Why): string {
  const { reason } = evaluationWords;
  if (kind === 'shown') return worth === undefined ? keyPoint : reason.rated({ keyPoint, worth });
  const what = kind === 'missing' ? reason.missing({ keyPoint }) : keyPoint;
  return Math.round(Math.abs(points)) === 0 ? what : reason.deducted({ keyPoint: what, points });
}

/** For a screen: a number stays on the line of its unit. */
export const unbroken = (text: string): string => text.replace(/(\d) /g, '$1\u00a0').replace(/ (\d)/g, '\u00a0$1');
