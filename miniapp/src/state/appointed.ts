import type { Copy } from '#shared/copy/copy.ts';
import { describeLeft } from './instants.ts';
import type { InterviewView } from './room.ts';

type Facts = Pick<InterviewView, 'status' | 'time'>;
export type Appointment = NonNullable<InterviewView['appointment']>;

/** Where an interview stands about its time, and so which face the page of its time has. */
export type Standing = 'pick' | 'invited' | 'booked' | 'missed' | 'running' | 'over';

export function standingOf({ status, time }: Facts): Standing {
  switch (status) {
    case 'invited':
      return time.bookingAsked ? 'pick' : 'invited';
    case 'scheduled':
      return time.appointment === null ? 'invited' : 'booked';
    case 'no_show':
      return 'missed';
    case 'in_progress':
      return 'running';
    default:
      return 'over';
  }
}

/** `early`: not to be entered yet. `now`: it has begun, and can be entered still. */
export type Phase = 'early' | 'open' | 'now' | 'past';

export function phaseOf(appointment: Appointment, now: number): Phase {
  const { slot, startsAt, entersFrom, entersUntil } = appointment;
  if (now > Date.parse(entersUntil)) return 'past';
  if (now < Date.parse(entersFrom)) return 'early';
  return slot && now >= Date.parse(startsAt) ? 'now' : 'open';
}

/** What leads on from the invitation: a time is picked first, waited for, or it begins. */
export function wayIn(view: Facts, now: number): 'pick' | 'wait' | 'start' {
  const standing = standingOf(view);
  if (standing === 'pick') return 'pick';
  const { appointment } = view.time;
  if (standing !== 'booked' || appointment === null) return 'start';
  const phase = phaseOf(appointment, now);
  return phase === 'early' || phase === 'past' ? 'wait' : 'start';
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** 「1 天 3 小时」「1 小时 20 分」「12 分钟」 */
export function countdownText(words: Copy['candidate']['when'], ms: number): string {
  if (ms < dayMs) return describeLeft(words, ms);
  return words.days(Math.floor(ms / dayMs), Math.floor((ms % dayMs) / hourMs));
}

/** What can be done once a no-show was explained. */
export function wayBack({ status, time }: Facts): 'slots' | 'anew' | 'person' {
  if (!time.mayBook || status !== 'no_show') return 'person';
  return time.bookingAsked ? 'slots' : 'anew';
}
