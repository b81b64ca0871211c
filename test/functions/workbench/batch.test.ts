import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '#functions/ports.ts';
import { askBoards } from '#functions/workbench/ask-boards.ts';
import { deleteFilter, filters, saveFilter } from '#functions/workbench/filters.ts';
import { preview } from '#functions/workbench/preview.ts';
import { setBoards } from '#functions/workbench/set-boards.ts';
import { dateIn, startOfDate } from '#shared/application/workbench-places.ts';
import type { BatchAction } from '#shared/contract/workbench.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { allItems } from '#test/functions/table-check.ts';
import { staff } from '#test/world/seeds/company.ts';
import { ask, positions, type Stage, startStage } from './stage.ts';

const zone = 'Asia/Shanghai';
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  // Ten in the morning where the company is: an hour later is the same day.
  stage.clock.set(new Date(startOfDate(zone, dateIn(zone, stage.clock.now().toISOString()), 1)));
  stage.clock.advance('PT10H');
});
afterAll(() => stage.stop());

async function previewed(action: BatchAction, ...states: Pick<InterviewState, 'interviewId'>[]) {
  const interviewIds = states.map(({ interviewId }) => interviewId);
  const answer = await preview(stage.deps, ask({}, { action, interviewIds }, {}));
  if (!answer.ok) throw new Error('refused');
  return answer.value.rows;
}

describe('the preview of a batch', () => {
  it('says for each what will happen or why not, and writes nothing', async () => {
    const [ready, open] = [await stage.scored(81, '陈思远'), await stage.invited('徐静')];
    const before = await allItems(stage.direct);
    const thanks = await previewed({ type: 'decide', outcome: 'reject' }, ready, open, { interviewId: 'itv_nobody' });
    expect(thanks).toMatchObject([
      { candidate: '陈思远', position: '销售代表', overall: 81, refused: null, becomes: 'evaluated', undoMinutes: 10 },
      { candidate: '徐静', refused: 'interview_not_started', becomes: 'invited', undoMinutes: null },
    ]);
    const longer = await previewed({ type: 'extend', reason: 'asked', hours: 24 }, ready, open);
    expect(longer).toMatchObject([
      { refused: 'interview_ended', closesAt: null },
      { refused: null, becomes: 'invited', undoMinutes: null },
    ]);
    expect(Date.parse(longer[1]?.closesAt ?? '')).toBeGreaterThan(Date.parse(open.terms.deadlineAt));
    expect(await allItems(stage.direct)).toEqual(before);
  });
});

describe('saved filters', () => {
  const named = (filterId: string, name: string) =>
    saveFilter(stage.deps, ask({ filterId }, { name, filter: { queue: 'awaiting', positionId: positions.sales } }, {}));
  const names = async () => {
    const answer = await filters(stage.deps, ask({}, {}, {}));
    return answer.ok ? answer.value.filters.map(({ name }) => name) : [];
  };

  it('are a person’s own, by name, and a deleted one comes back', async () => {
    await named('flt_aaaa', '销售待评估');
    await named('flt_bbbb', '高分');
    expect(await names()).toEqual(['销售待评估', '高分']);
    await named('flt_aaaa', '销售');
    await deleteFilter(stage.deps, ask({ filterId: 'flt_bbbb' }, {}, {}));
    expect(await names()).toEqual(['销售']);
    await named('flt_bbbb', '高分');
    expect(await names()).toEqual(['销售', '高分']);
    const other = { ...ask({}, {}, {}), actor: { role: 'recruiter' as const, company, userId: 'usr_other' } };
    expect(await filters(stage.deps, other)).toEqual({ ok: true, value: { filters: [] } });
  });

  it('have an end, and the ones there are can still be changed', async () => {
    for (let n = 2; n < limits.savedFilters; n += 1) await named(`flt_n${String(n).padStart(4, '0')}`, `第${n}个`);
    expect(await named('flt_over', '太多')).toEqual({ ok: false, error: { code: 'filter_limit' } });
    expect((await named('flt_aaaa', '还能改')).ok).toBe(true);
    expect(await names()).toContain('还能改');
  });
});

describe('the figures on WeCom’s workbench', () => {
  const jobs: Job[] = [];
  const queue = {
    async send(sent: Job[]) {
      jobs.push(...sent);
    },
  };
  /** The minute's tick, and the jobs it makes. */
  async function tick(): Promise<number> {
    stage.clock.advance('PT1M');
    await askBoards({ ...stage.deps, queue });
    const mine = jobs.splice(0);
    for (const job of mine) await setBoards(stage.deps, job.company);
    return mine.length;
  }

  it('are set once however much has changed, for every recruiter, and not without a change', async () => {
    await tick();
    stage.boards.length = 0;
    const awaiting = (await stage.bench()).queues.awaiting;
    for (const name of ['一', '二', '三']) await stage.submitted(name);
    expect(await tick()).toBe(1);
    expect(stage.boards).toHaveLength(staff.filter(({ role }) => role === 'recruiter').length);
    expect(stage.boards[0]?.items).toMatchObject({ 待评估: String(awaiting + 3), 未参加: '0', 状态异常: '0' });
    expect(Object.keys(stage.boards[0]?.items ?? {})).toEqual(['待评估', '未参加', '状态异常', '今日面试']);
    expect(await tick()).toBe(0);
  });

  it('are looked at again after an hour, and left alone where nothing is new', async () => {
    stage.boards.length = 0;
    stage.clock.advance('PT1H');
    expect(await tick()).toBe(1);
    expect(stage.boards).toEqual([]);
  });

  it('follow a change that came between the asking and the setting', async () => {
    stage.boards.length = 0;
    await stage.submitted('四');
    const asks = { ...stage.deps, queue };
    stage.clock.advance('PT1M');
    const settle = stage.deps.boards.settle;
    const late = async (...about: Parameters<typeof settle>) => {
      await stage.submitted('五');
      await settle(...about);
    };
    await askBoards({ ...asks, boards: { ...stage.deps.boards, settle: late } });
    expect(await tick()).toBeGreaterThan(0);
    const { queues } = await stage.bench();
    expect(stage.boards.at(-1)?.items.待评估).toBe(String(queues.awaiting));
  });

  it('are asked for again where WeCom cannot be reached', async () => {
    stage.answerWith({ state: 'unavailable' });
    await stage.submitted('六');
    stage.clock.advance('PT1M');
    await askBoards({ ...stage.deps, queue });
    expect(await setBoards(stage.deps, company)).toBe('later');
    stage.answerWith({ state: 'sent' });
    expect(await setBoards(stage.deps, company)).toBe('set');
    expect(await setBoards(stage.deps, company)).toBe('same');
  });
});
