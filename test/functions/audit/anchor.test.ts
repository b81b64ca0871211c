import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoAudit } from '#functions/adapters/dynamo/audit.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { s3Anchors } from '#functions/adapters/s3/anchors.ts';
import { anchor } from '#functions/audit/anchor.ts';
import { hashOf, noHash, sealing } from '#functions/audit/block-hash.ts';
import { chainDue } from '#functions/audit/chain-due.ts';
import { verify, type Walk } from '#functions/audit/verify.ts';
import type { Anchor, AuditBlock, AuditRecord } from '#functions/ports/audit.ts';
import { type InterviewStore, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { type S3Server, startS3 } from '#test/world/s3/server.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
const region = 'us-east-1';
const bucket = 'anchors';
let store: InterviewStore;
let s3: S3Server;
let dir: string;
beforeAll(async () => {
  store = await startInterviewStore();
  dir = await mkdtemp(path.join(tmpdir(), 'mianliao-anchors-'));
  s3 = await startS3({
    dir,
    clock: store.clock,
    buckets: [{ name: bucket, locked: true }],
    credentials: [credentials],
  });
});
afterAll(async () => {
  await s3.stop();
  await rm(dir, { recursive: true, force: true });
  await store.stop();
});

const anchorsOf = () => s3Anchors({ region, bucket, endpoint: s3.endpoint, credentials });
const recordOf = (n: number): AuditRecord => ({
  id: `r${String(n).padStart(4, '0')}`,
  at: new Date(store.clock.now().getTime() + n).toISOString(),
  operation: 'candidate.get',
  does: 'reads',
  role: 'recruiter',
  by: 'usr_a',
  outcome: 'ok',
  candidates: ['cand_0001'],
  interviews: [],
});
/** The same blocks with other records from the `at`th on, every hash made anew: whole in itself. */
function remade(blocks: AuditBlock[], at: number, by: string): AuditBlock[] {
  const chain: AuditBlock[] = [];
  for (const block of blocks) {
    const records = block.n < at ? block.records : block.records.map((one) => ({ ...one, by }));
    const unsealed = { ...block, records, prev: chain.at(-1)?.hash ?? noHash };
    chain.push({ ...unsealed, hash: hashOf(unsealed) });
  }
  return chain;
}

it('a chain that was made anew as a whole is found out by what was noted of it outside, day by day', async () => {
  const company = 'co_anchored';
  const audit = dynamoAudit(store.table, sealing);
  const failed: unknown[] = [];
  // Every minute's tick, of a function that starts cold each time.
  const tick = () =>
    chainDue({ audit, anchors: anchorsOf(), clock: store.clock }, (what, _, error) => failed.push(what, error));
  for (let day = 0; day < 3; day += 1) {
    for (let n = 0; n < 2; n += 1) await audit.note(company, recordOf(day * 2 + n));
    await tick();
    store.clock.advance('PT10M');
    await audit.note(company, recordOf(900 + day));
    await tick();
    store.clock.advance('P1D');
  }
  expect(failed).toEqual([]);
  const deps = { audit, anchors: anchorsOf() };
  const noted = await deps.anchors.all(company);
  expect(noted.map(({ n }) => n)).toEqual([1, 3, 5]);
  expect(await verify(deps, company, null)).toMatchObject({ blocks: 6, records: 9, anchors: 3, broken: null });

  const put = (Item: object) => store.direct.send(new PutCommand({ TableName: store.table.name, Item: { ...Item } }));
  const days = [...new Set(noted.map(({ day }) => day))];
  const whole = (await Promise.all(days.map((day) => audit.blocks(company, day, 1, 100)))).flat();
  const head = await audit.head(company);
  const forge = async (chain: AuditBlock[]) => {
    for (const block of chain) await put({ ...keys.auditBlock(company, block.day, block.n), ...block });
    await store.direct.send(
      new UpdateCommand({
        TableName: store.table.name,
        Key: keys.auditHead(company),
        UpdateExpression: 'SET #n = :n, #hash = :hash',
        ExpressionAttributeNames: { '#n': 'n', '#hash': 'hash' },
        ExpressionAttributeValues: { ':n': chain.at(-1)?.n ?? 0, ':hash': chain.at(-1)?.hash ?? '' },
      }),
    );
  };
  const nothingNoted = { audit, anchors: { all: async () => [] } };

  await forge(remade(whole, 2, 'usr_innocent'));
  expect((await verify(nothingNoted, company, null)).broken).toBeNull();
  expect((await verify(deps, company, null)).broken).toEqual({ block: 3, how: 'replaced' });
  // One that was noted again after it was made anew stays found out.
  await anchor({ ...deps, clock: store.clock }, company);
  expect((await verify(deps, company, null)).broken).toEqual({ block: 3, how: 'replaced' });

  await forge(whole.slice(0, 4));
  expect((await verify(nothingNoted, company, null)).broken).toBeNull();
  expect((await verify(deps, company, null)).broken).toEqual({ block: 5, how: 'cut_off' });
  await store.direct.send(new DeleteCommand({ TableName: store.table.name, Key: keys.auditHead(company) }));
  expect((await verify(deps, company, null)).broken).toEqual({ block: 1, how: 'cut_off' });
  expect(head?.n).toBe(6);
});

it('what was noted of a day is neither replaced nor taken away', async () => {
  const anchors = anchorsOf();
  const first: Anchor = { day: '2026-01-01', n: 3, hash: 'a'.repeat(64), at: '2026-01-01T00:00:00.000Z' };
  await anchors.keep('co_once', first);
  await anchors.keep('co_once', { ...first, hash: 'b'.repeat(64) });
  expect(await anchors.all('co_once')).toEqual([first]);
  const client = new S3Client({ region, endpoint: s3.endpoint, credentials, forcePathStyle: true });
  const Key = 'c/co_once/anchor/2026-01-01.json';
  await expect(client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }))).rejects.toThrow(/Denied/);
  await expect(client.send(new DeleteObjectCommand({ Bucket: bucket, Key }))).rejects.toThrow(/Denied/);
  client.destroy();
});

