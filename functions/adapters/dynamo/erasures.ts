import { createHash } from 'node:crypto';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  type Eraser,
  type Erasure,
  type Erasures,
  erasedKinds,
  type Holds,
  type PrivacyDue,
  type PrivacyDues,
  type PrivacySettingsStore,
} from '#functions/ports/privacy.ts';
import { defaultPrivacy, privacySettingsSchema } from '#shared/privacy/settings.ts';
import { eraseInterview } from './erase-interview.ts';
import { countsOf, linksOf } from './erase-links.ts';
import { erasePerson } from './erase-person.ts';
import { notErased, unlessRefused } from './erased.ts';
import { dueIndex, type Key, keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';
import { keysOf } from './wipe.ts';

/** A shard of its own in the index of what is due. */
const shard = 'privacy';

const linksSchema = z.object({
  interviews: z.array(
    z.object({
      interviewId: z.string(),
      applicationId: z.string(),
      requisitionId: z.string(),
      positionId: z.string(),
      questionIds: z.array(z.string()),
      slots: z.array(z.string()),
      paraphraseIds: z.array(z.string()),
      joined: z.boolean(),
      anon: z.string(),
    }),
  ),
  requisitionIds: z.array(z.string()),
  fileIds: z.array(z.string()),
});
const erasureSchema = z.object({
  erasureId: z.string(),
  candidateId: z.string(),
  because: z.enum(['asked', 'retention']),
  state: z.enum(['asked', 'running', 'settling', 'done', 'withdrawn']),
  askedAt: z.string(),
  by: z.string().nullable(),
  dueAt: z.string().nullable().default(null),
  begunAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  counts: z.record(z.enum(erasedKinds), z.number()).nullable(),
  links: linksSchema.nullable(),
  hash: z.string().nullable(),
});
const pointerSchema = z.object({ erasureId: z.string(), code: z.string().nullable() });
const whoseSchema = z.object({ company: z.string(), erasureId: z.string() });
const holdSchema = z.object({ candidateId: z.string(), reason: z.string(), by: z.string(), at: z.string() });

const hashed = (code: string): string => createHash('sha256').update(code).digest('base64url');

export const dynamoErasures = (table: Table): Erasures => ({
  get: (company, ers) => get(table, keys.erasure(company, ers), erasureSchema),
  async page(company, { limit, cursor }) {
    const { pk } = keys.erasure(company, '');
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit,
        ...(cursor !== undefined && { ExclusiveStartKey: { pk, sk: cursor } }),
      }),
    );
    const last = page.LastEvaluatedKey?.sk;
    return {
      erasures: (page.Items ?? []).map((item) => erasureSchema.parse(item)),
      cursor: typeof last === 'string' ? last : null,
    };
  },
  ofCandidate: (company, cand) => get(table, keys.erasureOf(company, cand), pointerSchema),
  byCode: (code) => get(table, keys.certificate(hashed(code)), whoseSchema),
  async ask(company, erasure, code) {
    const { erasureId, candidateId } = erasure;
    const pointer = { erasureId, code };
    const outcome = await transactPatiently(table, [
      {
        on: 'pointer',
        Put: {
          Item: { ...keys.erasureOf(company, candidateId), ...pointer },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      notErased(company, candidateId),
      { on: 'erasure', Put: { Item: itemOf(company, erasure) } },
      ...(code === null
        ? []
        : [{ on: 'code', Put: { Item: { ...keys.certificate(hashed(code)), company, erasureId } } }]),
    ]);
    if (outcome.committed) return pointer;
    return get(table, keys.erasureOf(company, candidateId), pointerSchema);
  },
  async move(company, from, erasure) {
    return (await transactPatiently(table, [moved(company, from, erasure)])).committed;
  },
  async takeBack(company, erasure) {
    const outcome = await transactPatiently(table, [
      moved(company, 'asked', { ...erasure, state: 'withdrawn', dueAt: null }),
      { on: 'pointer', Delete: { Key: keys.erasureOf(company, erasure.candidateId) } },
    ]);
    return outcome.committed;
  },
  async begin(company, erasure) {
    const { candidateId, erasureId } = erasure;
    const outcome = await transactPatiently(table, [
      {
        on: 'held',
        ConditionCheck: { Key: keys.hold(company, candidateId), ConditionExpression: 'attribute_not_exists(pk)' },
      },
      { on: 'erased', Put: { Item: { ...keys.erased(company, candidateId), erasureId } } },
      moved(company, 'asked', erasure),
    ]);
    if (outcome.committed) return 'begun';
    return outcome.failed.includes('held') ? 'held' : 'changed';
  },
});

