import * as z from 'zod';
import type { Change } from '#functions/ports.ts';
import { seatChange } from '#shared/organisation/seats.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';
import type { Write } from './transact.ts';

const vacanciesSchema = z.object({ vacancies: z.number() });

/** The vacancies of a requisition; 0 where there is none of that id. */
export const vacanciesOf = async (table: Table, company: string, req: string): Promise<number> =>
  (await get(table, keys.requisition(company, req), vacanciesSchema))?.vacancies ?? 0;

/**
 * Who holds a seat stands in one item of the requisition and changes in the transaction of the step that takes or frees
 * it, on the condition that there is one: two offers for one vacancy cannot be written, whatever is repeated.
 */
export async function seatWrites(table: Table, { company, before, after }: Change): Promise<Write[]> {
  const step = seatChange(before, after);
  if (step === null) return [];
  const Key = keys.seats(company, after.requisitionId);
  const holder = new Set([after.interviewId]);
  if (step === 'free') {
    const write = { Key, UpdateExpression: 'DELETE holders :holder', ExpressionAttributeValues: { ':holder': holder } };
    return [{ on: 'seat:free', Update: write }];
  }
  const vacancies = await vacanciesOf(table, company, after.requisitionId);
  const taken: Write = {
    on: 'seat',
    Update: {
      Key,
      UpdateExpression: 'ADD holders :holder',
      ConditionExpression: ':vacancies > :none AND (attribute_not_exists(holders) OR size(holders) < :vacancies)',
      ExpressionAttributeValues: { ':holder': holder, ':vacancies': vacancies, ':none': 0 },
    },
  };
  if (vacancies === 0) return [taken];
  // Somebody may edit the requisition meanwhile: then it is decided again, on what it says by then.
  const stands: Write = {
    on: 'vacancies',
    ConditionCheck: {
      Key: keys.requisition(company, after.requisitionId),
      ConditionExpression: 'vacancies = :vacancies',
      ExpressionAttributeValues: { ':vacancies': vacancies },
    },
  };
  return [taken, stands];
}
