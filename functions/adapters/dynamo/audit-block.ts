import * as z from 'zod';
import type { AuditBlock, AuditRecord } from '#functions/ports/audit.ts';
import { type OperationId, routes } from '#shared/contract/routes.ts';

/** An operation of a time before, or after, is shown as it was written. */
const operation = z.custom<OperationId>((value) => typeof value === 'string' && (value in routes || value.length < 60));
export const recordSchema: z.ZodType<AuditRecord> = z.object({
  id: z.string(),
  at: z.string(),
  operation,
  does: z.enum(['reads', 'writes']),
  role: z.string(),
  by: z.string(),
  outcome: z.string(),
  candidates: z.array(z.string()),
  interviews: z.array(z.string()),
});
export const blockSchema: z.ZodType<AuditBlock> = z.object({
  n: z.number(),
  day: z.string(),
  at: z.string(),
  records: z.array(recordSchema),
  prev: z.string(),
  hash: z.string(),
});
