import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { nameParts } from '#shared/application/name-parts.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';
import type { Write } from './transact.ts';

/** By every part of the name. What deletes a person deletes these: they follow from the name and the interview. */
export const nameWrites = (company: string, interviewId: string, name: string): Write[] =>
  nameParts(name).map((part) => ({ on: 'name', Put: { Item: nameItem(company, part, interviewId) } }));

const nameItem = (company: string, part: string, interviewId: string) => ({
  ...keys.nameOf(company, part, interviewId),
  interviewId,
});

const ownSchema = z.object({ interviewId: z.string() });

async function interviewsOf(table: Table, company: string, candidateId: string): Promise<string[]> {
  const own = await list(table, keys.candidateInterview(company, candidateId, ''), ownSchema);
  return own.map(({ interviewId }) => interviewId);
}

/** Adds a person's interviews under the parts of a name. Done again it changes nothing. */
export async function putNames(table: Table, company: string, candidateId: string, name: string): Promise<void> {
  for (const interviewId of await interviewsOf(table, company, candidateId)) {
    for (const part of nameParts(name)) {
      await table.send(new PutCommand({ TableName: table.name, Item: nameItem(company, part, interviewId) }));
    }
  }
}

/** Takes a person's interviews from under the parts of a name, but those that `kept` has as well. */
export async function dropNames(
  table: Table,
  company: string,
  candidateId: string,
  { name, kept }: { name: string; kept: string },
): Promise<void> {
  const stay = new Set(nameParts(kept));
  const gone = nameParts(name).filter((part) => !stay.has(part));
  for (const interviewId of await interviewsOf(table, company, candidateId)) {
    for (const part of gone) {
      const Key = keys.nameOf(company, part, interviewId);
      await table.send(new DeleteCommand({ TableName: table.name, Key }));
    }
  }
}
