import { describe, expect, test } from 'vitest';
import { decide } from '#shared/interview/decide.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { remindAgain } from '#shared/schedule/remind-again.ts';
import { asking, at, commands, play, slotAt, terms } from '#test/shared/interview/stories.ts';

/** The stories begin at 9:00 of the company's clock; reminders come a day and an hour before. */
const hour = 60;
const invited = play([0, commands.invite()]);
const booked = play([0, commands.invite(asking)], [1, commands.book(slotAt(60 * hour))]);
const arranged = play(
  [0, commands.invite()],
  [1, commands.start()],
  [2, commands.end(at(2), 'q1', 'q2')],
  [3, commands.decide('second_interview')],
  [4, commands.arrange(60 * hour)],
);

const said = ({ state }: { state: InterviewState }, minutes: number) => {
  const again = remindAgain(state, at(minutes));
  return again.ok ? again.value.minutes : again.error.code;
};

describe('one more reminder by hand', () => {
  test.each([
    ['somebody who was invited and has not begun', invited, 12 * hour, 60 * hour],
    ['somebody who has booked', booked, 12 * hour + 1, 48 * hour - 1],
    ['somebody who is to come to a second interview', arranged, 12 * hour + 4, 48 * hour - 4],
  ])('of %s: says how long is left', (_, story, minutes, left) => {
    expect(said(story, minutes)).toBe(left);
  });

  test('not within the hours of the invitation, or of the reminder before', () => {
    expect(said(invited, 12 * hour - 1)).toBe('reminded_lately');
    const again = play([0, commands.invite()], [12 * hour, commands.remindAgain()]);
    expect(said(again, 23 * hour + 59)).toBe('reminded_lately');
    expect(remindAgain(again.state, at(13 * hour))).toMatchObject({
      error: { code: 'reminded_lately', at: at(12 * hour).toISOString() },
    });
    expect(said(again, 24 * hour)).toBe(48 * hour);
  });

  test('what reached nobody is no word: it may be tried again', () => {
    const once = play([0, commands.invite()], [12 * hour, commands.remindAgain()]);
    const minutes = once.state.reminded[0]?.minutes ?? 0;
    const failed = play(
      [0, commands.invite()],
      [12 * hour, commands.remindAgain()],
      [12 * hour + 1, commands.reminderFailed(minutes)],
    );
    expect(failed.state.reminded).toMatchObject([{ outcome: 'failed' }]);
    expect(said(failed, 12 * hour + 2)).toBe(60 * hour - 2);
  });

  test('not where one comes by itself within the hours; the agreed ones stay as they were', () => {
    // The first of its own: 24 h and some minutes before the deadline.
    expect(said(invited, 40 * hour)).toBe('reminder_soon');
    const own = decide(invited.state, commands.remind(1440), at(48 * hour));
    expect(own).toMatchObject({ ok: true, value: [{ type: 'reminder_due', data: { minutes: 1440 } }] });
  });

  test('not in the quiet hours, and not once there is nothing ahead', () => {
    expect(remindAgain(invited.state, at(15 * hour))).toMatchObject({
      error: { code: 'quiet_hours', at: at(23 * hour).toISOString() },
    });
    expect(said(invited, 72 * hour)).toBe('nothing_ahead');
  });

  test('the hours are the company’s', () => {
    const own = { ...terms, appointment: { ...terms.appointment, remindAgainHours: 2 } };
    expect(said(play([0, commands.invite(own)]), 2 * hour)).toBe(70 * hour);
  });
});
