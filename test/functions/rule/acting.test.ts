import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { decideOutcome, undoDecision } from '#functions/application/decide.ts';
import { judge } from '#functions/report/judge.ts';
import { questionnaire } from '#functions/report/questionnaire.ts';
import { review } from '#functions/report/review.ts';
import { rulesOf } from '#functions/rule/rules-of.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import type { Rule } from '#shared/rules/rule.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, candidateOf, hr, newOperation, type Stage, startStage } from '#test/functions/evaluation/stage.ts';
import { calibrate, model } from './model.ts';

let stage: Stage | undefined;
const on = (): Stage => {
  if (stage === undefined) throw new Error('no stage');
  return stage;
};
beforeEach(async () => {
  stage ??= await startStage();
  await stage.setCompany({});
});
afterAll(() => stage?.stop());

const rule = (over: Partial<Rule>): Rule => ({
  ruleId: 'rule_all',
  name: '人人进入复试',
  when: [{ fact: 'overall', is: 'at_least', value: 0 }],
  concludes: 'second_interview',
  mode: 'act',
  on: true,
  ...over,
});

/** These rules as the next version, past what a save would refuse. */
async function rulesAre(...rules: Rule[]): Promise<number> {
  const { deps, positionId } = on();
  const found = await rulesOf(deps, company, positionId);
  const version = (found?.ruleSet.version ?? 0) + 1;
  await deps.rules.save(company, positionId, { version, rules, waitHours: 24, savedBy: null, savedAt: null });
  return version;
}

const decided = async (state: InterviewState) => {
  const history = await on().deps.interviews.history(company, state.interviewId);
  return history.flatMap(({ event }) => (event.type === 'decided' ? [event] : []));
};
const messages = async (state: InterviewState, kind: string) => {
  const jobs: unknown[] = [];
  const queue = { send: async (sent: unknown[]) => void jobs.push(...sent) };
  await sweep({ ...on().deps, queue }, (_, error) => {
    throw error;
  });
  return jobs.filter(
    (job) => JSON.stringify(job).includes(state.interviewId) && JSON.stringify(job).includes(`"${kind}"`),
  );
};
const undo = (state: InterviewState) =>
  undoDecision(on().deps, ask(hr, { interviewId: state.interviewId }, { operationId: newOperation() }));
const view = async ({ interviewId }: InterviewState) => {
  const answer = await review(on().deps, ask(hr, { interviewId }));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

describe('a rule that may act', () => {
  it('decides as the system when the report is there, once, on grounds that can be read', async () => {
    const version = await rulesAre(rule({}));
    const state = await on().reported();
    expect(state.status).toBe('submitted');
    await on().tick();
    await on().tick();
    const all = await decided(state);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      by: 'system',
      data: {
        outcome: 'second_interview',
        on: { rules: version, ruleId: 'rule_all', report: 1, scorer: expect.stringMatching(/.+@.+/) },
      },
    });
    expect((await view(state)).ruled).toMatchObject({ outcome: 'second_interview', version, name: '人人进入复试' });
  });

  it('lets nobody hear of it before the time to undo is over', async () => {
    await rulesAre(rule({}));
    const state = await on().reported();
    expect(await messages(state, 'decision')).toEqual([]);
    expect((await on().load(state)).status).toBe('evaluated');
    on().clock.advance('PT9M');
    expect(await messages(state, 'decision')).toEqual([]);
    on().clock.advance('PT2M');
    expect(await messages(state, 'decision')).toHaveLength(1);
  });

  it('is taken back by a person for good: it does not decide again, whatever comes', async () => {
    await rulesAre(rule({}));
    const state = await on().reported();
    await on().tick();
    expect((await undo(state)).ok).toBe(true);
    await on().tick();
    expect((await on().load(state)).status).toBe('submitted');
    expect((await view(state)).ruled).toBeNull();
    const input = { operationId: newOperation(), flow: 5, realism: {}, more: '' };
    await questionnaire(on().deps, ask(candidateOf(state), { interviewId: state.interviewId }, input));
    await on().tick();
    expect(await decided(state)).toHaveLength(1);
  });

  it('leaves what a person has decided, also in the same moment', async () => {
    await rulesAre(rule({}));
    const early = await on().reported();
    const input = { operationId: newOperation(), outcome: 'pool' as const };
    expect((await decideOutcome(on().deps, ask(hr, { interviewId: early.interviewId }, input))).ok).toBe(true);
    await on().tick();
    expect((await decided(early)).map(({ by }) => by)).toEqual([hr.userId]);
    const late = await on().reported();
    const { deps } = on();
    let first = true;
    const interviews: typeof deps.interviews = {
      ...deps.interviews,
      async commit(change) {
        if (first) {
          first = false;
          const again = { operationId: newOperation(), outcome: 'pool' as const };
          await decideOutcome(deps, ask(hr, { interviewId: late.interviewId }, again));
        }
        return deps.interviews.commit(change);
      },
    };
    await sweep({ ...deps, interviews }, (_, error) => {
      throw error;
    });
    await on().tick();
    expect((await decided(late)).map(({ by, data }) => [by, data.outcome])).toEqual([[hr.userId, 'pool']]);
  });

  it('waits for the questionnaire as long as its rules say, and decides at once when it comes', async () => {
    const content = rule({
      ruleId: 'rule_content',
      when: [{ fact: 'satisfaction', is: 'at_least', value: 4.5 }],
    });
    await rulesAre(content, rule({}));
    const [answers, silent] = [await on().reported(), await on().reported()];
    await on().tick();
    expect(await decided(answers)).toEqual([]);
    on().clock.advance('PT5M');
    const input = { operationId: newOperation(), flow: 5, realism: {}, more: '' };
    await questionnaire(on().deps, ask(candidateOf(answers), { interviewId: answers.interviewId }, input));
    await on().tick();
    expect((await decided(answers)).map(({ data }) => data.on?.ruleId)).toEqual(['rule_content']);
    on().clock.advance('PT23H');
    await on().tick();
    expect(await decided(silent)).toEqual([]);
    on().clock.advance('PT2H');
    await on().tick();
    expect((await decided(silent)).map(({ data }) => data.on?.ruleId)).toEqual(['rule_all']);
  });
});