/** A chain of a block each some hours, the hours from each to the next, and its end as it was noted each day. */
function chainOf(hours: number[]) {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const blocks: AuditBlock[] = [];
  const noted = new Map<string, Anchor>();
  for (const [i, more] of hours.entries()) {
    time += more * 3_600_000;
    const at = new Date(time).toISOString();
    const day = at.slice(0, 10);
    const last = blocks.at(-1);
    // The first tick of a day notes what was the end before it.
    if (last !== undefined && !noted.has(day)) noted.set(day, { day, n: last.n, hash: last.hash, at });
    const unsealed = { n: i + 1, day, at, records: [{ ...recordOf(i), at }], prev: last?.hash ?? noHash };
    blocks.push({ ...unsealed, hash: hashOf(unsealed) });
  }
  return { blocks, noted: [...noted.values()] };
}

async function walked(blocks: AuditBlock[], noted: Anchor[]) {
  const [first] = blocks;
  const last = blocks.at(-1);
  const audit = {
    head: async () => last && { n: last.n, hash: last.hash, firstDay: first?.day ?? '', day: last.day },
    blocks: async (_: string, day: string, from: number, limit: number) =>
      blocks.filter((block) => block.day === day && block.n >= from).slice(0, limit),
  };
  let from: Walk | null = null;
  for (let anchors = 0; ; ) {
    const piece = await verify({ audit, anchors: { all: async () => noted } }, 'co_any', from);
    anchors += piece.anchors;
    if (piece.walk === null) return { broken: piece.broken, anchors };
    from = piece.walk;
  }
}

it('whichever block it was made anew from, and on whatever days, the first note behind it says so', async () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 900 });
  const property = fc.asyncProperty(gaps, fc.nat(), fc.constantFrom('same', 'one'), async (hours, pick, days) => {
    const { blocks, noted } = chainOf(hours);
    expect(await walked(blocks, noted)).toEqual({ broken: null, anchors: noted.length });
    const at = (pick % blocks.length) + 1;
    const dated = days === 'same' ? blocks : blocks.map((block) => ({ ...block, day: blocks.at(-1)?.day ?? '' }));
    const found = await walked(remade(dated, at, 'usr_innocent'), noted);
    // A block that is given another day is made anew as well.
    const moved = blocks.find(({ day }, i) => day !== dated[i]?.day)?.n ?? at;
    const from = Math.min(at, moved);
    const first = noted.map(({ n }) => n).find((n) => n >= from);
    expect(found.broken).toEqual(first === undefined ? null : { block: first, how: 'replaced' });
  });
  await fc.assert(property, { numRuns: 30 });
});
