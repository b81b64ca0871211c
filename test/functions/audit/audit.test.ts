import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoAudit } from '#functions/adapters/dynamo/audit.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { hashOf, sealing } from '#functions/audit/block-hash.ts';
import { verify } from '#functions/audit/verify.ts';
import { type Seen, witness } from '#functions/audit/witness.ts';
import type { AuditBlock, AuditRecord } from '#functions/ports/audit.ts';
import { ok, refuse } from '#shared/result.ts';
import { type InterviewStore, started, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());

/** Nothing was noted of it outside: what the chain says of itself. */
const anchors = { all: async () => [] };

let made = 0;
/** A company of its own, in which so many records were noted. */
async function companyWith(records: number, table: Table = store.table) {
  made += 1;
  const company = `co_audit${made}`;
  const audit = dynamoAudit(table, sealing);
  for (let n = 0; n < records; n += 1) await audit.note(company, recordOf(n));
  return { company, audit };
}
const recordOf = (n: number): AuditRecord => ({
  id: `r${String(n).padStart(4, '0')}`,
  at: new Date(store.clock.now().getTime() + n).toISOString(),
  operation: n % 2 === 0 ? 'candidate.get' : 'interview.decide',
  does: 'writes',
  role: 'recruiter',
  by: n % 3 === 0 ? 'usr_a' : 'usr_b',
  outcome: 'ok',
  candidates: [`cand_${String(n % 5).padStart(4, '0')}`],
  interviews: [],
});
const today = () => store.clock.now().toISOString().slice(0, 10);
const put = (Item: Record<string, unknown>) => store.direct.send(new PutCommand({ TableName: store.table.name, Item }));
const replaced = (company: string, block: AuditBlock, over: Partial<AuditBlock>) =>
  put({ ...keys.auditBlock(company, block.day, block.n), ...block, ...over });

it('chains what was noted in its order, and the chain holds', async () => {
  const { company, audit } = await companyWith(60);
  expect(await audit.chain(company)).toBe(60);
  expect(await audit.chain(company)).toBe(0);
  const blocks = await audit.blocks(company, today(), 1, 100);
  expect(blocks.map(({ n, records }) => [n, records.length])).toEqual([
    [1, 25],
    [2, 25],
    [3, 10],
  ]);
  const ids = blocks.flatMap(({ records }) => records.map(({ id }) => id));
  expect(ids).toEqual(ids.toSorted());
  expect(await verify({ audit, anchors }, company, null)).toMatchObject({ blocks: 3, records: 60, broken: null });
});

it('a record that is changed, taken away or put elsewhere is found, and so is a block that is gone', async () => {
  const { company, audit } = await companyWith(60);
  await audit.chain(company);
  const [first, second, third] = await audit.blocks(company, today(), 1, 10);
  if (first === undefined || second === undefined || third === undefined) throw new Error('no blocks');
  const brokenBy = async () => (await verify({ audit, anchors }, company, null)).broken;
  const [a, b, ...rest] = second.records;
  if (a === undefined || b === undefined) throw new Error('no records');

  await replaced(company, second, { records: [{ ...a, by: 'usr_nobody' }, b, ...rest] });
  expect(await brokenBy()).toEqual({ block: 2, how: 'changed' });
  await replaced(company, second, { records: [b, ...rest] });
  expect(await brokenBy()).toEqual({ block: 2, how: 'changed' });
  await replaced(company, second, { records: [b, a, ...rest] });
  expect(await brokenBy()).toEqual({ block: 2, how: 'changed' });
  // A hash that was made anew no longer fits the block after it.
  const forged = { ...second, records: [b, a, ...rest] };
  await replaced(company, forged, { hash: hashOf(forged) });
  expect(await brokenBy()).toEqual({ block: 3, how: 'unlinked' });
  await replaced(company, second, {});
  expect(await brokenBy()).toBeNull();
  await put({ ...keys.auditBlock(company, '2020-01-01', third.n), ...third });
  const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
  await store.direct.send(
    new DeleteCommand({ TableName: store.table.name, Key: keys.auditBlock(company, today(), 3) }),
  );
  expect(await brokenBy()).toEqual({ block: 3, how: 'missing' });
});

