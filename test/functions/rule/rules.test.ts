import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideOutcome } from '#functions/application/decide.ts';
import { questionnaire } from '#functions/report/questionnaire.ts';
import { review } from '#functions/report/review.ts';
import { read } from '#functions/rule/read.ts';
import { save } from '#functions/rule/save.ts';
import { versions } from '#functions/rule/versions.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import type { Rule } from '#shared/rules/rule.ts';
import { templates } from '#shared/rules/templates.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import {
  ask,
  candidateOf,
  hr,
  newOperation,
  type Stage,
  startStage,
  strangers,
} from '#test/functions/evaluation/stage.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { calibrate } from './model.ts';

let stage: Stage;
let state: InterviewState;
const { positionId } = salesPosition;
beforeAll(async () => {
  stage = await startStage();
  state = await stage.reported();
});
afterAll(() => stage.stop());

const proposal = async (of = state) => {
  const view = await review(stage.deps, ask(hr, { interviewId: of.interviewId }));
  if (!view.ok) throw new Error(view.error.code);
  return view.value.proposal;
};
const everybody: Rule = {
  ruleId: 'rule_everybody',
  name: '人人进入复试',
  when: [{ fact: 'overall', is: 'at_least', value: 0 }],
  concludes: 'second_interview',
  mode: 'propose',
  on: true,
};
const content: Rule = {
  ruleId: 'rule_content',
  name: '满意的进人才库',
  when: [{ fact: 'satisfaction', is: 'at_least', value: 4.5 }],
  concludes: 'pool',
  mode: 'propose',
  on: true,
};
const listed = async () => {
  const answer = await versions(stage.deps, ask(hr, { positionId }));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.versions;
};
const saving = (version: number, ...rules: Rule[]) =>
  save(stage.deps, ask(hr, { positionId }, { version, rules, waitHours: 24 }));

describe('what the rules propose', () => {
  it('is there with the report, with every condition and what is known of it', async () => {
    const shown = await proposal();
    expect(shown).toMatchObject({ version: 1, waits: false });
    const overall = state.report.overall;
    expect(shown?.checked[0]?.conditions[0]).toMatchObject({ fact: 'overall', value: 80, known: overall });
    const expected = overall !== null && overall < 70 ? 'reject' : undefined;
    if (expected) expect(shown?.conclusion).toBe(expected);
  });

  it('is nothing while there is no report', async () => {
    expect(await proposal(await stage.submitted())).toBeNull();
  });

  it('follows the rules of the position, which are saved as a next version and lint as they are', async () => {
    expect(await read(stage.deps, ask(hr, { positionId }))).toMatchObject({
      ok: true,
      value: { own: false, ruleSet: templates.with_second_interview },
    });
    const saved = await saving(1, everybody);
    expect(saved).toMatchObject({ ok: true, value: { own: true, ruleSet: { version: 2 }, findings: [] } });
    expect(await proposal()).toMatchObject({ version: 2, conclusion: 'second_interview', ruleId: 'rule_everybody' });
  });

  it('two people at once do not overwrite each other; the same sent again is saved once', async () => {
    expect(await saving(1, content)).toEqual({ ok: false, error: { code: 'version_conflict' } });
    expect(await saving(1, everybody)).toMatchObject({ ok: true, value: { ruleSet: { version: 2 } } });
    const both = await Promise.all([saving(2, content, everybody), saving(2, everybody, content)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('knows who made each version and when, and what says the same is none', async () => {
    const before = await listed();
    const newest = before[0]?.ruleSet;
    if (newest === undefined) throw new Error('no version');
    stage.deps.clock.advance('PT1H');
    expect(await saving(newest.version, ...newest.rules)).toMatchObject({ ok: true });
    expect(await saving(1, ...newest.rules)).toMatchObject({
      ok: true,
      value: { ruleSet: { version: newest.version } },
    });
    expect(await listed()).toEqual(before);
    const saved = await saving(newest.version, { ...everybody, name: '都来复试' });
    expect(saved).toMatchObject({ ok: true, value: { savedAt: stage.clock.now().toISOString() } });
    const after = await listed();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({
      savedBy: expect.stringMatching(/^(?!usr_).+/),
      ruleSet: { version: newest.version + 1 },
    });
    expect(after.at(-1)).toMatchObject({ savedBy: null, ruleSet: templates.with_second_interview });
  });

  it('may not act on an offer, nor turn people down without the company’s word', async () => {
    const [newest] = await listed();
    const version = newest?.ruleSet.version ?? 0;
    for (const concludes of ['offer', 'reject', 'pool'] as const) {
      expect(await saving(version, { ...everybody, mode: 'act', concludes })).toEqual({
        ok: false,
        error: { code: 'rule_needs_person', details: { ruleIds: ['rule_everybody'] } },
      });
    }
    expect(await saving(version, { ...everybody, mode: 'act' })).toMatchObject({ ok: true });
    await stage.setCompany({ rulesTurnDown: true });
    await calibrate(stage);
    const refusing: Rule = { ...everybody, mode: 'act', concludes: 'reject' };
    expect(await saving(version + 1, refusing)).toMatchObject({ ok: true });
    expect(await saving(version + 2, { ...refusing, concludes: 'offer' })).toMatchObject({ ok: false });
    await stage.setCompany({});
  });

  it('waits for what the candidate has not said, up to the limit', async () => {
    const newest = await read(stage.deps, ask(hr, { positionId }));
    const version = newest.ok ? newest.value.ruleSet.version : 0;
    await saving(version, content, everybody);
    const asked = await stage.reported();
    expect(await proposal(asked)).toMatchObject({ waits: true, conclusion: 'person', ruleId: 'rule_content' });
    const input = { operationId: newOperation(), flow: 5, realism: {}, more: '' };
    expect(
      (await questionnaire(stage.deps, ask(candidateOf(asked), { interviewId: asked.interviewId }, input))).ok,
    ).toBe(true);
    expect(await proposal(asked)).toMatchObject({ waits: false, conclusion: 'pool' });
    const silent = await stage.reported();
    stage.deps.clock.advance('PT25H');
    expect(await proposal(silent)).toMatchObject({ waits: false, conclusion: 'second_interview' });
  });

  it('is another company’s business nowhere (SCENARIOS 20)', async () => {
    expect(await read(stage.deps, ask(strangers, { positionId }))).toEqual({ ok: false, error: { code: 'not_found' } });
    const input = { version: 1, rules: [everybody], waitHours: 0 };
    expect(await save(stage.deps, ask(strangers, { positionId }, input))).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });
});

describe('a decision', () => {
  it('keeps what it was made on, for good', async () => {
    const decided = await stage.reported();
    const request = ask(
      hr,
      { interviewId: decided.interviewId },
      { operationId: newOperation(), outcome: 'second_interview' as const },
    );
    expect((await decideOutcome(stage.deps, request)).ok).toBe(true);
    const history = await stage.deps.interviews.history(company, decided.interviewId);
    const event = history.findLast(({ event: one }) => one.type === 'decided')?.event;
    const newest = await read(stage.deps, ask(hr, { positionId }));
    expect(event).toMatchObject({
      by: hr.userId,
      data: {
        outcome: 'second_interview',
        on: {
          report: 1,
          rules: newest.ok ? newest.value.ruleSet.version : 0,
          overall: decided.report.overall,
          satisfaction: null,
        },
      },
    });
    // What was decided is proposed no more.
    expect(await proposal(decided)).toBeNull();
  });
});
