import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

/**
 * Part of a transaction that may only hold while this person, or this interview, has not been deleted. Whatever brings an
 * item of theirs into being asks here; what only changes one needs nothing more than that the item is there.
 */
export const notErased = (company: string, id: string): Write => ({
  on: 'erased',
  ConditionCheck: { Key: keys.erased(company, id), ConditionExpression: 'attribute_not_exists(pk)' },
});

/** Each copy asks at a place of its own: they are written side by side, and checks of one item stand in each other's way. */
export const copyTomb = (interviewId: string, copy: string): string => `${interviewId}.${copy}`;

/** One item of somebody's, unless they were deleted. False where its own condition failed, or they were. */
export async function putUnlessErased(
  table: Table,
  { company, of }: { company: string; of: string },
  put: Extract<Write, { Put: unknown }>['Put'],
): Promise<boolean> {
  return (await transactPatiently(table, [notErased(company, of), { on: 'item', Put: put }])).committed;
}

/** A condition that did not hold is an outcome; everything else goes on. */
export function unlessRefused(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}