it('two that chain at once, and one that dies in between, neither lose nor repeat a record', async () => {
  const { company, audit } = await companyWith(80);
  await Promise.all([audit.chain(company), dynamoAudit(store.table, sealing).chain(company)]);
  for (let n = 80; n < 90; n += 1) await audit.note(company, recordOf(n));
  let left = 14;
  const dying = dynamoAudit(
    {
      ...store.table,
      send: (async (command: object) => {
        left -= 1;
        if (left < 0) throw new Error('died');
        return (store.table.send as (one: object) => Promise<unknown>)(command);
      }) as Table['send'],
    },
    sealing,
  );
  await dying.chain(company).catch(() => {});
  await audit.chain(company);
  const blocks = await audit.blocks(company, today(), 1, 100);
  const ids = blocks.flatMap(({ records }) => records.map(({ id }) => id));
  expect(ids.toSorted()).toEqual(Array.from({ length: 90 }, (_, n) => recordOf(n).id));
  expect(await verify({ audit, anchors }, company, null)).toMatchObject({ records: 90, broken: null });
});

it('is found by person, by candidate, by operation and by day, page by page', async () => {
  const { company, audit } = await companyWith(60);
  await audit.chain(company);
  const all = async (wanted: object) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await audit.search(company, { ...wanted, limit: 7, cursor });
      found.push(...page.records.map(({ id }) => id));
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    return found.toSorted();
  };
  const expected = (is: (record: AuditRecord) => boolean) =>
    Array.from({ length: 60 }, (_, n) => recordOf(n))
      .filter(is)
      .map(({ id }) => id);
  expect(await all({ by: 'usr_a' })).toEqual(expected(({ by }) => by === 'usr_a'));
  expect(await all({ candidate: 'cand_0002' })).toEqual(expected(({ candidates }) => candidates.includes('cand_0002')));
  expect(await all({ candidate: 'cand_0002', operation: 'candidate.get' })).toEqual(
    expected(({ candidates, operation }) => candidates.includes('cand_0002') && operation === 'candidate.get'),
  );
  expect(await all({ day: today(), operation: 'interview.decide' })).toEqual(
    expected(({ operation }) => operation === 'interview.decide'),
  );
  expect(await all({ day: '2020-01-01' })).toEqual([]);
});

it('one place says who saw whom, in ids and codes only', async () => {
  const state = await started(store);
  const audit = dynamoAudit(store.table, sealing);
  const actor = { role: 'recruiter' as const, company: 'co_test', userId: 'usr_hr01' };
  const request = { actor, params: { interviewId: state.interviewId }, query: {}, input: { text: '私密的话' } };
  const seen: Seen = { operation: 'ticket.answer', request, result: ok({ text: '私密的话', name: '王女士' }) };
  await witness({ audit, clock: store.clock }, seen);
  await witness(
    { audit, clock: store.clock },
    { ...seen, operation: 'report.review', result: refuse({ code: 'not_found' }) },
  );
  await witness(
    { audit, clock: store.clock },
    { ...seen, operation: 'report.review', result: refuse({ code: 'not_found' }) },
  );
  await witness({ audit, clock: store.clock }, { ...seen, operation: 'position.list' });
  await audit.chain('co_test');
  const { records } = await audit.search('co_test', { candidate: state.candidateId, limit: 10 });
  expect(records.map(({ operation, outcome, by, interviews }) => [operation, outcome, by, interviews])).toEqual(
    expect.arrayContaining([
      ['ticket.answer', 'ok', 'usr_hr01', [state.interviewId]],
      ['report.review', 'not_found', 'usr_hr01', [state.interviewId]],
    ]),
  );
  expect(records).toHaveLength(2);
  expect(JSON.stringify(records)).not.toMatch(/私密|王女士/);
});
