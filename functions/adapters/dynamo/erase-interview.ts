import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ErasedInterview } from '#functions/ports/privacy.ts';
import { copyNames } from '#shared/application/copies.ts';
import { addTo, difference } from './counters.ts';
import { eraseFigures } from './erase-figures.ts';
import { copyTomb, unlessRefused } from './erased.ts';
import { type Key, keys } from './keys.ts';
import { progressAdds } from './progress-adds.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transact, transactPatiently } from './transact.ts';
import { wipe } from './wipe.ts';
import { rowSchema, rowsGone } from './workbench-row.ts';

const tries = 8;

/**
 * Everything of one interview, in an order in which nothing is lost that a later step needs. First of all its door is shut:
 * the state goes in the transaction that says it was deleted, so that no commit, and nothing that asks, comes after it.
 */
export async function eraseInterview(
  table: Table,
  company: string,
  cand: string,
  one: ErasedInterview,
): Promise<number> {
  const { interviewId, applicationId, requisitionId, positionId } = one;
  await transactPatiently(table, [
    ...[interviewId, ...copyNames.map((copy) => copyTomb(interviewId, copy))].map((id) => ({
      on: 'erased',
      Put: { Item: keys.erased(company, id) },
    })),
    { on: 'state', Delete: { Key: keys.state(company, interviewId) } },
  ]);
  await freePlaces(table, company, one);
  await keepNumber(table, company, one);
  await takeOffWorkbench(table, company, interviewId);
  await keepRatings(table, company, one);
  await keepLesson(table, company, one);
  await eraseFigures(table, company, one);
  let gone = 0;
  for (const id of one.paraphraseIds) gone += await dropPhrase(table, company, positionId, id);
  for (const questionId of one.questionIds) {
    const { pk } = keys.print(company, positionId, questionId, '', '');
    gone += await wipe(table, { pk, sk: `${interviewId}#` });
  }
  for (const name of ['all', 'drifted']) {
    gone += await wipe(
      table,
      { ...keys.check(company, name, '', ''), sk: '' },
      {
        FilterExpression: '#subject.#interviewId = :itv',
        ExpressionAttributeNames: { '#subject': 'subject', '#interviewId': 'interviewId' },
        values: { ':itv': interviewId },
      },
    );
  }
  gone += await wipe(table, keys.outcomeVersion(company, applicationId, ''));
  await remove(table, keys.outcome(company, applicationId));
  gone += await wipe(table, { ...keys.application(company, applicationId), sk: '' });
  await remove(table, keys.applicant(company, requisitionId, cand));
  gone += await wipe(table, { ...keys.state(company, interviewId), sk: '' });
  return gone;
}

const remove = (table: Table, Key: Key) => table.send(new DeleteCommand({ TableName: table.name, Key }));

async function freePlaces(table: Table, company: string, one: ErasedInterview): Promise<void> {
  const { interviewId, positionId, requisitionId, joined, anon } = one;
  const leave = (Key: Key, holder: string, there: string) =>
    table
      .send(
        new UpdateCommand({
          TableName: table.name,
          Key,
          UpdateExpression: `${there} holders :holder`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':holder': new Set([holder]) },
        }),
      )
      .catch(unlessRefused);
  for (const slot of one.slots) await leave(keys.slot(company, positionId, slot), interviewId, 'DELETE');
  if (joined) await leave(keys.seats(company, requisitionId), anon, 'ADD');
  await leave(keys.seats(company, requisitionId), interviewId, 'DELETE');
}

const contributionSchema = z.looseObject({ version: z.number(), value: z.record(z.string(), z.unknown()) });
const over = ['evaluated', 'incomplete', 'no_show', 'cancelled'];

/** What counts of it stays under a name that is nobody's, so that a recount finds the numbers that there are. */
async function keepNumber(table: Table, company: string, one: ErasedInterview): Promise<void> {
  const { interviewId, requisitionId, anon, joined } = one;
  const Key = keys.contribution(company, requisitionId, interviewId);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const item = await get(table, Key, contributionSchema);
    if (item === undefined) return;
    const { value } = item;
    const status = over.includes(String(value.status)) ? value.status : 'cancelled';
    const filled = joined ? 1 : 0;
    const passed = status === 'evaluated' ? Number(value.passed ?? 0) : 0;
    const kept = { ...value, status, passed, filled, joined: filled, waits: false, told: false };
    const outcome = await transact(table, [
      {
        on: 'kept',
        Put: { Item: { ...item, ...keys.contribution(company, requisitionId, anon), status, value: kept } },
      },
      {
        on: 'own',
        Delete: {
          Key,
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': item.version },
        },
      },
      ...addTo(keys.progress(company, requisitionId), difference(progressAdds(value), progressAdds(kept))),
    ]);
    if (outcome.committed) return;
  }
  throw new Error('a contribution stayed contended');
}

const copySchema = z.object({ version: z.number(), value: rowSchema });

async function takeOffWorkbench(table: Table, company: string, interviewId: string): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const copy = await get(table, keys.workbench(company, interviewId), copySchema);
    if (copy === undefined) return;
    const { committed } = await transact(table, [
      {
        on: 'copy',
        Delete: {
          Key: keys.workbench(company, interviewId),
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': copy.version },
        },
      },
      ...rowsGone(company, copy.value, table.clock.now()),
    ]);
    if (committed) return;
  }
  throw new Error('a row of the workbench stayed contended');
}

const anyItem = z.looseObject({ pk: z.string(), sk: z.string() });

/** How far people and scorer agree is known of many answers: of this one it stays, and is nobody's. */
async function keepRatings(table: Table, company: string, { positionId, interviewId, anon }: ErasedInterview) {
  const { pk } = keys.rating(company, positionId, '', '', '');
  const ratings = await list(table, { pk, sk: `${interviewId}#` }, anyItem);
  for (const rating of ratings) {
    const sk = rating.sk.replace(interviewId, anon);
    await transactPatiently(table, [
      { on: 'kept', Put: { Item: { ...rating, sk, interviewId: anon } } },
      { on: 'own', Delete: { Key: { pk, sk: rating.sk } } },
    ]);
  }
}

async function keepLesson(table: Table, company: string, { requisitionId, interviewId, anon }: ErasedInterview) {
  const Key = keys.lesson(company, requisitionId, interviewId);
  const lesson = await get(table, Key, anyItem);
  if (lesson === undefined) return;
  const nobody = { interviewId: anon, applicationId: anon, candidateId: anon };
  await transactPatiently(table, [
    { on: 'kept', Put: { Item: { ...lesson, ...keys.lesson(company, requisitionId, anon), ...nobody } } },
    { on: 'own', Delete: { Key } },
  ]);
}

/** The list moves on: a judgement that is made with it names its version. */
async function dropPhrase(table: Table, company: string, pos: string, paraphraseId: string): Promise<number> {
  const { committed } = await transactPatiently(table, [
    {
      on: 'phrase',
      Delete: { Key: keys.paraphrase(company, pos, paraphraseId), ConditionExpression: 'attribute_exists(pk)' },
    },
    ...addTo(keys.paraphrases(company, pos), [['version', 1]]),
  ]);
  return committed ? 1 : 0;
}
