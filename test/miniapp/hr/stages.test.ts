import { describe, expect, it } from 'vitest';
import { candidate } from '#shared/copy/zh/candidate.ts';
import { usualOwners } from '#shared/organisation/stage-owners.ts';
import { beforeText, remindersOf } from '../../../miniapp/src/hr/review/reminders.ts';
import { stagesOf } from '../../../miniapp/src/hr/review/stages.ts';
import { sampleDossier } from './sample.ts';
import { sampleBooked, sampleContest, sampleMissed } from './sample-times.ts';

const states = (dossier: Parameters<typeof stagesOf>[0]) => stagesOf(dossier).map(({ state }) => state);
const last = (dossier: Parameters<typeof stagesOf>[0]) => stagesOf(dossier).at(-1);

describe('stagesOf', () => {
  it('has the five stages in their order, each with its owner', () => {
    expect(stagesOf(sampleDossier()).map(({ name, owner }) => `${name} ${owner}`)).toEqual([
      'invitation hr',
      'reminder it',
      'interview candidate',
      'feedback hr',
      'no_show hr',
    ]);
    const owners = { ...usualOwners, reminder: 'hr', no_show: 'department' } as const;
    expect(stagesOf({ ...sampleDossier(), owners }).map(({ owner }) => owner)).toEqual([
      ...['hr', 'hr', 'candidate', 'hr', 'department'],
    ]);
  });

  it('follows the facts', () => {
    const booked = sampleBooked();
    const { time } = booked;
    const reminded = time.reminded.slice(0, 1);
    expect(states(sampleDossier())).toEqual(['done', 'none', 'done', 'now', 'none']);
    expect(states(booked)).toEqual(['done', 'trouble', 'next', 'next', 'none']);
    expect(states({ ...booked, time: { ...time, reminded } })).toEqual(['done', 'done', 'next', 'next', 'none']);
    expect(states({ ...booked, status: 'in_progress' })).toEqual(['done', 'done', 'now', 'next', 'none']);
    expect(states(sampleMissed())).toEqual(['done', 'missed', 'missed', 'next', 'now']);
  });

  it('calls for somebody where an invitation was refused, until the candidate came all the same', () => {
    const refused = [{ kind: 'invitation', state: 'refused' }];
    expect(states({ ...sampleBooked(), status: 'invited', messages: refused })[0]).toBe('trouble');
    expect(states({ ...sampleBooked(), messages: refused })[0]).toBe('done');
    expect(states({ ...sampleBooked(), status: 'invited', messages: [] })[0]).toBe('now');
  });

  it('gives a no-show to the candidate only when nothing waits for HR', () => {
    const missed = sampleMissed();
    const { noShow } = missed.time;
    expect(last(missed)).toMatchObject({ owner: 'candidate', state: 'now' });
    expect(last({ ...missed, tickets: [sampleContest()] })).toMatchObject({ owner: 'hr', state: 'now' });
    const silent = { ...missed.time, noShow: noShow && { ...noShow, reason: null } };
    expect(last({ ...missed, time: silent })).toMatchObject({ owner: 'hr', state: 'trouble' });
    expect(last({ ...missed, time: { ...missed.time, mayBook: false } })?.owner).toBe('hr');
  });

  it('remembers a no-show that was dealt with', () => {
    const again = { ...sampleBooked(), timeline: sampleMissed().timeline };
    expect(last(again)).toMatchObject({ state: 'done' });
  });
});

describe('remindersOf', () => {
  it('gives each reminder the messages it became', () => {
    expect(remindersOf(sampleBooked())).toMatchObject([
      {
        minutes: 1440,
        outcome: 'due',
        ways: [
          { channel: 'sms', state: 'sent' },
          { channel: 'wechat', state: 'refused' },
        ],
      },
      { minutes: 1080, outcome: 'failed', ways: [{ channel: 'sms', state: 'refused' }] },
    ]);
  });

  it('gives one that was dropped nothing, and an older appointment’s messages to none', () => {
    const { time, messages } = sampleBooked();
    const dropped = {
      ...time,
      reminded: [{ minutes: 60, at: '2026-03-10T01:00:00.000Z', outcome: 'dropped' as const }],
    };
    expect(remindersOf({ time: dropped, messages })[0]?.ways).toEqual([]);
    const late = { ...time, reminded: [{ minutes: 60, at: '2026-03-10T05:00:00.000Z', outcome: 'due' as const }] };
    expect(remindersOf({ time: late, messages })[0]?.ways).toEqual([{ channel: 'sms', state: 'refused' }]);
  });

  it.each([
    [1440, '1 天'],
    [2880, '2 天'],
    [60, '1 小时'],
    [90, '1 小时 30 分'],
    [30, '30 分钟'],
  ])('says %d minutes as %s', (minutes, text) => expect(beforeText(candidate.when, minutes)).toBe(text));
});
