import { describe, expect, test } from 'vitest';
import { decide } from '#shared/interview/decide.ts';
import { closesAt } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import { dueItems } from '#shared/schedule/due-items.ts';
import { at, commands, deadline, grace, play, resumeWindow } from './stories.ts';

const minute = (minutes: number) => at(minutes).toISOString();
const lapseOf = (state: Parameters<typeof dueItems>[0]) => dueItems(state).find(({ kind }) => kind === 'lapse')?.at;

describe('trouble that waits for HR stops the clock', () => {
  const started = [10, commands.start()] as const;
  const asked = [20, commands.openTicket('help', 'technical')] as const;
  const closing = 10 + resumeWindow;

  test('while it is open nothing lapses, up to the limit', () => {
    const { state } = play([...started], [...asked]);
    expect(closesAt(state)).toBe(minute(20 + limits.pauseHours * 60));
    const longAgo = play([10, commands.start()], [5 * 60, commands.openTicket('help', 'technical')]).state;
    expect(closesAt(longAgo)).toBe(minute(5 * 60 + limits.pauseHours * 60));
    expect(lapseOf(longAgo)).toBe(minute(5 * 60 + limits.pauseHours * 60 + grace));
  });

  test('a question that is no trouble stops nothing', () => {
    const { state } = play([...started], [5 * 60, commands.openTicket('help', 'question')]);
    expect(closesAt(state)).toBe(minute(closing));
  });

  test('a fault of ours gives the lost time back; another gives a little time to go on', () => {
    const lost = 3 * 60;
    const ours = play([...started], [...asked], [20 + lost, commands.closeTicket('resolved', 'ours')]).state;
    expect(closesAt(ours)).toBe(minute(closing + lost));
    expect(ours.tickets[0]).toMatchObject({ resolution: 'resolved', fault: 'ours', closedAt: minute(20 + lost) });
    const theirs = play([...started], [...asked], [20 + lost, commands.closeTicket('resolved', 'none')]).state;
    expect(closesAt(theirs)).toBe(minute(closing));
    const after = closing + 60;
    const late = play(
      [10, commands.start()],
      [closing - 60, commands.openTicket('help')],
      [after, commands.closeTicket('resolved')],
    );
    expect(closesAt(late.state)).toBe(minute(after + grace));
  });
});

describe('a mistaken end', () => {
  const ended = [
    [10, commands.start()],
    [40, commands.end(at(39), 'q1', 'q2')],
  ] as const;

  test('is opened again by a grant: the same attempt, a new opening, its answers, no report', () => {
    const { state, history } = play(
      ...ended.map((step) => [...step] as [number, (typeof step)[1]]),
      [42, commands.openTicket('reopen', 'mistaken_end')],
      [60, commands.closeTicket('granted')],
    );
    expect(history.map(({ event }) => event.type).slice(-2)).toEqual(['ticket_closed', 'reopened']);
    expect(state).toMatchObject({ status: 'in_progress', attempt: 1, epoch: 2, answeredIds: [], endedAt: null });
    expect(state.report).toMatchObject({ status: 'none', requestedAt: null });
    expect(closesAt(state)).toBe(minute(60 + resumeWindow));
  });

  test('a judgement of the end that was taken back does not attach to the next one', () => {
    const again = play(
      ...ended.map((step) => [...step] as [number, (typeof step)[1]]),
      [50, commands.reopen()],
      [70, commands.end(at(69), 'q1', 'q2', 'q3')],
    ).state;
    const late = { ...commands.attachReport(1, 1), request: 3 };
    expect(decide(again, late, at(71))).toEqual({ ok: true, value: [] });
    expect(decide(again, { ...late, request: again.report.request }, at(71))).toMatchObject({
      value: [{ type: 'report_ready' }],
    });
  });

  test('refused, it stays ended', () => {
    const { state } = play(
      ...ended.map((step) => [...step] as [number, (typeof step)[1]]),
      [42, commands.openTicket('reopen')],
      [60, commands.closeTicket('refused')],
    );
    expect(state.status).toBe('submitted');
  });
});

describe('what may be asked', () => {
  const refused = (error: string) => ({ ok: false, error });
  const open = play([10, commands.start()], [20, commands.openTicket('help')]).state;

  test('one of a kind at a time, and not for ever', () => {
    expect(decide(open, commands.openTicket('help', 'technical', 'tkt_second01'), at(21))).toEqual(
      refused('ticket_open'),
    );
    const many = {
      ...open,
      tickets: Array.from({ length: limits.tickets }, () => ({
        ...open.tickets[0],
        kind: 'extend',
        closedAt: minute(1),
      })),
    };
    expect(decide(many as typeof open, commands.openTicket('help'), at(21))).toEqual(refused('ticket_limit'));
  });

  test('only where it makes sense', () => {
    expect(decide(open, commands.openTicket('reopen'), at(21))).toEqual(refused('ticket_not_now'));
    expect(decide(open, commands.openTicket('human_review'), at(21))).toEqual(refused('ticket_not_now'));
  });

  test('it is answered once', () => {
    const { state } = play(
      [10, commands.start()],
      [20, commands.openTicket('help')],
      [30, commands.closeTicket('resolved')],
    );
    expect(decide(state, commands.closeTicket('resolved'), at(31))).toEqual(refused('ticket_closed'));
    expect(decide(open, commands.closeTicket('granted'), at(31))).toEqual(refused('ticket_not_now'));
  });
});

test('more time goes on from where the interview would have closed, and never from the past', () => {
  const invited = play([60, commands.extend(24)]).state;
  expect(closesAt(invited)).toBe(minute(deadline + 24 * 60));
  const running = play([10, commands.start()], [20, commands.extend(2)]).state;
  expect(closesAt(running)).toBe(minute(10 + resumeWindow + 120));
});

test('a person who looks again may decide again', () => {
  const { state } = play(
    [10, commands.start()],
    [40, commands.end(at(39), 'q1', 'q2')],
    [50, commands.decide('reject')],
    [3000, commands.openTicket('human_review', 'other')],
    [3010, commands.closeTicket('granted')],
  );
  expect(state).toMatchObject({ status: 'submitted', outcome: null, decidedAt: null });
});

test('a corrected transcript is judged anew beside the report there is', () => {
  const { state, history } = play(
    [10, commands.start()],
    [40, commands.end(at(39), 'q1', 'q2')],
    [41, commands.attachReport(1, 1)],
    [60, commands.openTicket('transcript', 'other')],
    [70, commands.closeTicket('granted')],
  );
  expect(history.at(-1)?.event).toMatchObject({ type: 'evaluation_asked', data: { because: 'transcript_corrected' } });
  expect(state.report).toMatchObject({ status: 'ready', version: 1, overall: 82, requestedAt: minute(70) });
});

test('a report without numbers is asked for again, later each time, and not for ever', () => {
  let steps: Parameters<typeof play> = [
    [10, commands.start()],
    [40, commands.end(at(39), 'q1', 'q2')],
  ];
  let now = 41;
  for (let time = 0; time <= limits.rescores; time += 1) {
    steps = [...steps, [now, { ...commands.attachReport(1, time + 1, null), mode: 'evidence_only' }]];
    const due = dueItems(play(...steps).state).find(({ kind }) => kind === 'rescore');
    const wait = limits.rescoreMinutes * 2 ** time;
    expect(due?.at).toBe(time < limits.rescores ? minute(now + wait) : undefined);
    steps = [...steps, [now + wait, { ...commands.askEvaluation('rescored'), by: 'system' }]];
    now += wait + 1;
  }
});
