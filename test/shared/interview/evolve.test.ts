import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InterviewEvent, interviewEventSchema } from '#shared/interview/events.ts';
import { evolve, replay } from '#shared/interview/evolve.ts';
import { consentSchema, type InterviewState, interviewStateSchema } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { at, commands, ids, play } from './stories.ts';
import { type Step, type Walk, walks, written } from './walks.ts';

/** Holds for every random interview; `runs` of up to 40 commands each. */
const always = (holds: (walk: Walk) => void, runs = 60, seed?: number) =>
  fc.assert(fc.property(walks, holds), { numRuns: runs, ...(seed !== undefined && { seed }) });
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
/** Every event with the state before and after it, also where one command decided several. */
const changed = ({ steps }: Walk): (Step & { event: InterviewEvent })[] =>
  steps.flatMap((step) => {
    let before = step.before;
    return (step.decision.ok ? step.decision.value : []).map((event) => {
      const one = { ...step, event, before, after: evolve(before, event) };
      before = one.after;
      return one;
    });
  });
const openings = ['started', 'resumed', 'restarted', 'reopened'];

const stays = (...statuses: string[]) => statuses.map((status) => `${status} → ${status}`);

/** DESIGN §2. */
const lawful: Record<Exclude<InterviewEvent['type'], 'invited'>, string[]> = {
  started: ['invited → in_progress', 'scheduled → in_progress'],
  resumed: ['in_progress → in_progress'],
  restarted: ['in_progress → in_progress', 'incomplete → in_progress'],
  ended: [
    'in_progress → submitted',
    'in_progress → incomplete',
    // A person put it right.
    'submitted → incomplete',
    'incomplete → submitted',
  ],
  lapsed: ['invited → no_show', 'scheduled → no_show', 'in_progress → incomplete'],
  report_ready: ['submitted → submitted', 'evaluated → evaluated'],
  report_failed: ['submitted → submitted', 'evaluated → evaluated'],
  decided: ['submitted → evaluated', 'evaluated → evaluated'],
  // Back to the decision before, where there was one.
  decision_undone: ['evaluated → submitted', 'evaluated → evaluated'],
  arranged: stays('evaluated'),
  arrangement_called_off: stays('evaluated'),
  arrangement_answered: stays('evaluated'),
  arrange_overdue: stays('evaluated'),
  round_entered: stays('submitted', 'evaluated'),
  offer_made: stays('evaluated'),
  offer_answered: stays('evaluated'),
  offer_lapsed: stays('evaluated'),
  joined: stays('evaluated'),
  joining_undone: stays('evaluated'),
  requisition_closed: stays('invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'evaluated'),
  requisition_reopened: stays(...interviewStatuses),
  closure_answered: stays('invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'incomplete', 'evaluated'),
  declined: [
    'invited → cancelled',
    'scheduled → cancelled',
    'in_progress → cancelled',
    'no_show → cancelled',
    // Passed, and does not want to any more.
    'evaluated → cancelled',
  ],
  evaluation_asked: ['submitted → submitted', 'evaluated → evaluated'],
  judged: ['submitted → submitted', 'evaluated → evaluated'],
  questionnaire_answered: ['submitted → submitted', 'evaluated → evaluated'],
  prechecked: ['invited → invited', 'scheduled → scheduled', 'in_progress → in_progress'],
  ticket_opened: stays('invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'incomplete', 'evaluated'),
  ticket_closed: stays(
    'invited',
    'scheduled',
    'in_progress',
    'no_show',
    'submitted',
    'incomplete',
    'evaluated',
    'cancelled',
  ),
  reopened: ['submitted → in_progress', 'incomplete → in_progress'],
  extended: stays('invited', 'scheduled', 'in_progress'),
  corrected: [
    'no_show → invited',
    ...stays('invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'incomplete'),
  ],
  accommodated: stays('invited', 'scheduled', 'in_progress'),
  booked: ['invited → scheduled', 'scheduled → scheduled', 'no_show → scheduled'],
  confirmed: stays('scheduled'),
  reminder_due: stays('invited', 'scheduled', 'evaluated'),
  reminder_dropped: stays('invited', 'scheduled', 'evaluated'),
  reminder_failed: stays('invited', 'scheduled', 'no_show', 'evaluated'),
  reminder_put_off: stays('invited', 'scheduled', 'evaluated'),
  no_show_explained: stays('no_show'),
  no_show_waiting: stays('no_show'),
  no_show_taken: stays('no_show'),
  excused: ['no_show → scheduled'],
};

test('the status moves only where the design draws an arrow, and every arrow is walked', () => {
  const walked = new Set<string>();
  always(
    (walk) => {
      for (const { event, before, after } of changed(walk))
        walked.add(`${event.type}: ${before.status} → ${after.status}`);
      // Of this many walks it is known that they go everywhere; others might leave a rare arrow out.
    },
    3000,
    2026,
  );
  const drawn = Object.entries(lawful).flatMap(([type, arrows]) => arrows.map((arrow) => `${type}: ${arrow}`));
  expect([...walked].sort()).toEqual(drawn.sort());
});

test('the state is the replay of the events, and its version is their number', () => {
  always(({ history, steps, state }) => {
    expect(replay(history)).toEqual(state);
    expect(state.version).toBe(history.length);
    expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 1));
    for (const { decision, before, after } of steps) {
      if (!decision.ok || decision.value.length === 0) expect(after).toEqual(before);
      else expect(after.version).toBe(before.version + decision.value.length);
    }
  });
});

test('an attempt ends once at most unless HR opens it again, and there are no more attempts than were agreed', () => {
  always((walk) => {
    const ends = new Map<number, number>();
    for (const { event, before, after } of changed(walk)) {
      expect(after.attempt - before.attempt).toBe(event.type === 'started' || event.type === 'restarted' ? 1 : 0);
      expect(after.attempt).toBeLessThanOrEqual(after.terms.attempts);
      // Not having come ends nothing that had begun.
      if (event.type === 'ended' || (event.type === 'lapsed' && event.data.to === 'incomplete'))
        ends.set(after.attempt, (ends.get(after.attempt) ?? 0) + 1);
      if (event.type === 'reopened' || event.type === 'corrected') ends.set(after.attempt, 0);
    }
    expect([...ends.values()].filter((n) => n > 1)).toEqual([]);
  });
});

test('the epoch grows with every opening and with nothing else', () => {
  always((walk) => {
    for (const { event, before, after } of changed(walk)) {
      expect(after.epoch - before.epoch).toBe(openings.includes(event.type) ? 1 : 0);
      if ('epoch' in event.data) expect(event.data.epoch).toBe(after.epoch);
      if ('attempt' in event.data) expect(event.data.attempt).toBe(after.attempt);
    }
  });
});

test('the facts of a report never go back', () => {
  const rank = { none: 0, generating: 1, failed: 2, ready: 3 };
  always((walk) => {
    for (const { event, before, after } of changed(walk)) {
      expect(after.report.version).toBeGreaterThanOrEqual(before.report.version);
      if (event.type === 'report_ready') expect(after.report.version).toBeGreaterThan(before.report.version);
      // What a person put right to 未完成 is not judged.
      const putRight = event.type === 'ended' && before.status === 'submitted';
      const askedAgain = event.type === 'evaluation_asked' && before.report.status === 'failed';
      const anew = event.type === 'reopened' || askedAgain || putRight;
      if (!anew) expect(rank[after.report.status]).toBeGreaterThanOrEqual(rank[before.report.status]);
      if (after.report.status !== 'ready') expect(after.report.overall).toBeNull();
    }
  });
});

test('what was agreed, who it is about and when it happened never change', () => {
  const fixed = ({
    terms,
    invitedAt,
    interviewId,
    applicationId,
    candidateId,
    requisitionId,
    positionId,
  }: InterviewState) => ({
    terms: { ...terms, extraTime: undefined },
    invitedAt,
    ids: { interviewId, applicationId, candidateId, requisitionId, positionId },
  });
  always(({ steps }) => {
    for (const { before, after } of steps) {
      expect(fixed(after)).toEqual(fixed(before));
      if (before.startedAt !== null) expect(after.startedAt).toBe(before.startedAt);
    }
  }, 30);
});

test('a status has the facts that belong to it', () => {
  const facts = (state: InterviewState) => ({
    started: state.startedAt !== null,
    ended: state.endedAt !== null,
    decided: state.decidedAt !== null,
    outcome: state.outcome !== null,
    reported: state.report.status !== 'none',
    ready: state.reportAt !== null,
    answered: state.answeredIds.length > 0 && state.status === 'in_progress',
  });
  always(({ steps }) => {
    // Who leaves after the decision keeps what was decided.
    const states = steps.map(({ after }) => after).filter((one) => one.status !== 'cancelled' || one.outcome === null);
    expect(states.map(facts)).toEqual(
      states.map(({ status, attempt, report }) => ({
        started: attempt > 0,
        ended: status !== 'invited' && status !== 'scheduled' && status !== 'in_progress',
        decided: status === 'evaluated',
        outcome: status === 'evaluated',
        reported: status === 'submitted' || status === 'evaluated',
        ready: report.status === 'ready',
        answered: false,
      })),
    );
  });
});

test('state and events come back from the store as they went', () => {
  always(({ history, steps }) => {
    const events = history.map(({ event }) => event);
    const states = steps.map(({ after }) => after);
    expect(events.map((event) => interviewEventSchema.parse(json(event)))).toStrictEqual(events);
    expect(states.map((state) => interviewStateSchema.parse(json(state)))).toStrictEqual(states);
  }, 30);
});

describe('events hold no free text', () => {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
  const named =
    /^((itv|app|cand|req|pos|usr|tkt|slot)_[a-z0-9]{4,40}|system|q[a-z0-9]{1,12}|[a-z_]{1,24}|[a-z]+@\d+|\d{4}-\d\d|\d\d:\d\d|Asia\/Shanghai)$/;
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];

  test('only ids, words of the model, numbers and instants', () => {
    always(({ history }) => {
      expect(JSON.stringify(history)).not.toContain(written);
      const all = history.flatMap(({ event }) => texts(event));
      expect(all.filter((text) => !instant.test(text) && !named.test(text))).toEqual([]);
    });
  });
});

test('a consent has no room for words, whatever a client sends', () => {
  const consent = (version: string) =>
    consentSchema.safeParse({ purpose: 'ai_evaluation', version, granted: true }).success;
  expect(['2026-01', '1', 'v1.2'].every(consent)).toBe(true);
  expect(['', '我叫林晓', 'call me back', '13800000000 please', 'x'.repeat(21)].some(consent)).toBe(false);
});

describe('a broken history', () => {
  test('that does not begin with an invitation is a fault', () => {
    const { history } = play([10, commands.start()]);
    expect(() => replay(history.slice(1))).toThrow('cannot begin with started');
    expect(replay([])).toBeUndefined();
  });

  test('of an unknown version or shape is not read', () => {
    const [invited] = play().history;
    expect(interviewEventSchema.safeParse({ ...invited?.event, v: 2 }).success).toBe(false);
    expect(interviewEventSchema.safeParse({ ...invited?.event, type: 'renamed' }).success).toBe(false);
  });
});

test('a decision, its undoing, and a second decision', () => {
  const evaluated = play(
    [10, commands.start()],
    [40, commands.end(at(39), 'q1', 'q2')],
    [50, commands.decide('onboarding')],
  ).state;
  const stamp = { v: 1 as const, at: '2026-03-02T01:55:00.000Z', by: ids.candidateId };
  const undone = evolve(evaluated, { ...stamp, type: 'decision_undone', data: {} });
  expect(evaluated).toMatchObject({ status: 'evaluated', outcome: 'onboarding' });
  expect(undone).toMatchObject({ status: 'submitted', outcome: null, decidedAt: null });
  const again = evolve(undone, { ...stamp, type: 'decided', data: { outcome: 'pool' } });
  expect(again).toMatchObject({ status: 'evaluated', outcome: 'pool', decidedAt: stamp.at });
});

test('the number of a report is never given twice, even where an attempt with a report is opened again', () => {
  const stamp = { v: 1 as const, at: at(60).toISOString(), by: 'usr_wangmin' };
  const reopened: InterviewState = {
    ...play([10, commands.start()], [40, commands.end(at(39), 'q1', 'q2')], [41, commands.attachReport(1, 1)]).state,
    status: 'incomplete',
  };
  const events: InterviewEvent[] = [
    { ...stamp, type: 'restarted', data: { attempt: 2, epoch: 2 } },
    { ...stamp, type: 'ended', data: { outcome: 'submitted', answeredIds: ['q1', 'q2'], late: false } },
    { ...stamp, type: 'report_failed', data: { reason: 'timeout' } },
  ];
  const numbers = events.map((_, i) => events.slice(0, i + 1).reduce<InterviewState>(evolve, reopened).report.version);
  expect(numbers).toEqual([1, 1, 1]);
});
