import * as z from 'zod';
import { excuseSchema, noShowReasonSchema, remindedSchema } from '../interview/appointment.ts';
import { limits } from '../limits.ts';
import {
  candidateErrors,
  commandErrors,
  day,
  id,
  instant,
  interviewParams,
  operation,
  operationId,
  receiptSchema,
  staffErrors,
  windowErrors,
} from './operation.ts';

const slotId = id('slot');
const positionParams = z.object({ positionId: id('pos') });

/** A time as both sides show it: the instant, and its words in the company's zone. */
const freeSlotSchema = z.object({
  slotId,
  startsAt: instant,
  endsAt: instant,
  text: z.string(),
  free: z.number().int(),
});

/** What was agreed, as the candidate's pages show it. `slot` false: any time until `endsAt`. */
export const appointmentViewSchema = z.object({
  slot: z.boolean(),
  startsAt: instant,
  endsAt: instant,
  text: z.string(),
  /** From when on it can be entered, and until when at the latest. */
  entersFrom: instant,
  entersUntil: instant,
  confirmedAt: instant.nullable(),
});

/** What of time stands in an interview's view. */
export const timeViewSchema = z.object({
  /** Whether a slot is picked before the start. */
  bookingAsked: z.boolean(),
  /** Whether the candidate may pick a time now without asking anybody, and how often they may still move it. */
  mayBook: z.boolean(),
  rebookingsLeft: z.number().int(),
  appointment: appointmentViewSchema.nullable(),
  reminded: z.array(remindedSchema),
  noShow: z
    .object({
      at: instant,
      missed: instant,
      missedText: z.string(),
      excuse: excuseSchema.nullable(),
      reason: noShowReasonSchema.nullable(),
    })
    .nullable(),
  /** The last time that was missed before the present one was agreed; null where a mark was taken back. */
  missedBefore: z.object({ missed: instant, missedText: z.string() }).nullable(),
});

const bookedErrors = ['booking_not_asked', 'slot_passed', 'slot_full', 'rebooking_limit'] as const;

const slotViewSchema = z.object({
  slotId,
  startsAt: instant,
  endsAt: instant,
  text: z.string(),
  capacity: z.number().int(),
  open: z.boolean(),
  holders: z.array(z.object({ interviewId: id('itv'), applicationId: id('app'), candidate: z.string() })),
});

export const bookingOperations = {
  'booking.slots': operation({
    role: 'candidate',
    params: interviewParams,
    /** Free ones from now on, the earliest first. `timeZone`: in which `text` is written. */
    output: z.object({ timeZone: z.string(), slots: z.array(freeSlotSchema) }),
    errors: candidateErrors,
  }),
  'booking.book': operation({
    role: 'candidate',
    params: interviewParams,
    /** `slotId` null: a new try where no slots are picked. Refused as `slot_full`, `details.slots` has the next free ones. */
    input: z.object({ operationId, slotId: slotId.nullable() }),
    output: receiptSchema.extend({ appointment: appointmentViewSchema }),
    errors: [...candidateErrors, ...commandErrors, ...windowErrors, ...bookedErrors],
  }),
  'booking.confirm': operation({
    role: 'candidate',
    params: interviewParams,
    input: z.object({ operationId }),
    output: receiptSchema,
    errors: [...candidateErrors, ...commandErrors, ...windowErrors],
  }),
  'booking.explain': operation({
    role: 'candidate',
    params: interviewParams,
    /** Why they were not there; `text` in their own words. */
    input: z.object({
      operationId,
      reason: noShowReasonSchema,
      text: z.string().trim().max(limits.ticketCharacters).optional(),
    }),
    output: receiptSchema.extend({ mayBook: z.boolean() }),
    errors: [...candidateErrors, ...commandErrors, ...windowErrors],
  }),
  'booking.calendar': operation({
    role: 'candidate',
    params: interviewParams,
    /** The appointment as an iCalendar text (RFC 5545), to be saved as an .ics file. */
    output: z.object({ ics: z.string() }),
    errors: [...candidateErrors, 'interview_not_started'],
  }),
  'message.list': operation({
    role: 'candidate',
    query: z.object({ cursor: z.string().max(500).optional() }),
    /** 消息中心: everything that was sent to the candidate, the newest first. */
    output: z.object({
      messages: z.array(
        z.object({
          messageId: z.string(),
          interviewId: id('itv'),
          kind: z.string(),
          title: z.string(),
          text: z.string(),
          at: instant,
          readAt: instant.nullable(),
          /** The page it leads to. */
          page: z.string(),
        }),
      ),
      unread: z.number().int(),
      cursor: z.string().nullable(),
    }),
    errors: candidateErrors,
  }),
  'message.read': operation({
    role: 'candidate',
    /** Marks these as read, or all of them. The same twice is the same once. */
    input: z.object({ messageIds: z.array(z.string().max(100)).max(200).nullable() }),
    output: z.object({ unread: z.number().int() }),
    errors: candidateErrors,
  }),
  'slot.list': operation({
    role: 'staff',
    params: positionParams,
    query: z.object({ from: instant.optional() }),
    output: z.object({ timeZone: z.string(), booking: z.boolean(), slots: z.array(slotViewSchema) }),
    errors: staffErrors,
  }),
  'slot.offer': operation({
    role: 'staff',
    params: positionParams,
    /**
     * Windows by the company's clock: `days` (YYYY-MM-DD), each from `from` to `to` (HH:mm), in slots of so many minutes.
     * A slot that is there already stays as it is, so the same offer twice is one.
     */
    input: z.object({
      days: z.array(day).min(1).max(60),
      from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      minutes: z.number().int().min(10).max(240),
      capacity: z.number().int().min(1).max(50),
    }),
    output: z.object({ offered: z.number().int() }),
    errors: [...staffErrors, 'slot_passed'],
  }),
  'slot.change': operation({
    role: 'staff',
    params: positionParams.extend({ slotId }),
    /** Places in it, and whether it takes new bookings. Never fewer places than are taken. */
    input: z.object({ capacity: z.number().int().min(1).max(50), open: z.boolean() }),
    output: z.object({ slotId }),
    errors: [...staffErrors, 'slot_full'],
  }),
};
