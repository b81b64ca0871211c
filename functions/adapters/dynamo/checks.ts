import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CheckRecord, Checks, CounterName, Counters, Roster, Tally } from '#functions/ports/sync.ts';
import { copyNames } from '#shared/application/copies.ts';
import { lists } from '#shared/application/workbench-places.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { limits } from '#shared/limits.ts';
import { addTo } from './counters.ts';
import { figuresCounted, figuresSaid, setFigures } from './figures-recount.ts';
import { type Key, keys } from './keys.ts';
import { progressAdds, progressFields } from './progress-adds.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const daySeconds = 86_400;

export const checkRecordSchema = z.object({
  at: z.string(),
  cause: z.enum(['end', 'daily', 'asked']),
  by: z.string(),
  subject: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('interview'),
      interviewId: z.string(),
      applicationId: z.string(),
      candidateId: z.string(),
      requisitionId: z.string(),
    }),
    z.object({ kind: z.literal('progress'), requisitionId: z.string() }),
    z.object({ kind: z.literal('counts') }),
    z.object({ kind: z.literal('figures'), positionId: z.string().nullable() }),
  ]),
  differences: z.array(
    z.object({
      what: z.enum([...copyNames, 'progress', 'counts', 'figures']),
      healed: z.boolean(),
      fields: z.array(z.object({ name: z.string(), was: z.string().nullable(), is: z.string().nullable() })),
    }),
  ),
});
const daySchema = z.object({
  date: z.string(),
  checked: z.number().default(0),
  drifted: z.number().default(0),
  healed: z.number().default(0),
});

const nameOf = (subject: CheckRecord['subject'] | CounterName): string => {
  switch (subject.kind) {
    case 'interview':
      return subject.interviewId;
    case 'progress':
      return subject.requisitionId;
    case 'counts':
      return 'counts';
    case 'figures':
      return `figures.${subject.positionId ?? 'company'}`;
  }
};

export const dynamoChecks = (table: Table): Checks => ({
  async note(company, record, date) {
    const expires = Math.floor(table.clock.now().getTime() / 1000) + limits.checksKeptDays * daySeconds;
    const drifted = record.differences.length > 0;
    const healed = drifted && record.differences.every((one) => one.healed);
    const lists = drifted ? (['all', 'drifted'] as const) : (['all'] as const);
    const writes = lists.map(
      (name): Write => ({
        on: name,
        Put: {
          Item: {
            ...keys.check(company, name, record.at, `${nameOf(record.subject)}#${record.cause}`),
            ...record,
            expires,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }),
    );
    const [day] = addTo(keys.checkDay(company, date), [
      ['checked', 1],
      ['drifted', drifted ? 1 : 0],
      ['healed', healed ? 1 : 0],
    ]);
    if (day === undefined || !('Update' in day)) return;
    const { Update } = day;
    const dated: Write = {
      on: 'day',
      Update: {
        ...Update,
        UpdateExpression: `${Update?.UpdateExpression} SET #date = :date, #expires = :expires`,
        ExpressionAttributeNames: { ...Update?.ExpressionAttributeNames, '#date': 'date', '#expires': 'expires' },
        ExpressionAttributeValues: { ...Update?.ExpressionAttributeValues, ':date': date, ':expires': expires },
      },
    };
    await transactPatiently(table, [...writes, dated]);
  },
  async page(company, { drifted, limit, cursor }) {
    const { pk } = keys.check(company, drifted ? 'drifted' : 'all', '', '');
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit: limit,
        ...(cursor === undefined ? {} : { ExclusiveStartKey: { pk, sk: cursor } }),
      }),
    );
    const last = page.LastEvaluatedKey?.sk;
    return {
      checks: (page.Items ?? []).map((item) => checkRecordSchema.parse(item)),
      cursor: typeof last === 'string' ? last : null,
    };
  },
  days: (company, limit) => list(table, keys.checkDay(company, ''), daySchema, { backwards: true, limit }),
});

type OneItem = Exclude<CounterName, { kind: 'figures' }>;
const keyOf = (company: string, name: OneItem): Key =>
  name.kind === 'progress' ? keys.progress(company, name.requisitionId) : keys.counts(company);

