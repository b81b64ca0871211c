import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { decideOutcome } from '#functions/application/decide.ts';
import { replay } from '#functions/rule/replay.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import type { Rule } from '#shared/rules/rule.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, newOperation, type Stage, said, startStage, strangers } from '#test/functions/evaluation/stage.ts';

let stage: Stage;
let good: InterviewState;
let poor: InterviewState;
let silent: InterviewState;
const weak = Object.fromEntries(['qprice', 'qclose', 'qdelay'].map((id) => [id, said('不知道怎么说，随便吧。')]));

/** Reported, with its copies where a look back finds them. */
async function past(contents?: Parameters<Stage['reported']>[0]): Promise<InterviewState> {
  const state = await stage.reported(contents);
  await bringUpToDate(stage.deps, company, state.interviewId);
  const { requisitionId, positionId } = state;
  const opening = { requisitionId, positionId, department: '销售部', position: '销售代表', ownerId: hr.userId };
  const numbers = { headcount: 10, inPost: 8, vacancies: 2, openedAt: stage.clock.now().toISOString() };
  await stage.put({ ...keys.requisition(company, requisitionId), ...opening, ...numbers });
  return state;
}

beforeAll(async () => {
  stage = await startStage();
  good = await past();
  poor = await past(weak);
  silent = await past();
  const input = { operationId: newOperation(), outcome: 'second_interview' as const };
  await decideOutcome(stage.deps, ask(hr, { interviewId: good.interviewId }, input));
  await bringUpToDate(stage.deps, company, good.interviewId);
});
afterAll(() => stage?.stop());

const rule = (over: Partial<Rule>): Rule => ({
  ruleId: 'rule_all',
  name: '人人入库',
  when: [{ fact: 'overall', is: 'at_least', value: 0 }],
  concludes: 'pool',
  mode: 'propose',
  on: true,
  ...over,
});

type Page = Output<'position.replayRules'>;

/** Page after page, as the screen does. */
async function replayed(...rules: Rule[]): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | undefined;
  do {
    const input = { rules, waitHours: 24, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await replay(stage.deps, ask(hr, { positionId: stage.positionId }, input));
    if (!answer.ok) throw new Error(answer.error.code);
    pages.push(answer.value);
    cursor = answer.value.cursor ?? undefined;
  } while (cursor !== undefined && pages.length < limits.replayed);
  return pages;
}
const sum = (pages: Page[], of: (page: Page) => number) => pages.reduce((n, page) => n + of(page), 0);

describe('rules on past interviews', () => {
  it('what they would change, from what to what, beside what was decided', async () => {
    const pages = await replayed(rule({}));
    expect(sum(pages, ({ looked }) => looked)).toBe(3);
    const changed = pages.flatMap((page) => page.changed);
    expect(changed.map(({ applicationId }) => applicationId).sort()).toEqual(
      [good, poor, silent].map(({ applicationId }) => applicationId).sort(),
    );
    const first = changed.find(({ applicationId }) => applicationId === good.applicationId);
    expect(first).toMatchObject({
      overall: good.report.overall,
      after: { conclusion: 'pool', ruleId: 'rule_all' },
      decided: 'second_interview',
    });
    expect(first?.before.conclusion).not.toBe('pool');
    expect(sum(pages, ({ decided }) => decided.people)).toBe(1);
    expect(sum(pages, ({ decided }) => decided.after)).toBe(0);
  });

  it('how many each rule concludes, before and after', async () => {
    const pages = await replayed(rule({ when: [{ fact: 'overall', is: 'at_least', value: 100 }] }));
    const counts = pages.flatMap((page) => page.counts);
    const of = (ruleId: string | null) => counts.filter((one) => one.ruleId === ruleId);
    expect(of('rule_all').reduce((n, { after }) => n + after, 0)).toBe(0);
    expect(of(null).reduce((n, { after }) => n + after, 0)).toBe(3);
  });

  it('the rules as they are change nobody', async () => {
    const { templates } = await import('#shared/rules/templates.ts');
    expect(sum(await replayed(...templates.with_second_interview.rules), ({ changed }) => changed.length)).toBe(0);
  });

  it('goes on where a page ended, and nowhere for a cursor of nobody', async () => {
    const input = { rules: [rule({})], waitHours: 24, cursor: 'nonsense' };
    expect(await replay(stage.deps, ask(hr, { positionId: stage.positionId }, input))).toMatchObject({
      ok: true,
      value: { cursor: null },
    });
  });

  it('is another company’s business nowhere', async () => {
    const input = { rules: [rule({})], waitHours: 24 };
    expect(await replay(stage.deps, ask(strangers, { positionId: stage.positionId }, input))).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });
});
