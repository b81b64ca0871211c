import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '#functions/report/judge.ts';
import { mine } from '#functions/report/mine.ts';
import { questionnaire } from '#functions/report/questionnaire.ts';
import { rate } from '#functions/report/rate.ts';
import { reevaluate } from '#functions/report/reevaluate.ts';
import { review } from '#functions/report/review.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { limits } from '#shared/limits.ts';
import { company, consents } from '#test/functions/adapters/dynamo/store.ts';
import {
  ask,
  candidateOf,
  clip,
  clipRecord,
  hr,
  newOperation,
  type Stage,
  said,
  startStage,
  strangers,
  strong,
} from '#test/functions/evaluation/stage.ts';

let stage: Stage;
let state: InterviewState;
beforeAll(async () => {
  stage = await startStage();
  state = await stage.reported();
});
afterEach(() => stage.faults.clear());
afterAll(() => stage.stop());

const notFound = { ok: false, error: { code: 'not_found' } };
const reviewed = async (of: InterviewState, query: { version?: number } = {}, actor = hr) => {
  const view = await review(stage.deps, ask(actor, { interviewId: of.interviewId }, {}, query));
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
};
const mineOf = async (of: InterviewState) => {
  const view = await mine(stage.deps, ask(candidateOf(of), { interviewId: of.interviewId }));
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
};
const judging = (over: object = {}) => ({
  operationId: newOperation(),
  report: 1,
  overall: 71,
  dimensions: { 沟通能力: 80 },
  note: '说得清楚,但没有数字。',
  ...over,
});