export const dynamoCounters = (table: Table): Counters => ({
  async read(company, name, fields) {
    if (name.kind === 'figures') return figuresSaid(table, company, name.positionId);
    const item = await get(table, keyOf(company, name), z.record(z.string(), z.unknown()));
    return Object.fromEntries(fields.map((field) => [field, Number(item?.[field] ?? 0)]));
  },
  async set(company, name, was, is) {
    if (name.kind === 'figures') return setFigures(table, company, name.positionId, was, is);
    const fields = Object.keys(is);
    const stands = (field: string, i: number) =>
      was[field] === 0 || was[field] === undefined
        ? `(attribute_not_exists(#n${i}) OR #n${i} = :w${i})`
        : `#n${i} = :w${i}`;
    try {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keyOf(company, name),
          UpdateExpression: `SET ${fields.map((_, i) => `#n${i} = :i${i}`).join(', ')}${name.kind === 'counts' ? ' ADD #version :one' : ''}`,
          ConditionExpression: fields.map(stands).join(' AND '),
          ExpressionAttributeNames: {
            ...Object.fromEntries(fields.map((field, i) => [`#n${i}`, field])),
            ...(name.kind === 'counts' && { '#version': 'version' }),
          },
          ExpressionAttributeValues: {
            ...Object.fromEntries(
              fields.flatMap((field, i) => [
                [`:w${i}`, was[field] ?? 0],
                [`:i${i}`, is[field] ?? 0],
              ]),
            ),
            ...(name.kind === 'counts' && { ':one': 1 }),
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
  async recount(company, name) {
    if (name.kind === 'figures') return figuresCounted(table, company, name.positionId);
    return name.kind === 'progress' ? progressOf(table, company, name.requisitionId) : countsOf(table, company);
  },
  async claim(company, name, date) {
    const Key = keys.recounted(company, nameOf(name));
    const { Item } = await table.send(new GetCommand({ TableName: table.name, Key }));
    if (Item?.date === date) return false;
    try {
      const later = 'attribute_not_exists(pk) OR #date < :date';
      await table.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...Key, date },
          ConditionExpression: later,
          ExpressionAttributeNames: { '#date': 'date' },
          ExpressionAttributeValues: { ':date': date },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});

async function progressOf(table: Table, company: string, requisitionId: string): Promise<Tally> {
  const contributions = await list(
    table,
    keys.contribution(company, requisitionId, ''),
    z.object({ value: z.record(z.string(), z.unknown()) }),
  );
  const sum: Tally = Object.fromEntries(progressFields.map((field) => [field, 0]));
  for (const { value } of contributions) {
    for (const [field, by] of Object.entries(progressAdds(value))) sum[field] = (sum[field] ?? 0) + by;
  }
  return sum;
}

/** How many rows each counted list of the workbench has; nothing but the number is sent back. */
async function countsOf(table: Table, company: string): Promise<Tally> {
  const counted = [...interviewStatuses.map((status) => lists.status(status)), lists.trouble];
  const sizes = await Promise.all(counted.map((name) => sizeOf(table, keys.workbenchRow(company, name, '', '').pk)));
  return Object.fromEntries(counted.map((name, i) => [name, sizes[i] ?? 0]));
}

async function sizeOf(table: Table, pk: string): Promise<number> {
  let size = 0;
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        Select: 'COUNT',
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    size += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return size;
}

const applicantSchema = z.object({ applicationId: z.string(), interviewId: z.string().optional() });

export const dynamoRoster = (table: Table): Roster => ({
  async page(company, requisitionId, { limit, cursor }) {
    const { pk, sk: prefix } = keys.applicant(company, requisitionId, '');
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        Limit: limit,
        ...(cursor === undefined ? {} : { ExclusiveStartKey: { pk, sk: cursor } }),
      }),
    );
    const last = page.LastEvaluatedKey?.sk;
    const interviewIds = await Promise.all(
      (page.Items ?? []).map(async (item) => {
        const { applicationId, interviewId } = applicantSchema.parse(item);
        if (interviewId !== undefined) return [interviewId];
        // Written before the applicant named the interview.
        const copySchema = z.object({ value: z.object({ interviewId: z.string() }) });
        const copy = await get(table, keys.application(company, applicationId), copySchema);
        return copy === undefined ? [] : [copy.value.interviewId];
      }),
    );
    return { interviewIds: interviewIds.flat(), cursor: typeof last === 'string' ? last : null };
  },
});
