import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoPeople } from '#functions/adapters/dynamo/people.ts';
import { resync } from '#functions/sync/resync.ts';
import { changes } from '#functions/workbench/changes.ts';
import { copiesOf } from '#shared/application/copies.ts';
import { dateIn, startOfDate } from '#shared/application/workbench-places.ts';
import { limits } from '#shared/limits.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { problemsOf } from '#test/functions/table-check.ts';
import { ask, positions, type Stage, startStage } from './stage.ts';

const zone = 'Asia/Shanghai';
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  // Ten in the morning where the company is, so that a day has room on both sides.
  stage.clock.set(new Date(startOfDate(zone, dateIn(zone, stage.clock.now().toISOString()), 1)));
  stage.clock.advance('PT10H');
});
afterAll(async () => {
  expect(await problemsOf(stage.direct, new Date(0))).toEqual([]);
  await stage.stop();
});
const changed = async (since: number) => {
  const answer = await changes(stage.deps, ask({}, {}, { since }));
  if (!answer.ok) throw new Error('refused');
  return answer.value;
};

describe('the queues', () => {
  it('hold who belongs there, with their counts, and let go of who moves on', async () => {
    await stage.scored(82, '陈思远');
    stage.clock.advance('PT1M');
    const late = await stage.submitted('何俊杰');
    const { attempt } = late;
    await stage.after(late, { type: 'failReport', by: 'system', attempt, reason: 'timeout' });
    await stage.booked(
      await stage.invited('徐静'),
      startOfDate(zone, dateIn(zone, stage.clock.now().toISOString()), 1),
    );
    const { queues, counts } = await stage.bench();
    expect(queues).toEqual({ awaiting: 2, no_show: 0, trouble: 1, today: 2 });
    expect(counts).toMatchObject({ submitted: 2, scheduled: 1 });
    expect(await stage.names({ queue: 'awaiting' })).toEqual(['陈思远', '何俊杰']);
    expect(await stage.names({ queue: 'trouble' })).toEqual(['何俊杰']);
    expect(await stage.names({ queue: 'today' })).toEqual(['陈思远', '何俊杰']);
    expect(await stage.names({ queue: 'no_show' })).toEqual([]);

    await stage.after(await stage.load(late), { type: 'decide', by: 'usr_hr', outcome: 'pool' });
    expect((await stage.bench()).queues).toEqual({ awaiting: 1, no_show: 0, trouble: 0, today: 2 });
    expect(await stage.names({ queue: 'trouble' })).toEqual([]);
  });

  it('call a day by the clock of the company', async () => {
    const today = dateIn(zone, stage.clock.now().toISOString());
    const lastMinute = new Date(Date.parse(startOfDate(zone, today, 1)) - 60_000).toISOString();
    const before = (await stage.bench()).queues.today;
    await stage.booked(await stage.invited('末班'), lastMinute);
    expect((await stage.bench()).queues.today).toBe(before + 1);
    expect(await stage.names({ queue: 'today' })).toContain('末班');
    expect(await stage.names({ queue: 'today' })).not.toContain('徐静');
  });

  it('show in 「状态异常」 what had to be put right', async () => {
    const state = await stage.submitted('马小天');
    const history = await stage.interviews.history(company, state.interviewId);
    const then = copiesOf(history.slice(0, 2));
    if (then === undefined) throw new Error('no history');
    const stored = (await stage.deps.copies.read(company, state)).find(({ copy }) => copy === 'dossier');
    const value = { ...then.values.dossier };
    await stage.deps.copies.write({ company, copy: 'dossier', state: then.state, stored, value });
    const before = (await stage.bench()).queues.trouble;
    stage.clock.advance('PT2M');
    await resync(stage.deps, ask({ interviewId: state.interviewId }, {}, {}));
    const { rows, queues } = await stage.bench({ queue: 'trouble' });
    expect(queues.trouble).toBe(before + 1);
    expect(rows.find(({ candidate }) => candidate === '马小天')?.healed).toEqual(['dossier']);
  });
});