describe('a rule that tells', () => {
  it('the owner hears of it once, whether it acts or only proposes', async () => {
    await rulesAre(rule({ mode: 'propose', notify: true }));
    const proposed = await on().reported();
    expect(await messages(proposed, 'rule_for_hr')).toHaveLength(1);
    expect(await messages(proposed, 'rule_for_hr')).toEqual([]);
    expect(await decided(proposed)).toEqual([]);
    await rulesAre(rule({ notify: true }));
    const acted = await on().reported();
    expect(await messages(acted, 'rule_for_hr')).toHaveLength(1);
    expect(await decided(acted)).toHaveLength(1);
  });
});

describe('a rule leaves it to a person', () => {
  it('where it only proposes', async () => {
    await rulesAre(rule({ mode: 'propose' }));
    const state = await on().reported();
    await on().tick();
    expect(await decided(state)).toEqual([]);
  });

  it('where it is an offer, whoever scored', async () => {
    await rulesAre(rule({ concludes: 'offer' }));
    await on().setCompany({ rulesTurnDown: true });
    await calibrate(on());
    const state = await on().reported({}, { scorer: model });
    await on().tick();
    expect(await decided(state)).toEqual([]);
  });

  it('where they have begun to judge, or the candidate waits for one', async () => {
    await rulesAre(rule({}));
    const [judged, asks] = [await on().reported(), await on().reported()];
    const input = { operationId: newOperation(), report: 1, overall: 60, dimensions: {}, note: '' };
    expect((await judge(on().deps, ask(hr, { interviewId: judged.interviewId }, input))).ok).toBe(true);
    await on().after(asks, {
      type: 'openTicket',
      by: asks.candidateId,
      ticketId: 'tkt_0001',
      kind: 'human_review',
      category: 'other',
    });
    await on().tick();
    expect([await decided(judged), await decided(asks)]).toEqual([[], []]);
  });

  it('where nobody can be taken on any more, and is not asked again', async () => {
    await rulesAre(rule({ concludes: 'onboarding' }));
    const state = await on().reported();
    await on().tick();
    expect(await decided(state)).toEqual([]);
    const due = await on().deps.due.before(on().clock.now(), 100);
    expect(due.filter(({ interviewId, kind }) => interviewId === state.interviewId && kind === 'rule')).toEqual([]);
  });

  it('where there is no number to go by', async () => {
    await rulesAre(rule({}));
    const broken = { ...model, judge: () => Promise.reject(new Error('down')) };
    const state = await on().reported({}, { scorer: broken });
    expect(state.report.mode).toBe('evidence_only');
    await on().tick();
    expect(await decided(state)).toEqual([]);
  });

  const turnsDown = async (concludes: 'reject' | 'pool', over: Parameters<Stage['reported']>[1] = {}) => {
    await rulesAre(rule({ concludes }));
    const state = await on().reported({}, over);
    await on().tick();
    return (await decided(state)).map(({ by, data }) => [by, data.outcome]);
  };

  it.each(['reject', 'pool'] as const)('%s: unless the company allows it and a calibrated model scored', async (by) => {
    const fresh = { ...model, version: '9' };
    await on().setCompany({ rulesTurnDown: true });
    expect(await turnsDown(by)).toEqual([]);
    expect(await turnsDown(by, { scorer: fresh })).toEqual([]);
    await calibrate(on());
    expect(await turnsDown(by, { scorer: model })).toEqual([['system', by]]);
    await on().setCompany({ rulesTurnDown: false });
    expect(await turnsDown(by, { scorer: model })).toEqual([]);
  });
});
