import { describe, expect, it } from 'vitest';
import { copy } from '#shared/copy/copy.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { mayAsk, type TicketKind } from '#shared/interview/ticket-kinds.ts';
import { wishesOf } from '../../miniapp/src/pages/progress/wishes.ts';
import { byQuote } from '../../miniapp/src/pages/report/by-quote.ts';
import type { InterviewView } from '../../miniapp/src/state/room.ts';
import { branchOf, stagesOf } from '../../miniapp/src/state/stages.ts';
import { timeOf } from './time-of.ts';

const at = (hour: number) => `2026-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`;
const milestones = { invitedAt: at(1), startedAt: null, endedAt: at(9), reportAt: null, decidedAt: null };
const ticket = (kind: TicketKind, closedAt: string | null) => ({ kind, closedAt }) as InterviewView['tickets'][number];
const timed = { answerSeconds: 300 } as InterviewView['questions'][number];
const untimed = { answerSeconds: null } as InterviewView['questions'][number];

describe('branchOf', () => {
  const noShow = { at: at(9), missed: at(8), missedText: '', excuse: null, reason: null };
  const branch = (time: Parameters<typeof timeOf>[0], tickets: { closedAt: string | null }[] = []) =>
    branchOf({ status: 'no_show', milestones, tickets, time: timeOf({ noShow, ...time }) });

  it('is there for nobody but who did not come', () => {
    for (const status of interviewStatuses.filter((one) => one !== 'no_show'))
      expect(branchOf({ status, milestones, tickets: [], time: timeOf() })).toBeUndefined();
  });
  it('says when the last reminder went and when the absence was marked', () => {
    const reminded = [
      { minutes: 1440, at: at(3), outcome: 'due' as const },
      { minutes: 60, at: at(7), outcome: 'due' as const },
      { minutes: 30, at: at(8), outcome: 'dropped' as const },
    ];
    expect(branch({ reminded })).toEqual([
      { kind: 'reminded', state: 'done', note: { kind: 'at', at: at(7) } },
      { kind: 'marked', state: 'done', note: { kind: 'at', at: at(9) } },
      { kind: 'rebooking', state: 'next', note: { kind: 'reason' } },
    ]);
  });
  it('claims no reminder that did not arrive', () => {
    const reminded = [{ minutes: 60, at: at(7), outcome: 'failed' as const }];
    expect(branch({ reminded })?.[0]).toEqual({ kind: 'reminded', state: 'next', note: { kind: 'undelivered' } });
    expect(branch({})?.[0]).toEqual({ kind: 'reminded', state: 'next', note: { kind: 'unneeded' } });
  });
  it.each([
    ['no reason was given', {}, [], 'next', 'reason'],
    ['the reason is known', { noShow: { ...noShow, reason: 'forgot' }, mayBook: true }, [], 'now', 'picking'],
    ['no rebooking is left', { noShow: { ...noShow, reason: 'forgot' } }, [], 'next', 'none'],
    ['a request waits', {}, [{ closedAt: null }], 'now', 'waiting'],
    ['a request was dealt with', {}, [{ closedAt: at(10) }], 'next', 'reason'],
  ] as const)('tells of a new time when %s', (_, time, tickets, state, kind) => {
    expect(branch(time, [...tickets])?.[2]).toEqual({ kind: 'rebooking', state, note: { kind } });
  });
});

describe('stagesOf', () => {
  it('has four stages in every status, and never two that are on', () => {
    for (const status of interviewStatuses)
      for (const bookingAsked of [true, false]) {
        const stages = stagesOf({ status, closesAt: at(20), milestones, time: timeOf({ bookingAsked }) });
        expect(stages.map(({ name }) => name)).toEqual(['invitation', 'reminder', 'interview', 'feedback']);
        expect(stages.filter(({ state }) => state === 'now').length).toBeLessThan(2);
      }
  });
  it('shows what became of each reminder, and the time that was booked', () => {
    const reminded = [{ minutes: 60, at: at(7), outcome: 'dropped' as const }];
    const appointment = {
      slot: true,
      startsAt: at(8),
      endsAt: at(9),
      text: '',
      entersFrom: at(7),
      entersUntil: at(8),
      confirmedAt: null,
    };
    const time = timeOf({ bookingAsked: true, appointment, reminded });
    const [, reminder, interview] = stagesOf({ status: 'scheduled', closesAt: at(8), milestones, time });
    expect(reminder).toMatchObject({ state: 'now', note: { kind: 'remindsBefore' }, reminded });
    expect(interview).toMatchObject({ state: 'next', note: { kind: 'bookedFor', at: at(8) } });
  });
});

describe('wishesOf', () => {
  const kinds = (status: InterviewStatus, tickets: InterviewView['tickets'] = [], questions = [timed]) =>
    wishesOf(copy, { status, tickets, questions }).map(({ kind }) => kind);

  it('offers nothing that the server would refuse', () => {
    for (const status of interviewStatuses)
      for (const kind of kinds(status)) expect([kind, status, mayAsk(kind, status)]).toEqual([kind, status, true]);
  });
  it('offers to open again what is over, more time before that, and a new appointment after a missed one', () => {
    expect(kinds('submitted')).toEqual(['reopen']);
    expect(kinds('incomplete')).toEqual(['reopen']);
    expect(kinds('invited')).toEqual(['extend', 'extra_time']);
    expect(kinds('in_progress')).toEqual(['extend', 'extra_time']);
    expect(kinds('no_show')).toEqual(['help']);
    expect(kinds('cancelled')).toEqual([]);
  });
  it('does not ask again for what waits', () => {
    expect(kinds('invited', [ticket('extend', null)])).toEqual(['extra_time']);
    expect(kinds('invited', [ticket('extend', at(2))])).toEqual(['extend', 'extra_time']);
  });
  it('offers more time per answer only where time is limited', () => {
    expect(kinds('invited', [], [untimed])).toEqual(['extend']);
  });
});

describe('byQuote', () => {
  it('says a sentence once, with all it stands for', () => {
    const shown = [
      { keyPoint: '先道歉', quote: '对不起，是我们晚了' },
      { keyPoint: '给出方案', quote: '我派车来' },
      { keyPoint: '不推卸责任', quote: '对不起，是我们晚了' },
      { keyPoint: '先道歉', quote: '对不起，是我们晚了' },
    ];
    expect(byQuote(shown)).toEqual([
      { quote: '对不起，是我们晚了', keyPoints: ['先道歉', '不推卸责任'] },
      { quote: '我派车来', keyPoints: ['给出方案'] },
    ]);
    expect(byQuote([])).toEqual([]);
  });
});
