import * as z from 'zod';
import type { Bank } from '#functions/ports/positions.ts';
import { questionSchema } from '#shared/interview/plan.ts';
import { keys } from './keys.ts';
import { bankWrites, operationWrite, written } from './positions.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

const versionSchema = z.object({
  bankId: z.string(),
  version: z.number().int().positive(),
  at: z.string(),
  by: z.string(),
  question: questionSchema.omit({ id: true, bank: true, required: true }),
});

export const dynamoBank = (table: Table): Bank => ({
  all: (company) => list(table, keys.bankQuestion(company, ''), versionSchema),
  newest: (company, bankId) => get(table, keys.bankQuestion(company, bankId), versionSchema),
  versions: (company, bankId) => list(table, keys.bankVersion(company, bankId), versionSchema),
  save: (company, version, operation) =>
    written(table, [...bankWrites(company, version), operationWrite(table, company, operation)]),
});
