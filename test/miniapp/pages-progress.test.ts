import { describe, expect, it } from 'vitest';
import { copy } from '#shared/copy/copy.ts';
import { type InterviewStatus, interviewStatuses } from '#shared/interview/state.ts';
import { type TicketKind, ticketFrom } from '#shared/interview/ticket.ts';
import { wishesOf } from '../../miniapp/src/pages/progress/wishes.ts';
import { byQuote } from '../../miniapp/src/pages/report/by-quote.ts';
import type { InterviewView } from '../../miniapp/src/state/room.ts';
import { branchOf, stagesOf } from '../../miniapp/src/state/stages.ts';

const at = (hour: number) => `2026-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`;
const milestones = { invitedAt: at(1), startedAt: null, endedAt: at(9), reportAt: null, decidedAt: null };
const ticket = (kind: TicketKind, closedAt: string | null) => ({ kind, closedAt }) as InterviewView['tickets'][number];
const timed = { answerSeconds: 300 } as InterviewView['questions'][number];
const untimed = { answerSeconds: null } as InterviewView['questions'][number];

describe('branchOf', () => {
  it('is there for nobody but who did not come', () => {
    for (const status of interviewStatuses.filter((one) => one !== 'no_show'))
      expect(branchOf({ status, milestones, tickets: [] })).toBeUndefined();
  });
  it.each([
    ['nothing was asked', [], 'next'],
    ['a request waits', [{ closedAt: null }], 'now'],
    ['the request was dealt with', [{ closedAt: at(10) }], 'next'],
  ] as const)('tells of a new appointment when %s', (_, tickets, state) => {
    expect(branchOf({ status: 'no_show', milestones, tickets: [...tickets] })).toEqual([
      { kind: 'reminded', state: 'done', at: at(1) },
      { kind: 'marked', state: 'done', at: at(9) },
      { kind: 'rebooking', state, at: null },
    ]);
  });
});

describe('stagesOf', () => {
  it('has four stages in every status, and never two that are on', () => {
    for (const status of interviewStatuses) {
      const stages = stagesOf({ status, closesAt: at(20), milestones });
      expect(stages.map(({ name }) => name)).toEqual(['invitation', 'reminder', 'interview', 'feedback']);
      expect(stages.filter(({ state }) => state === 'now').length).toBeLessThan(2);
    }
  });
});

describe('wishesOf', () => {
  const kinds = (status: InterviewStatus, tickets: InterviewView['tickets'] = [], questions = [timed]) =>
    wishesOf(copy, { status, tickets, questions }).map(({ kind }) => kind);

  it('offers nothing that the server would refuse', () => {
    for (const status of interviewStatuses)
      for (const kind of kinds(status)) expect(ticketFrom[kind] as readonly string[]).toContain(status);
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
