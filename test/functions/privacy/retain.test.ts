import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoWithdrawals } from '#functions/adapters/dynamo/consents.ts';
import { dynamoPeople } from '#functions/adapters/dynamo/people.ts';
import { type PrivacySweepDeps, sweepPrivacy } from '#functions/privacy/sweep.ts';
import { type PrivacyStage, startPrivacyStage } from './stage.ts';

let stage: PrivacyStage;
beforeAll(async () => {
  stage = await startPrivacyStage();
});
afterAll(() => stage.stop());

const withdrawals = () => dynamoWithdrawals(stage.table);
const deps = (): PrivacySweepDeps => ({
  ...stage.eraseDeps(),
  interviews: stage.interviews,
  holds: stage.holds,
  dues: stage.dues,
  privacySettings: stage.settings,
  withdrawals: withdrawals(),
  ids: stage.deps.ids,
});
/** So many months go by, with a tick each. */
async function months(n: number): Promise<void> {
  for (let month = 0; month < n; month += 1) {
    stage.clock.advance('P31D');
    await ticks();
  }
}
async function ticks(): Promise<void> {
  const failed: unknown[] = [];
  for (let n = 0; n < 3; n += 1) {
    await sweepPrivacy(deps(), (_, error) => failed.push(error));
    stage.clock.advance('PT4H');
  }
  expect(failed).toEqual([]);
}
const addPerson = (n: number, mark: string) =>
  dynamoPeople(stage.table).add(
    stage.company,
    { candidateId: `cand_kept${n}000`, name: mark, phone: `1660000000${n}`, headline: mark },
    { text: mark, at: stage.clock.now().toISOString(), file: null },
    'import',
  );

it('what is not needed any more goes by itself; a hold, and an interview under way, keep it', {
  timeout: 120_000,
}, async () => {
  await stage.settings.put(stage.company, { law: 'eu', unhiredMonths: 3, poolMonths: 6, mediaMonths: 1 });
  await addPerson(1, '到期的人');
  await addPerson(2, '被保留的人');
  const waiting = await stage.somebody();
  const hold = { candidateId: 'cand_kept2000', reason: '仲裁', by: 'usr_1', at: stage.clock.now().toISOString() };
  await stage.holds.put(stage.company, hold);
  await months(2);
  expect((await stage.placesOf('到期的人')).length).toBeGreaterThan(0);
  await months(2);
  expect(await stage.placesOf('到期的人')).toEqual([]);
  expect((await stage.placesOf('被保留的人')).length).toBeGreaterThan(0);
  expect((await stage.placesOf(waiting.mark)).length).toBeGreaterThan(20);
  await stage.holds.lift(stage.company, hold.candidateId);
  await months(2);
  expect(await stage.placesOf('被保留的人')).toEqual([]);
});

it('recordings go when their months are over, or their consent is taken back; the words stay', {
  timeout: 120_000,
}, async () => {
  await stage.settings.put(stage.company, { law: 'cn', unhiredMonths: 60, poolMonths: 60, mediaMonths: 2 });
  const whole = ({ interviewId }: { interviewId: string }) => `c/${stage.company}/interview/${interviewId}/clip/`;
  const over = await stage.somebody();
  await stage.after(await stage.load(over), { type: 'decide', by: 'usr_1', outcome: 'reject' });
  expect((await stage.placesOf(whole(over))).length).toBe(1);
  await months(3);
  expect(await stage.placesOf(whole(over))).toEqual([]);
  const clip = await stage.deps.clips.get(stage.company, over.interviewId, '1-1');
  expect(clip).toMatchObject({ assembled: { bytes: 0 }, transcript: { text: over.mark } });

  const other = await stage.somebody();
  await stage.after(await stage.load(other), { type: 'decide', by: 'usr_1', outcome: 'reject' });
  await withdrawals().put(stage.company, other.candidateId, 'recording', stage.clock.now().toISOString());
  await ticks();
  expect(await stage.placesOf(whole(other))).toEqual([]);
});
