import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOffer } from '#functions/application/answer-hiring.ts';
import { decideOutcome, undoDecision } from '#functions/application/decide.ts';
import { joined, undoJoined } from '#functions/application/joined.ts';
import { makeOffer } from '#functions/application/make-offer.ts';
import { createDepartment, removeDepartment, saveDepartment } from '#functions/organisation/department.ts';
import { onboarding } from '#functions/organisation/onboarding.ts';
import { absence, people } from '#functions/organisation/people.ts';
import { savePost } from '#functions/organisation/post.ts';
import { create, get, save } from '#functions/requisition/edit.ts';
import { handOver } from '#functions/requisition/hand-over.ts';
import { close, reopen } from '#functions/requisition/turn.ts';
import type { Input } from '#shared/contract/operations.ts';
import { as, dep, hr, newOperation, type OrganisationStage, pos, startOrganisation } from './stage.ts';

let stage: OrganisationStage;
beforeAll(async () => {
  stage = await startOrganisation({ quiet: null });
});
afterAll(() => stage.store.stop());

type Wanted = Partial<Input<'requisition.create'>>;
const opening = (more: Wanted = {}) =>
  create(
    stage.deps,
    stage.ask(
      {},
      {
        positionId: pos,
        departmentId: dep,
        ownerId: hr.userId,
        vacancies: 1,
        priority: 'normal' as const,
        deputyId: null,
        interviewerIds: [],
        ...more,
      },
    ),
  );

/** A department of its own with a post of the sales position, so that no test stands in another's way. */
async function placed(name: string, headcount: number, inPost: number) {
  const made = await createDepartment(stage.deps, stage.ask({}, { name, parentId: null, headUserIds: [], order: 9 }));
  if (!made.ok) throw new Error(made.error.code);
  const { departmentId } = made.value;
  const at = { departmentId, positionId: pos };
  const kept = await savePost(stage.deps, stage.ask(at, { version: 0, headcount, inPost, joined: 0 }));
  expect(kept).toMatchObject({ ok: true, value: { version: 1, headcount, inPost } });
  return departmentId;
}
const opened = async (departmentId: string, vacancies: number, more: Wanted = {}) => {
  const made = await opening({ departmentId, vacancies, ...more });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.requisitionId;
};
const onboard = async (requisitionId: string) => {
  const state = await stage.submitted(requisitionId);
  const done = await decideOutcome(
    stage.deps,
    stage.hr({ interviewId: state.interviewId }, { outcome: 'onboarding' as const }),
  );
  expect(done.ok).toBe(true);
  await stage.react(state.interviewId);
  return state;
};