describe('the version', () => {
  it('moves with what HR could see, and with nothing else', async () => {
    const { version } = await stage.bench();
    expect(await changed(version)).toEqual({ version, changed: false });
    const state = await stage.invited('新来的');
    const after = await changed(version);
    expect(after).toEqual({ version: version + 1, changed: true });
    await stage.after(state, { type: 'accommodate', by: 'usr_hr', extraTime: 1.5 });
    expect((await changed(after.version)).changed).toBe(false);
  });
});

describe('filters', () => {
  it('by position, department, status and score, each with the others', async () => {
    await stage.scored(55, '赵一', positions.support);
    await stage.scored(88, '钱二', positions.support);
    await stage.scored(91, '孙三', positions.sales);
    const support = { positionId: positions.support };
    expect((await stage.names(support)).sort()).toEqual(['赵一', '钱二'].sort());
    expect(await stage.names({ department: '客服部', scoreFrom: 60 })).toEqual(['钱二']);
    expect(await stage.names({ scoreFrom: 80, scoreTo: 90, queue: 'awaiting' })).toEqual(['陈思远', '钱二']);
    expect(await stage.names({ status: 'scheduled', ...support })).toEqual([]);
    expect(await stage.names({ department: '没有的部门' })).toEqual([]);
    expect(await stage.names({ queue: 'today', department: '客服部' })).toEqual(['赵一', '钱二']);
    expect(await stage.names({ queue: 'awaiting', status: 'no_show' })).toEqual([]);
  });

  it('by days of the company', async () => {
    stage.clock.advance('P2D');
    await stage.scored(70, '后来的');
    const today = dateIn(zone, stage.clock.now().toISOString());
    expect(await stage.names({ from: today })).toEqual(['后来的']);
    expect(await stage.names({ to: today })).toContain('后来的');
    const yesterday = dateIn(zone, new Date(stage.clock.now().getTime() - 86_400_000).toISOString());
    expect(await stage.names({ to: yesterday })).not.toContain('后来的');
    expect(await stage.names({ from: yesterday, to: yesterday })).toEqual([]);
  });

  it('by the beginning of a name or of a part of it', async () => {
    await stage.invited('欧阳娜娜');
    await stage.invited('Anna Maria Schmidt');
    for (const name of ['欧', '欧阳', '阳娜', '娜']) expect(await stage.names({ name })).toEqual(['欧阳娜娜']);
    for (const name of ['anna', 'ＭＡＲＩＡ', 'schm'])
      expect(await stage.names({ name })).toEqual(['Anna Maria Schmidt']);
    for (const name of ['nna', '阳阳', '#']) expect(await stage.names({ name })).toEqual([]);
    expect(await stage.names({ name: '赵', scoreTo: 60, positionId: positions.support })).toEqual(['赵一']);
    expect(await stage.names({ name: '赵', scoreFrom: 60 })).toEqual([]);
  });

  it('by the name they have now, and not by the one before', async () => {
    const { candidateId } = await stage.invited('司马光');
    const people = dynamoPeople(stage.table);
    const person = { candidateId, name: '司马相如', phone: '13700000099', headline: '' };
    await stage.put({ ...keys.candidate(company, candidateId), ...person, name: '司马光' });
    expect(await people.change(company, person)).toBe('changed');
    expect(await stage.names({ name: '相如' })).toEqual(['司马相如']);
    expect(await stage.names({ name: '司马' })).toEqual(['司马相如']);
    expect(await stage.names({ name: '光' })).toEqual([]);
  });

  it('page by page, everybody once and in one order', async () => {
    const many = limits.workbenchPage + 7;
    for (let n = 0; n < many; n += 1) {
      stage.clock.advance('PT1S');
      await stage.invited(`第${n}位`, n % 2 === 0 ? positions.sales : positions.support);
    }
    const names = (await stage.names({ status: 'invited' })).filter((name) => name.startsWith('第'));
    expect(names).toEqual(Array.from({ length: many }, (_, n) => `第${many - 1 - n}位`));
    const everybody = await stage.names();
    expect(new Set(everybody).size).toBe(everybody.length);
    expect(everybody).toEqual(expect.arrayContaining([...names, '陈思远', '何俊杰', '徐静']));
    const department = (await stage.names({ department: '客服部' })).filter((name) => name.startsWith('第'));
    expect(department).toEqual(names.filter((_, n) => (many - 1 - n) % 2 === 1));
  }, 60_000);
});
