import type { Input, Output } from '#shared/contract/operations.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import { slotsOf } from '#shared/schedule/slots.ts';
import { sampleDossier, sampleTicket } from './sample.ts';

type Dossier = Output<'application.dossier'>;
type Calendar = Output<'slot.list'>;
type Slot = Calendar['slots'][number];

const timeZone = 'Asia/Shanghai';

/** What the server makes of an offer; Shanghai has no summer time. */
export function offeredSlots({ days, from, to, minutes, capacity }: Input<'slot.offer'>): Slot[] {
  const at = (day: string, clock: string) => `${day}T${clock}:00.000+08:00`;
  return days
    .flatMap((day) => slotsOf({ positionId: 'pos_sales', from: at(day, from), to: at(day, to), minutes, capacity }))
    .map(({ positionId: _, holders: __, ...slot }) => ({
      ...slot,
      text: localTime(slot.startsAt, timeZone),
      holders: [],
    }));
}

const holder = (number: number, candidate: string) => ({
  interviewId: `itv_000${number}`,
  applicationId: `app_000${number}`,
  candidate,
});

/** Wednesday to Friday mornings of the canned week; one full, one closed, one with a free place. */
export function sampleCalendar(): Calendar {
  const slots = offeredSlots({
    days: ['2026-03-11', '2026-03-12', '2026-03-13'],
    from: '09:00',
    to: '11:00',
    minutes: 30,
    capacity: 2,
  });
  const [first, second, third] = slots;
  first?.holders.push(holder(1, '张晓雯'), holder(3, '陈思远'));
  second?.holders.push(holder(7, '古丽米娜'));
  if (third) third.open = false;
  return { timeZone, booking: true, slots };
}

const nobody: Partial<Dossier> = { report: 'none', overall: null, prechecks: [], outcome: null };
const time = sampleDossier().time;

/** Booked and confirmed; the reminder of the day before reached them by one channel of two, the next by none. */
export const sampleBooked = (): Dossier =>
  sampleDossier({
    ...nobody,
    applicationId: 'app_0007',
    interviewId: 'itv_0007',
    candidate: { ...sampleDossier().candidate, name: '古丽米娜', phone: '13800005678' },
    stage: 'invited',
    status: 'scheduled',
    closesAt: '2026-03-11T02:00:00.000Z',
    time: {
      ...time,
      bookingAsked: true,
      mayBook: true,
      appointment: {
        slot: true,
        startsAt: '2026-03-11T01:30:00.000Z',
        endsAt: '2026-03-11T02:00:00.000Z',
        text: '2026年3月11日 09:30',
        entersFrom: '2026-03-11T01:15:00.000Z',
        entersUntil: '2026-03-11T01:45:00.000Z',
        confirmedAt: '2026-03-10T02:40:00.000Z',
      },
      reminded: [
        { minutes: 1440, at: '2026-03-10T01:27:00.000Z', outcome: 'due' },
        { minutes: 1080, at: '2026-03-10T05:27:00.000Z', outcome: 'failed' },
      ],
    },
    timeline: [
      { at: '2026-03-09T02:00:00.000Z', type: 'invited', by: 'usr_lin0', outcome: null },
      { at: '2026-03-09T03:10:00.000Z', type: 'booked', by: 'cand_0007', outcome: null },
    ],
    messages: [
      { kind: 'invitation', channel: 'sms', state: 'sent', at: '2026-03-09T02:00:03.000Z' },
      { kind: 'booked', channel: 'email', state: 'sent', at: '2026-03-09T03:10:02.000Z' },
      { kind: 'reminder', channel: 'sms', state: 'sent', at: '2026-03-10T01:27:02.000Z' },
      { kind: 'reminder', channel: 'wechat', state: 'refused', at: '2026-03-10T01:27:03.000Z' },
      { kind: 'reminder', channel: 'sms', state: 'refused', at: '2026-03-10T05:27:02.000Z' },
      { kind: 'reminder_failed', channel: 'wecom', state: 'sent', at: '2026-03-10T05:28:00.000Z' },
    ],
  });

/** Did not come, said why, and contests the mark. */
export const sampleMissed = (): Dossier =>
  sampleDossier({
    ...nobody,
    applicationId: 'app_0006',
    interviewId: 'itv_0006',
    candidate: { ...sampleDossier().candidate, name: '何俊杰', phone: '13900001234' },
    stage: 'invited',
    status: 'no_show',
    time: {
      ...time,
      bookingAsked: true,
      mayBook: true,
      appointment: {
        slot: true,
        startsAt: '2026-03-10T02:00:00.000Z',
        endsAt: '2026-03-10T02:30:00.000Z',
        text: '2026年3月10日 10:00',
        entersFrom: '2026-03-10T01:45:00.000Z',
        entersUntil: '2026-03-10T02:15:00.000Z',
        confirmedAt: null,
      },
      reminded: [{ minutes: 60, at: '2026-03-10T00:57:00.000Z', outcome: 'dropped' }],
      noShow: {
        at: '2026-03-10T02:15:00.000Z',
        missed: '2026-03-10T02:00:00.000Z',
        missedText: '2026年3月10日 10:00',
        excuse: 'not_reminded',
        reason: 'forgot',
      },
    },
    noShowWords: '没有收到短信，忘了是今天。',
    timeline: [
      { at: '2026-03-09T02:00:00.000Z', type: 'invited', by: 'usr_lin0', outcome: null },
      { at: '2026-03-10T02:15:00.000Z', type: 'lapsed', by: 'system', outcome: null },
      { at: '2026-03-10T02:40:00.000Z', type: 'no_show_explained', by: 'cand_0006', outcome: null },
    ],
    messages: [
      { kind: 'invitation', channel: 'sms', state: 'sent', at: '2026-03-09T02:00:03.000Z' },
      { kind: 'no_show', channel: 'sms', state: 'sent', at: '2026-03-10T02:15:02.000Z' },
      { kind: 'no_show_for_hr', channel: 'wecom', state: 'sent', at: '2026-03-10T02:15:03.000Z' },
    ],
  });

export const sampleContest = () =>
  sampleTicket({
    ticketId: 'tkt_noshow',
    kind: 'no_show',
    category: 'other',
    openedAt: '2026-03-10T05:40:00.000Z',
    messages: [
      { by: 'candidate', name: null, text: '提醒没有收到，不应该算我未参加。', at: '2026-03-10T05:40:00.000Z' },
    ],
  });
