import type { Output } from '#shared/contract/operations.ts';
import { copy } from '../copy.ts';
import { wallOf, wallText } from './wall-time.ts';
import { whenText } from './when.ts';

type Card = Pick<Output<'interview.list'>['interviews'][number], 'status' | 'closesAt' | 'appointment'>;

/** A slot that was booked and is still to come. */
const booked = ({ status, appointment }: Card) =>
  status === 'scheduled' && appointment?.slot ? appointment : undefined;

/** 「面试时间 明天 周三 14:00」, or until when. */
export function cardTimeText(card: Card, now: number): string {
  return booked(card) === undefined ? timeText(card, now) : copy.booking.entry.at(timeText(card, now));
}

/** When it is, where a time was booked; else until when. */
export function timeText(card: Card, now: number): string {
  const { closesAt } = card;
  const appointment = booked(card);
  if (appointment === undefined) return copy.candidate.home.before(whenText(closesAt, now));
  return wallText(copy.candidate.when, wallOf(appointment.text, appointment.startsAt), now);
}