function itemOf(company: string, { dueAt, ...erasure }: Erasure) {
  const due = dueAt === null ? {} : { dueShard: shard, dueAt, kind: 'erase' };
  return { ...keys.erasure(company, erasure.erasureId), ...erasure, company, ...due };
}

const moved = (company: string, from: Erasure['state'], erasure: Erasure): Write => ({
  on: 'erasure',
  Put: {
    Item: itemOf(company, erasure),
    ConditionExpression: '#state = :from',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':from': from },
  },
});

export const dynamoEraser = (table: Table): Eraser => ({
  links: (company, cand, anon) => linksOf(table, company, cand, anon),
  counts: (company, cand, links) => countsOf(table, company, cand, links),
  interview: (company, cand, interview) => eraseInterview(table, company, cand, interview),
  person: (company, cand, links) => erasePerson(table, company, cand, links),
  async hasMedia(company, itv) {
    const clips = await list(table, keys.clip(company, itv, ''), clipSchema);
    return clips.some(({ assembled }) => (assembled?.bytes ?? 0) > 0);
  },
  async mediaGone(company, itv) {
    for (const Key of await keysOf(table, keys.clip(company, itv, ''))) {
      const write = {
        TableName: table.name,
        Key,
        UpdateExpression: 'SET assembled = :none',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':none': { bytes: 0, missing: [] } },
      };
      await table.send(new UpdateCommand(write)).catch(unlessRefused);
    }
  },
});

export const dynamoHolds = (table: Table): Holds => ({
  all: (company) => list(table, keys.hold(company, ''), holdSchema),
  of: (company, cand) => get(table, keys.hold(company, cand), holdSchema),
  async put(company, hold) {
    const outcome = await transactPatiently(table, [
      notErased(company, hold.candidateId),
      { on: 'hold', Put: { Item: { ...keys.hold(company, hold.candidateId), ...hold } } },
    ]);
    return outcome.committed;
  },
  async lift(company, cand) {
    await transactPatiently(table, [{ on: 'hold', Delete: { Key: keys.hold(company, cand) } }]);
  },
});

const clipSchema = z.object({ assembled: z.object({ bytes: z.number() }).nullable() });
const dueSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  company: z.string(),
  kind: z.enum(['erase', 'retention']),
  dueAt: z.string(),
});

const keyOf = (due: PrivacyDue): Key =>
  due.kind === 'erase' ? keys.erasure(due.company, due.erasureId) : keys.retention(due.company, due.candidateId);

export const dynamoPrivacyDues = (table: Table): PrivacyDues => ({
  async before(now, limit) {
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: dueIndex.name,
        KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
        ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
        Limit: limit,
      }),
    );
    return (page.Items ?? []).map((item): PrivacyDue => {
      const { pk, sk, company, kind, dueAt: at } = dueSchema.parse(item);
      return kind === 'erase'
        ? { company, at, kind, erasureId: sk }
        : { company, at, kind, candidateId: pk.split('#').at(-1) ?? '' };
    });
  },
  async settle(due, to) {
    const write = {
      TableName: table.name,
      Key: keyOf(due),
      UpdateExpression: to === null ? 'REMOVE dueShard, dueAt' : 'SET dueAt = :to',
      ConditionExpression: 'dueAt = :read',
      ExpressionAttributeValues: { ':read': due.at, ...(to !== null && { ':to': to }) },
    };
    await table.send(new UpdateCommand(write)).catch(unlessRefused);
  },
  async knownSince(company, cand) {
    return (await get(table, keys.retention(company, cand), z.object({ knownSince: z.string() })))?.knownSince;
  },
});

export const dynamoPrivacySettings = (table: Table): PrivacySettingsStore => ({
  async get(company) {
    const stored = await get(table, keys.privacy(company), privacySettingsSchema.partial());
    return privacySettingsSchema.parse({ ...defaultPrivacy, ...stored });
  },
  async put(company, settings) {
    await table.send(new PutCommand({ TableName: table.name, Item: { ...keys.privacy(company), ...settings } }));
  },
});