describe('the organisation', () => {
  it('shows the source text’s example: 编制 10, 在职 8, 缺编 2', async () => {
    const sales = await stage.department();
    expect(sales).toMatchObject({
      name: '销售部',
      depth: 1,
      heads: [{ name: '赵磊' }],
      own: { headcount: 10, inPost: 8, vacancies: 2 },
    });
    expect(sales.posts[0]).toMatchObject({ position: '销售代表', headcount: 10, inPost: 8, vacancies: 2, version: 1 });
    const { departments, total } = await stage.read();
    const top = departments[0];
    expect(top).toMatchObject({
      name: '华东制造',
      depth: 0,
      own: { headcount: 0 },
      total: { headcount: 21, inPost: 15, vacancies: 6 },
    });
    expect(total).toEqual(top?.total);
  });

  it('a head sees the own departments and what is below, and no others', async () => {
    const { departments, total } = await stage.read(as('department_head'));
    expect(departments.map(({ name }) => name)).toEqual(['销售部']);
    expect(total.headcount).toBe(10);
  });

  it('a pass places the candidate at 待入职 and moves 「已完成1/2面试」; who joins is in post, once', async () => {
    const departmentId = await placed('华南销售部', 10, 8);
    const req = await opened(departmentId, 2, { priority: 'high' });
    const person = await onboard(req);
    const before = await stage.post(departmentId);
    expect(before).toMatchObject({ inPost: 8, vacancies: 2, onTheWay: 1, sought: 1 });
    expect(before?.requisitions[0]).toMatchObject({ passed: 1, vacancies: 2, filled: 1, joined: 0, closedAt: null });
    const list = await onboarding(stage.deps, { ...stage.ask({ departmentId }, {}), input: {} });
    expect(list).toMatchObject({
      ok: true,
      value: {
        department: '华南销售部',
        people: [{ interviewId: person.interviewId, stage: 'onboarding', priority: 'high' }],
      },
    });
    const at = { interviewId: person.interviewId };
    const once = stage.hr(at, {});
    expect((await joined(stage.deps, once)).ok).toBe(true);
    expect((await joined(stage.deps, once)).ok).toBe(true);
    for (let n = 0; n < 3; n += 1) await stage.react(person.interviewId);
    expect(await stage.post(departmentId)).toMatchObject({ inPost: 9, vacancies: 1, onTheWay: 0, joined: 1 });
    const after = await onboarding(stage.deps, { ...stage.ask({ departmentId }, {}), input: {} });
    expect(after).toMatchObject({ ok: true, value: { people: [] } });
    // Said by mistake: on the way again, and nobody more in post.
    expect((await undoJoined(stage.deps, stage.hr(at, {}))).ok).toBe(true);
    for (let n = 0; n < 2; n += 1) await stage.react(person.interviewId);
    expect(await stage.post(departmentId)).toMatchObject({ inPost: 8, vacancies: 2, onTheWay: 1, joined: 0 });
    expect((await joined(stage.deps, stage.hr(at, {}))).ok).toBe(true);
    stage.clock.advance('P8D');
    expect(await undoJoined(stage.deps, stage.hr(at, {}))).toMatchObject({ error: { code: 'undo_too_late' } });
  });

  it('HR’s number counts whoever HR saw; who joins meanwhile is added to it', async () => {
    const departmentId = await placed('华北销售部', 6, 4);
    const req = await opened(departmentId, 2);
    const one = await onboard(req);
    const seen = await stage.post(departmentId);
    await joined(stage.deps, stage.hr({ interviewId: one.interviewId }, {}));
    await stage.react(one.interviewId);
    // HR had the page open since before: one of four left, so three of those that were seen.
    const at = { departmentId, positionId: pos };
    const kept = await savePost(
      stage.deps,
      stage.ask(at, { version: 1, headcount: 6, inPost: 3, joined: seen?.joined ?? 0 }),
    );
    expect(kept).toMatchObject({ ok: true, value: { version: 2, inPost: 4, vacancies: 2 } });
    const late = await savePost(stage.deps, stage.ask(at, { version: 1, headcount: 5, inPost: 3, joined: 0 }));
    expect(late).toMatchObject({ ok: false, error: { code: 'version_conflict', details: { version: 2 } } });
    // Fewer than joined: never below nobody.
    await savePost(stage.deps, stage.ask(at, { version: 2, headcount: 6, inPost: 0, joined: 2 }));
    expect(await stage.post(departmentId)).toMatchObject({ inPost: 0, vacancies: 6 });
  });

  it('an undone decision frees what it took', async () => {
    const departmentId = await placed('西部销售部', 3, 2);
    const req = await opened(departmentId, 1);
    const one = await onboard(req);
    expect(await stage.post(departmentId)).toMatchObject({ onTheWay: 1, sought: 0 });
    await undoDecision(stage.deps, stage.hr({ interviewId: one.interviewId }, {}));
    await stage.react(one.interviewId);
    expect(await stage.post(departmentId)).toMatchObject({ onTheWay: 0, inPost: 2 });
  });

  it('orders who is on the way by priority, then by who accepted first', async () => {
    const departmentId = await placed('中部销售部', 9, 2);
    const [low, high] = [
      await opened(departmentId, 2, { priority: 'low' }),
      await opened(departmentId, 2, { priority: 'high' }),
    ];
    const first = await onboard(low);
    stage.clock.advance('PT1M');
    const second = await onboard(high);
    stage.clock.advance('PT1M');
    const offered = await stage.submitted(high);
    const at = { interviewId: offered.interviewId };
    await decideOutcome(stage.deps, stage.hr(at, { outcome: 'offer' as const }));
    await makeOffer(stage.deps, stage.hr(at, { date: '2027-12-31', time: '18:00', words: '' }));
    const list = async () => {
      const answer = await onboarding(stage.deps, { ...stage.ask({ departmentId }, {}), input: {} });
      return answer.ok ? answer.value.people.map(({ interviewId, stage: is }) => [interviewId, is]) : [];
    };
    expect(await list()).toEqual([
      [second.interviewId, 'onboarding'],
      [offered.interviewId, 'offer'],
      [first.interviewId, 'onboarding'],
    ]);
    const { hiring } = await stage.load(offered);
    await answerOffer(
      stage.deps,
      stage.candidate(offered, { since: hiring.offer?.since ?? 0, answer: 'declined' as const }),
    );
    expect(await list()).toEqual([
      [second.interviewId, 'onboarding'],
      [first.interviewId, 'onboarding'],
    ]);
  });
});

