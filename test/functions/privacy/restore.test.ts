import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin, newOperation } from '#test/functions/journeys/candidate.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { allItems, problemsOf } from '#test/functions/table-check.ts';
import { answers } from '#test/world/seeds/answers.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

/** As a restore would: everything that was there at that instant, and nothing that came later. */
async function restore(copy: Awaited<ReturnType<typeof allItems>>): Promise<void> {
  const TableName = world.config.table;
  for (const { pk, sk } of await allItems(world.table))
    await world.table.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  // A restored table is full before it has a stream: what the stream tells of comes when all the rest is there.
  const told = ({ sk }: { sk: string }) => /^(EVENT|CLIP|FILE|IMPORT)#/.test(sk);
  for (const Item of [...copy.filter((one) => !told(one)), ...copy.filter(told)])
    await world.table.send(new PutCommand({ TableName, Item }));
  await world.idle();
}

it('the drill: what was copied is put back, every copy of a status agrees, and deletions are carried out again', {
  timeout: 180_000,
}, async () => {
  const over = await begin(world);
  await over.answer();
  await over.end();
  const open = await begin(world);
  await open.save('qprice', { sent: ['已经确认保存的话'], typing: '', done: false });
  await world.idle();
  await world.must('report.review', { token: world.hr, params: over.params });
  await world.must('audit.search', { token: world.as('auditor'), query: {} });
  const sent = world.sms(over.person).length;

  // Signed in before it: a session of later is none any more.
  const admin = world.as('admin');
  await world.must('erasure.list', { token: admin });
  const copy = await allItems(world.table);

  await open.save('qprice', { sent: ['之后的话'], typing: '', done: false });
  const { erasureId } = await world.must('privacy.askErasure', {
    token: over.token,
    input: { operationId: newOperation() },
  });
  const carryOut = { token: admin, params: { erasureId }, input: { operationId: newOperation() } };
  await world.must('erasure.carryOut', carryOut);
  await world.turn('PT1M');
  expect((await world.refused('interview.get', { token: over.token, params: over.params })).code).toMatch(
    /not_found|unauthenticated/,
  );

  await restore(copy);

  expect(await problemsOf(world.table, new Date(Date.parse('2020-01-01T00:00:00.000Z')))).toEqual([]);
  let cursor: string | null = null;
  let drifted = 0;
  do {
    const page: { cursor: string | null; drifted: number } = await world.must('sync.resyncAll', {
      token: world.hr,
      input: cursor === null ? {} : { cursor },
    });
    drifted += page.drifted;
    cursor = page.cursor;
  } while (cursor !== null);
  expect(drifted).toBe(0);
  expect(await world.must('audit.verify', { token: world.as('auditor'), input: {} })).toMatchObject({ broken: null });
  expect((await open.view()).drafts.find(({ questionId }) => questionId === 'qprice')?.content.sent).toEqual([
    '已经确认保存的话',
  ]);
  expect((await over.view()).status).toBe('submitted');
  // What was sent before is not sent again.
  expect(world.sms(over.person).length).toBe(sent);

  // A deletion since then came back with it: carried out again, it is gone for good.
  const again = await world.must('privacy.askErasure', { token: over.token, input: { operationId: newOperation() } });
  await world.must('erasure.carryOut', {
    ...carryOut,
    params: { erasureId: again.erasureId },
    input: { operationId: newOperation() },
  });
  await world.turn('PT1M');
  await world.turn('PT4H');
  const items = JSON.stringify(await allItems(world.table), (_, value) => (value instanceof Set ? [...value] : value));
  for (const word of [over.person.name, over.person.phone, answers.strong.qprice[0] ?? ''])
    expect(items.includes(word)).toBe(false);
});
