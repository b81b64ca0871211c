import * as z from 'zod';
import type { SourceProblem, SourceRow } from '#functions/ports/outcomes.ts';
import { instant } from '#shared/contract/operation.ts';
import { whoOf } from '#shared/intake/who.ts';
import { outcomeSchema } from '#shared/learning/outcome.ts';

/** A phone may come as a number. Nothing is said where a field is null, or left out. */
const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((text) => String(text ?? ''));
const rowSchema = z.object({
  applicationId: word,
  phone: word,
  ...outcomeSchema.pick({ retention: true, leftOn: true, probation: true, performance: true }).partial().shape,
  changedAt: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at).toISOString())
    .pipe(instant),
});

const problems = new Map<PropertyKey | undefined, SourceProblem>([
  ['applicationId', 'who_missing'],
  ['phone', 'phone_invalid'],
  ['retention', 'retention_unknown'],
  ['leftOn', 'day_invalid'],
  ['probation', 'probation_unknown'],
  ['performance', 'performance_invalid'],
  ['changedAt', 'changed_invalid'],
]);

/** One row of a connected system as the rows of tables are read, or what is wrong with it. */
export function readRow(given: unknown, row: number): SourceRow | { row: number; problem: SourceProblem } {
  const parsed = rowSchema.safeParse(given);
  if (!parsed.success) return { row, problem: problems.get(parsed.error.issues[0]?.path[0]) ?? 'unreadable' };
  const { applicationId, phone, changedAt: saidAt, ...rest } = parsed.data;
  let wrong: SourceProblem = 'who_missing';
  const who = whoOf({ applicationId, phone }, (_, problem) => {
    wrong = problem;
  });
  if (who === undefined) return { row, problem: wrong };
  const { leftOn = null, probation = null, performance = null } = rest;
  // A day of leaving says that somebody left.
  const retention = rest.retention ?? (leftOn === null ? null : 'left');
  if (retention === null && probation === null && performance === null) return { row, problem: 'nothing_said' };
  return { row, who, retention, leftOn: retention === 'left' ? leftOn : null, probation, performance, saidAt };
}