describe('departments', () => {
  const make = (name: string, parentId: string | null = 'dep_huadong', operationId = newOperation()) =>
    createDepartment(stage.deps, stage.ask({}, { operationId, name, parentId, headUserIds: [], order: 5 }));

  it('are made once, and a name stands once among siblings', async () => {
    const operationId = newOperation();
    const made = await make('采购部', 'dep_huadong', operationId);
    expect(await make('采购部', 'dep_huadong', operationId)).toEqual(made);
    expect(await make('采购部')).toMatchObject({ ok: false, error: { code: 'name_taken' } });
    expect(await make('采购部', null)).toMatchObject({ ok: true });
    const both = await Promise.all([make('法务部'), make('法务部')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('never stand below themselves, whoever moves them at once', async () => {
    const ids = await Promise.all(
      ['甲部', '乙部'].map(async (name) => {
        const made = await make(name);
        return made.ok ? made.value.departmentId : '';
      }),
    );
    const [one = '', two = ''] = ids;
    const move = (departmentId: string, parentId: string, name: string) =>
      saveDepartment(
        stage.deps,
        stage.ask({ departmentId }, { version: 1, name, parentId, headUserIds: [], order: 1 }),
      );
    expect(await move(one, one, '甲部')).toMatchObject({
      error: { code: 'invalid_input', details: { fields: ['parentId'] } },
    });
    const moved = await Promise.all([move(one, two, '甲部'), move(two, one, '乙部')]);
    expect(moved.filter(({ ok }) => ok)).toHaveLength(1);
    const { departments } = await stage.read();
    expect(departments.filter(({ departmentId }) => ids.includes(departmentId))).toHaveLength(2);
  });

  it('a new name is the name everywhere at once', async () => {
    const sales = await stage.department();
    const { departmentId, parentId, order, version } = sales;
    const request = stage.ask(
      { departmentId },
      { version, name: '营销中心', parentId, headUserIds: ['usr_zhaolei'], order },
    );
    expect(await saveDepartment(stage.deps, request)).toMatchObject({ ok: true });
    const [position, requisition, plates, all] = await Promise.all([
      stage.deps.directory.position(stage.company, pos),
      stage.deps.directory.requisition(stage.company, 'req_salesrep01'),
      stage.deps.nameplates.openings(stage.company, ['req_salesrep01']),
      stage.deps.positions.all(stage.company),
    ]);
    expect([position?.department, requisition?.department, plates.get('req_salesrep01')?.department]).toEqual(
      Array(3).fill('营销中心'),
    );
    expect(all.find((one) => one.positionId === pos)?.department).toBe('营销中心');
    const back = stage.ask(
      { departmentId },
      { version: version + 1, name: '销售部', parentId, headUserIds: ['usr_zhaolei'], order },
    );
    expect(await saveDepartment(stage.deps, back)).toMatchObject({ ok: true });
  });

  it('go only when nothing refers to them', async () => {
    const remove = (departmentId: string, version: number) =>
      removeDepartment(stage.deps, stage.ask({ departmentId }, { version }));
    expect(await remove('dep_huadong', 1)).toMatchObject({ error: { code: 'department_in_use' } });
    const { version } = await stage.department();
    expect(await remove(dep, version)).toMatchObject({ error: { code: 'department_in_use' } });
    const made = await make('空部门');
    const { departmentId } = made.ok ? made.value : { departmentId: '' };
    // An opening that comes at the same moment keeps it, or comes too late.
    const [gone, opens] = await Promise.all([remove(departmentId, 1), opening({ departmentId })]);
    expect([gone.ok, opens.ok].filter(Boolean)).toHaveLength(1);
  });
});

describe('requisitions', () => {
  it('look for no more people than are vacant, less those whom others look for', async () => {
    const departmentId = await placed('海外部', 5, 2);
    const first = await opened(departmentId, 2);
    expect(await opening({ departmentId, vacancies: 2 })).toMatchObject({
      error: { code: 'headcount_exceeded', details: { most: 1 } },
    });
    // Two at once for the last one: one of them comes too late.
    const both = await Promise.all([opening({ departmentId }), opening({ departmentId })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const view = await get(stage.deps, { ...stage.ask({ requisitionId: first }, {}), input: {} });
    expect(view).toMatchObject({ ok: true, value: { most: 2, taken: 0, vacancies: 2, version: 1 } });
  });

  it('are opened again only while nobody else looks for the same people', async () => {
    const departmentId = await placed('企划部', 3, 1);
    const first = await opened(departmentId, 2);
    expect(await close(stage.deps, stage.ask({ requisitionId: first }, {}))).toMatchObject({ ok: true });
    const second = await opened(departmentId, 1);
    expect(await reopen(stage.deps, stage.ask({ requisitionId: first }, {}))).toMatchObject({
      error: { code: 'headcount_exceeded', details: { most: 1 } },
    });
    await close(stage.deps, stage.ask({ requisitionId: second }, {}));
    const again = stage.ask({ requisitionId: first }, {});
    for (let n = 0; n < 2; n += 1)
      expect(await reopen(stage.deps, again)).toMatchObject({ ok: true, value: { closedAt: null } });
  });

  it('never look for fewer than have a seat, whatever comes at once', async () => {
    const departmentId = await placed('渠道部', 9, 2);
    const req = await opened(departmentId, 3);
    await onboard(req);
    const shrink = (vacancies: number, version: number) =>
      save(
        stage.deps,
        stage.ask(
          { requisitionId: req },
          { version, vacancies, priority: 'low' as const, deputyId: null, interviewerIds: [] },
        ),
      );
    const waiting = await stage.submitted(req);
    const [offer, fewer] = await Promise.all([
      decideOutcome(stage.deps, stage.hr({ interviewId: waiting.interviewId }, { outcome: 'onboarding' as const })),
      shrink(1, 1),
    ]);
    const held = (await stage.deps.requisitions.holders(stage.company, req)).length;
    const now = await stage.deps.directory.requisition(stage.company, req);
    expect(held).toBeLessThanOrEqual(now?.vacancies ?? 0);
    expect([offer.ok, fewer.ok]).toContain(true);
    const { version = 0 } = now ?? {};
    if (held === 2)
      expect(await shrink(1, version)).toMatchObject({ error: { code: 'below_filled', details: { taken: 2 } } });
    // Down to what is filled it closes; more again, it opens.
    await stage.react(waiting.interviewId);
    await shrink(held, version);
    expect(await stage.deps.requisitions.standing(stage.company, req)).toMatchObject({
      vacancies: held,
      closedAt: expect.any(String),
    });
    const again = await stage.deps.directory.requisition(stage.company, req);
    await shrink(held + 1, again?.version ?? 0);
    expect(await stage.deps.requisitions.standing(stage.company, req)).toMatchObject({ closedAt: null });
  });

  it('are for people of the company, and keep their version', async () => {
    expect(await opening({ ownerId: 'usr_nobody' })).toMatchObject({ error: { details: { fields: ['ownerId'] } } });
    expect(await opening({ deputyId: hr.userId })).toMatchObject({ error: { details: { fields: ['deputyId'] } } });
    const departmentId = await placed('质量部', 3, 0);
    const req = await opened(departmentId, 1);
    const change = (priority: 'high' | 'low') =>
      save(
        stage.deps,
        stage.ask(
          { requisitionId: req },
          { version: 1, vacancies: 1, priority, deputyId: 'usr_linyue', interviewerIds: [] },
        ),
      );
    const both = await Promise.all([change('high'), change('low')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'version_conflict' } });
  });

  it('all go to another owner when one leaves, and repeated nothing more happens', async () => {
    const departmentId = await placed('仓储部', 3, 0);
    const owned = await Promise.all([1, 1].map((n) => opened(departmentId, n, { ownerId: 'usr_linyue' })));
    const request = stage.ask({}, { fromUserId: 'usr_linyue', toUserId: hr.userId, requisitionId: null });
    const done = await handOver(stage.deps, request);
    expect(done.ok && [...done.value.handedOver].sort()).toEqual([...owned].sort());
    expect(await handOver(stage.deps, request)).toEqual(done);
    for (const id of owned) {
      expect((await stage.deps.directory.requisition(stage.company, id))?.ownerId).toBe(hr.userId);
    }
    const stranger = stage.ask({}, { fromUserId: hr.userId, toUserId: 'usr_nobody', requisitionId: null });
    expect(await handOver(stage.deps, stranger)).toMatchObject({ error: { code: 'invalid_input' } });
  });

  it('says who is away until when', async () => {
    const away = (awayUntil: string | null) => absence(stage.deps, stage.ask({}, { userId: 'usr_linyue', awayUntil }));
    const read = async () => {
      const answer = await people(stage.deps, { ...stage.ask({}, {}), input: {} });
      return answer.value.people.find(({ userId }) => userId === 'usr_linyue');
    };
    await away('2027-04-01');
    expect(await read()).toMatchObject({ name: '林悦', awayUntil: '2027-04-01', gone: false });
    await away(null);
    expect(await read()).toMatchObject({ awayUntil: null });
  });
});
