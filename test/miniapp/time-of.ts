import type { InterviewView } from '../../miniapp/src/state/room.ts';

type Time = InterviewView['time'];

/** What an interview says of its time where nothing was agreed. */
export const timeOf = (more: Partial<Time> = {}): Time => ({
  bookingAsked: false,
  mayBook: false,
  rebookingsLeft: 0,
  appointment: null,
  reminded: [],
  noShow: null,
  missedBefore: null,
  ...more,
});
