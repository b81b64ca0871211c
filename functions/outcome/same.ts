import type { Outcome } from '#shared/contract/learning.ts';

export const saysTheSame = (a: Outcome, b: Outcome): boolean =>
  a.retention === b.retention &&
  a.leftOn === b.leftOn &&
  a.probation === b.probation &&
  a.performance === b.performance;
