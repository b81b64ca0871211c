import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoAudit } from '#functions/adapters/dynamo/audit.ts';
import { s3Anchors } from '#functions/adapters/s3/anchors.ts';
import { sealing } from '#functions/audit/block-hash.ts';
import { verify } from '#functions/audit/verify.ts';
import { cut, played, recorder, voiceFile } from '#test/functions/clip/recorder.ts';
import { begin, newOperation } from '#test/functions/journeys/candidate.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { allItems, problemsOf } from '#test/functions/table-check.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { bucketOf, restoreTable } from './lost-and-found.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

/** 「状态核对 → 全部重新同步」, to the end. */
async function resyncAll(): Promise<number> {
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
  return drifted;
}
const verified = () => world.must('audit.verify', { token: world.as('auditor'), input: {} });

// The steps of docs/operations.md, "A restore", by their numbers.
it('the drill: table and bucket are put back as they were, every copy of a status agrees, deletions are carried out again', {
  timeout: 180_000,
}, async () => {
  const bucket = bucketOf(world);
  const over = await begin(world);
  await over.answer();
  await over.end();
  const open = await begin(world);
  await open.save('qprice', { sent: ['已经确认保存的话'], typing: '', done: false });
  const spoken = await recorder(world);
  const voice = new Uint8Array(await readFile(voiceFile));
  const clip = spoken.newClip();
  const parts = cut(voice, 2);
  world.asr.say({ text: '先问问他们现在用的是哪一家。', confidence: 0.9 });
  await spoken.send(clip, parts);
  await spoken.close(clip, parts);
  await world.idle();
  await world.must('report.review', { token: world.hr, params: over.params });
  await world.turn('PT1M');
  expect(await verified()).toMatchObject({ broken: null, anchors: 1 });
  const sent = world.sms(over.person).length;
  // Signed in before it: a session of later is none any more.
  const admin = world.as('admin');
  await world.must('erasure.list', { token: admin });

  const instant = world.clock.now();
  const copy = await allItems(world.table);
  const objects = await bucket.contents();
  const record = [...objects.keys()].find((key) => key.includes('evaluation-'));
  expect(record).toContain(over.interviewId);

  // What comes after it, and is lost with it.
  await world.turn('PT1M');
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
  expect([...(await bucket.contents()).keys()]).not.toContain(record);
  const [whole = ''] = [...objects.keys()].filter((key) => key.endsWith('/whole'));
  await bucket.overwrite(whole, 'something else');
  await bucket.loseAll();

  // 1 the stream, the queues and the minute rest; 2 the table; 3 the bucket; 4 they go on, with all that is there.
  const enable = world.holdStream();
  await restoreTable(world, copy);
  await bucket.restore(instant);
  enable();
  await world.idle();

  expect(await bucket.contents()).toEqual(objects);
  expect((await played((await spoken.look(clip)).url)).equals(Buffer.from(voice))).toBe(true);
  expect(await problemsOf(world.table, instant)).toEqual([]);
  // 5 every copy is computed from the events; 6 the audit's chain is the one that was noted outside.
  expect(await resyncAll()).toBe(0);
  expect(await verified()).toMatchObject({ broken: null, anchors: 1 });
  expect((await open.view()).drafts.find(({ questionId }) => questionId === 'qprice')?.content.sent).toEqual([
    '已经确认保存的话',
  ]);
  expect((await over.view()).status).toBe('submitted');
  // What was sent before is not sent again.
  expect(world.sms(over.person).length).toBe(sent);

  // 7 a deletion since then came back with it: carried out again, it is gone for good, from table and bucket.
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
  expect([...(await bucket.contents()).keys()].filter((key) => key.includes(over.interviewId))).toEqual([]);
  bucket.stop();
});

it('a restore to before the last note outside says which of the audit is gone, from its first block on', {
  timeout: 120_000,
}, async () => {
  const { region, credentials, endpoints, anchorBucket } = world.config;
  const audit = dynamoAudit(world.table, sealing);
  const anchors = s3Anchors({ region, bucket: anchorBucket, endpoint: endpoints.s3, credentials });
  const found = async () => (await verify({ audit, anchors }, company, null)).broken;
  const copy = await allItems(world.table);
  const last = (await audit.head(company))?.n ?? 0;
  for (let day = 0; day < 2; day += 1) {
    await world.turn('P1D');
    await world.must('erasure.list', { token: world.as('admin') });
    await world.turn('PT1M');
  }
  await world.turn('P1D');
  expect(await found()).toBeNull();
  const enable = world.holdStream();
  await restoreTable(world, copy);
  enable();
  await world.idle();
  expect(await found()).toEqual({ block: last + 1, how: 'cut_off' });
});