describe('what HR reads', () => {
  it('the report with the words it was made from, and what nobody has said yet', async () => {
    const view = await reviewed(state);
    expect(view.report).toMatchObject({ report: 1, mode: 'scored' });
    expect(view.versions).toEqual([
      {
        report: 1,
        createdAt: view.report?.createdAt,
        scorer: `rubric@${rubricScorer.version}`,
        because: 'ended',
        mode: 'scored',
        overall: view.report?.overall,
      },
    ]);
    expect(view).toMatchObject({ progress: null, behaviour: null, judgement: null, questionnaire: null });
    expect(view.calibration).toMatchObject({ needed: limits.calibrationPairs, calibrated: false });
    expect(view.answers.map(({ questionId }) => questionId)).toEqual(stage.plan.questions.map(({ id }) => id));
    const [first] = view.answers;
    expect(first).toMatchObject({ counted: true, clips: [], rating: null, overtime: false, seconds: null });
    expect(first?.keyPoints).toContain('持续跟进');
    expect(first?.text).toBe(strong.qclose?.sent.join('\n'));
  });

  it('the answers alone while there is no report', async () => {
    const waiting = await stage.submitted();
    const view = await reviewed(waiting);
    expect(view).toMatchObject({ report: null, versions: [], progress: null });
    expect(view.answers.every(({ counted, text }) => counted && text !== '')).toBe(true);
    expect(await review(stage.deps, ask(hr, { interviewId: waiting.interviewId }, {}, { version: 1 }))).toEqual(
      notFound,
    );
  });

  it('recordings with what was heard and what was made of it, to be played', async () => {
    const begun = await stage.begun();
    const { interviewId } = begun;
    const speech = {
      seconds: 30,
      speakingSeconds: 20,
      charactersPerMinute: null,
      pauses: { count: 0, longestSeconds: 0, totalSeconds: 0, places: [] },
      loudness: null,
      fillers: { count: 0, words: [] },
      longSilences: 1,
    };
    await stage.deps.clips.putOnce(company, interviewId, clipRecord({ speech }));
    await stage.deps.clips.putOnce(
      company,
      interviewId,
      clipRecord({ clipId: '1-2', state: 'transcribing', assembled: null, transcript: null, settledAt: null }),
    );
    // Recorded again and thrown away: no part of the answer.
    await stage.deps.clips.putOnce(company, interviewId, clipRecord({ clipId: '1-9' }));
    const content = said(clip({ text: '我会先问他' }), clip({ clipId: '1-2' }), clip({ clipId: '1-3' }));
    const spoken = await stage.ended(begun, { ...strong, qclose: content });
    await stage.judged(spoken);
    const { clips = [] } = (await reviewed(spoken)).answers.find(({ questionId }) => questionId === 'qclose') ?? {};
    expect(clips).toMatchObject([
      {
        clipId: '1-1',
        state: 'ready',
        heard: '嗯我会先问他',
        corrected: '我会先问他',
        confidence: 0.9,
        words: [{ text: '嗯', start: 0, end: 0.4 }],
        url: `https://media.test/c/${company}/interview/${interviewId}/clip/1/qclose/1-1/whole`,
        speech: { seconds: 30, loudness: null },
        flags: [],
      },
      { clipId: '1-2', state: 'transcribing', url: null, heard: null, corrected: null, speech: null },
      { clipId: '1-3', state: 'failed', url: null, flags: ['recording_incomplete'] },
    ]);
    expect((await mineOf(spoken)).answers.map(({ spoken: aloud }) => aloud)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('what was observed, where the candidate agreed to it', async () => {
    const agreed = [...consents, { purpose: 'behaviour' as const, version: '1', granted: true }];
    const watched = await stage.begun(agreed);
    const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 8, 0, second)).toISOString();
    const seen = [
      { kind: 'left_app', at: at(1) },
      { kind: 'came_back', at: at(31) },
      { kind: 'camera_off', at: at(32) },
    ];
    const more = [
      { kind: 'came_back', at: at(44) },
      { kind: 'left_app', at: at(40) },
      { kind: 'offline', at: at(41) },
      { kind: 'left_app', at: at(50) },
    ];
    for (const [i, value] of [seen, more].entries()) {
      const name = `behaviour#1#${i}`;
      await stage.interviews.putNote(company, watched.interviewId, { name, value: { seen: value } });
    }
    const judged = await stage.ended(watched, strong);
    await stage.judged(judged);
    expect((await reviewed(judged)).behaviour).toEqual({ leftApp: 3, awaySeconds: 34, offline: 1, cameraOff: 1 });
    const quiet = await stage.reported();
    const note = { name: 'behaviour#1#0', value: { seen } };
    await stage.interviews.putNote(company, quiet.interviewId, note);
    expect((await reviewed(quiet)).behaviour).toBeNull();
  });

  it('is nothing to another company, and the same nothing as what is not there (SCENARIOS 20)', async () => {
    const { interviewId } = state;
    const one = { interviewId };
    const rating = { level: 3 };
    const requests = [
      () => review(stage.deps, ask(strangers, one)),
      () => rate(stage.deps, ask(strangers, { ...one, questionId: 'qclose' }, rating)),
      () => judge(stage.deps, ask(strangers, one, judging())),
      () => reevaluate(stage.deps, ask(strangers, one, { operationId: newOperation() })),
      () => review(stage.deps, ask(hr, { interviewId: 'itv_none' })),
      () => rate(stage.deps, ask(hr, { interviewId: 'itv_none', questionId: 'qclose' }, rating)),
      () => judge(stage.deps, ask(hr, { interviewId: 'itv_none' }, judging())),
      () => reevaluate(stage.deps, ask(hr, { interviewId: 'itv_none' }, { operationId: newOperation() })),
    ];
    const version = (await stage.load(state)).version;
    for (const request of requests) expect(await request()).toEqual(notFound);
    expect((await stage.load(state)).version).toBe(version);
  });
});

describe('HR’s own judgement', () => {
  it('stands beside the report with its reason and its author, and changes nothing in it', async () => {
    const own = await stage.reported();
    const before = await reviewed(own);
    const input = judging();
    const request = ask(hr, { interviewId: own.interviewId }, input);
    const first = await judge(stage.deps, request);
    expect(first).toMatchObject({ ok: true });
    expect(await judge(stage.deps, request)).toEqual(first);
    const after = await reviewed(own);
    const at = stage.clock.now().toISOString();
    const { report, overall, dimensions, note } = input;
    expect(after.judgement).toEqual({ report, overall, dimensions, note, by: '王敏', at });
    expect(after.report).toEqual(before.report);
    const other = ask(hr, { interviewId: own.interviewId }, { ...input, overall: 72 });
    expect(await judge(stage.deps, other)).toEqual({ ok: false, error: { code: 'operation_conflict' } });
  });

  it.each([
    ['of a report that is not there', { report: 2 }, 'report_not_ready'],
    ['of a dimension that the model does not have', { dimensions: { 颜值: 99 } }, 'invalid_input'],
  ])('%s is refused', async (_, over, code) => {
    const answer = await judge(stage.deps, ask(hr, { interviewId: state.interviewId }, judging(over)));
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });

  it('whose reply was lost is answered the same (SCENARIOS 8)', async () => {
    const own = await stage.reported();
    const request = ask(hr, { interviewId: own.interviewId }, judging());
    stage.faults.add({ kind: 'lostReply', next: 1, operations: ['TransactWriteItems'] });
    const first = await judge(stage.deps, request);
    expect(first).toMatchObject({ ok: true, value: { version: own.version + 1 } });
    expect(await judge(stage.deps, request)).toEqual(first);
    expect((await stage.load(own)).version).toBe(own.version + 1);
  });
});

describe('HR’s rating of one answer', () => {
  it('is kept once a person and answer, beside what the scorer had made of it', async () => {
    const own = await stage.reported();
    const params = { interviewId: own.interviewId, questionId: 'qclose' };
    const before = (await reviewed(own)).calibration.pairs;
    expect(await rate(stage.deps, ask(hr, params, { level: 2 }))).toMatchObject({ ok: true, value: { level: 2 } });
    const again = await rate(stage.deps, ask(hr, params, { level: 4 }));
    expect(again).toEqual({ ok: true, value: { level: 4, pairs: before + 1 } });
    expect(await rate(stage.deps, ask(hr, params, { level: 4 }))).toEqual(again);
    const ratings = await stage.deps.ratings.ofPosition(company, stage.positionId);
    const found = ratings.filter(({ interviewId }) => interviewId === own.interviewId);
    const item = (await reviewed(own)).report?.items.find(({ questionId }) => questionId === 'qclose');
    expect(found).toMatchObject([
      { userId: hr.userId, level: 4, score: item?.score, scorer: `rubric@${rubricScorer.version}`, report: 1 },
    ]);
    expect((await reviewed(own)).answers[0]?.rating).toBe(4);
    const colleague = { ...hr, userId: 'usr_colleague' };
    expect((await reviewed(own, {}, colleague)).answers[0]?.rating).toBeNull();
    expect(await rate(stage.deps, ask(colleague, params, { level: 3 }))).toEqual({
      ok: true,
      value: { level: 3, pairs: before + 1 },
    });
  });

  it('keeps the scorer’s number of its time when a new version comes', async () => {
    const own = await stage.reported();
    const params = { interviewId: own.interviewId, questionId: 'qprice' };
    await rate(stage.deps, ask(hr, params, { level: 3 }));
    const asked = await stage.after(own, { type: 'askEvaluation', by: 'x', because: 'asked' });
    const generous = { ...rubricScorer, name: 'generous' };
    await stage.judged(asked, { scorer: generous });
    const [rating] = (await stage.deps.ratings.ofPosition(company, stage.positionId)).filter(
      ({ interviewId }) => interviewId === own.interviewId,
    );
    expect(rating).toMatchObject({ report: 1, scorer: `rubric@${rubricScorer.version}` });
  });

  it('needs a report, and an answer that counted', async () => {
    const waiting = await stage.submitted();
    const params = { interviewId: waiting.interviewId, questionId: 'qclose' };
    expect(await rate(stage.deps, ask(hr, params, { level: 3 }))).toEqual({
      ok: false,
      error: { code: 'report_not_ready' },
    });
    expect(
      await rate(stage.deps, ask(hr, { interviewId: state.interviewId, questionId: 'qnone' }, { level: 3 })),
    ).toEqual(notFound);
  });
});

describe('a new version that HR asks for', () => {
  it('comes beside the old one; asked again it is the same one', async () => {
    const own = await stage.reported();
    const old = await reviewed(own);
    const request = ask(hr, { interviewId: own.interviewId }, { operationId: newOperation() });
    const first = await reevaluate(stage.deps, request);
    expect(first).toMatchObject({ ok: true, value: { version: own.version + 1 } });
    // While it is made, the old one stands, and asking once more asks for nothing more.
    expect((await reviewed(own)).report).toEqual(old.report);
    const other = ask(hr, { interviewId: own.interviewId }, { operationId: newOperation() });
    expect(await reevaluate(stage.deps, other)).toMatchObject({ ok: true, value: { version: own.version + 1 } });
    expect(await reevaluate(stage.deps, request)).toEqual(first);
    // Where there is nothing to decide, the id is looked up all the same.
    const waiting = await stage.submitted();
    const taken = ask(hr, { interviewId: waiting.interviewId }, request.input);
    expect(await reevaluate(stage.deps, taken)).toEqual({ ok: false, error: { code: 'operation_conflict' } });
    expect(await stage.settle(own)).toEqual(['stale', 'done']);
    expect(await reevaluate(stage.deps, request)).toEqual(first);
    const view = await reviewed(own);
    expect(view.versions.map(({ report, because }) => [report, because])).toEqual([
      [1, 'ended'],
      [2, 'asked'],
    ]);
    expect(view.report?.report).toBe(2);
    expect((await reviewed(own, { version: 1 })).report).toEqual(old.report);
    expect((await stage.load(own)).version).toBe(own.version + 2);
  });
});

describe('what the candidate reads', () => {
  it('what was good, one suggestion each, their own words, and no number that is not calibrated', async () => {
    const view = await mineOf(state);
    expect(view).toMatchObject({ calibrated: false, scoresShown: false, overall: null, insufficient: false });
    expect(view.dimensions.every(({ score }) => score === null)).toBe(true);
    expect(view.dimensions.flatMap(({ shown }) => shown).length).toBeGreaterThan(5);
    expect(view.answers.map(({ questionId }) => questionId)).toEqual(stage.plan.questions.map(({ id }) => id));
    expect(view.answers[0]?.text).toBe(strong.qclose?.sent.join('\n'));
    expect(JSON.stringify(view)).not.toContain('near_duplicate');
  });

  it('with numbers where the company shows them', async () => {
    await stage.setCompany({ showScores: true });
    const view = await mineOf(state);
    await stage.setCompany({});
    const { report } = await reviewed(state);
    expect(view).toMatchObject({ scoresShown: true, calibrated: false, overall: report?.overall });
    expect(view.dimensions.map(({ score }) => score)).toEqual(report?.dimensions.map(({ score }) => score));
    expect(view.overall).toBeGreaterThan(0);
  });

  it('with numbers where they are calibrated', async () => {
    const scorer = { ...rubricScorer, name: 'measured' };
    const rating = {
      questionId: 'qclose',
      userId: hr.userId,
      level: 3,
      score: 60,
      scorer: `measured@${scorer.version}`,
      report: 1,
      at: 'x',
    };
    for (let i = 0; i < limits.calibrationPairs; i += 1) {
      await stage.deps.ratings.put(company, stage.positionId, { ...rating, interviewId: `itv_measured${i}` });
    }
    const own = await stage.reported(undefined, { scorer });
    expect(await mineOf(own)).toMatchObject({ scoresShown: true, calibrated: true, overall: expect.any(Number) });
  });

  it('another’s is as absent as none, whoever asks (SCENARIOS 19)', async () => {
    const other = await stage.reported();
    const one = { interviewId: other.interviewId };
    expect(await mine(stage.deps, ask(candidateOf(state), one))).toEqual(notFound);
    expect(await mine(stage.deps, ask(candidateOf(state), { interviewId: 'itv_none' }))).toEqual(notFound);
    const elsewhere = { ...candidateOf(other), company: 'co_other' };
    expect(await mine(stage.deps, ask(elsewhere, one))).toEqual(notFound);
    const input = { operationId: newOperation(), flow: 5, realism: {}, more: '' };
    expect(await questionnaire(stage.deps, ask(candidateOf(state), one, input))).toEqual(notFound);
    expect(await questionnaire(stage.deps, ask(elsewhere, one, input))).toEqual(notFound);
  });

  it('is not ready before the report is, and not while a reopened one is made', async () => {
    const waiting = await stage.submitted();
    const notReady = { ok: false, error: { code: 'report_not_ready' } };
    expect(await mine(stage.deps, ask(candidateOf(waiting), { interviewId: waiting.interviewId }))).toEqual(notReady);
  });

  it('keeps showing what was judged, whatever is written since', async () => {
    const own = await stage.reported({
      qclose: said('<script>alert(1)</script>客户犹豫是因为价格,我先问清了真实需求。'),
    });
    expect((await mineOf(own)).answers[0]?.text).toBe(
      '<script>alert(1)</script>客户犹豫是因为价格,我先问清了真实需求。',
    );
  });
});

describe('the questionnaire', () => {
  it('is answered once; its numbers are an event, its words are not', async () => {
    const own = await stage.reported();
    const input = {
      operationId: newOperation(),
      flow: 4,
      realism: { qprice: 5, qdelay: 3 },
      more: '希望题目能重听一遍。',
    };
    const request = ask(candidateOf(own), { interviewId: own.interviewId }, input);
    const first = await questionnaire(stage.deps, request);
    expect(first).toMatchObject({ ok: true });
    expect(await questionnaire(stage.deps, request)).toEqual(first);
    const another = ask(candidateOf(own), { interviewId: own.interviewId }, { ...input, operationId: newOperation() });
    expect(await questionnaire(stage.deps, another)).toEqual({ ok: false, error: { code: 'already_answered' } });
    const { flow, realism, more } = input;
    expect((await reviewed(own)).questionnaire).toEqual({ flow, realism, more });
    expect(JSON.stringify(await stage.interviews.history(company, own.interviewId))).not.toContain('重听');
  });

  it('asks for realism of scenes only, and comes after the report', async () => {
    const input = { operationId: newOperation(), flow: 4, realism: { qclose: 5 }, more: '' };
    const request = ask(candidateOf(state), { interviewId: state.interviewId }, input);
    expect(await questionnaire(stage.deps, request)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    const waiting = await stage.submitted();
    const early = ask(candidateOf(waiting), { interviewId: waiting.interviewId }, { ...input, realism: {} });
    expect(await questionnaire(stage.deps, early)).toEqual({ ok: false, error: { code: 'report_not_ready' } });
  });
});
