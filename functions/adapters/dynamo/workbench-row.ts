import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { CopyChange } from '#functions/ports.ts';
import { type WorkbenchRow, workbenchAlarms } from '#shared/application/copies.ts';
import { dayOfList, isCounted } from '#shared/application/workbench-places.ts';
import { excuseSchema, noShowReasonSchema } from '#shared/interview/appointment.ts';
import { interviewStatusSchema, reportStatusSchema } from '#shared/interview/state.ts';
import { ticketKindSchema } from '#shared/interview/ticket.ts';
import { boardAsked } from './boards.ts';
import { addTo, difference } from './counters.ts';
import { keys } from './keys.ts';
import type { Write } from './transact.ts';

export const rowSchema = z.object({
  interviewId: z.string(),
  applicationId: z.string(),
  candidateId: z.string(),
  requisitionId: z.string(),
  positionId: z.string(),
  status: interviewStatusSchema,
  report: reportStatusSchema,
  overall: z.number().nullable(),
  since: z.string(),
  tickets: z.array(ticketKindSchema).default([]),
  waitingSince: z.string().nullable().default(null),
  appointment: z.object({ at: z.string(), slot: z.boolean(), confirmed: z.boolean() }).nullable().default(null),
  noShow: z.object({ reason: noShowReasonSchema.nullable(), excuse: excuseSchema.nullable() }).nullable().default(null),
  alarms: z.array(z.enum(workbenchAlarms)).default([]),
  places: z.array(z.object({ list: z.string(), at: z.string() })).default([]),
});

/**
 * What an interview's row changes beside its copy: its items in the lists, the company's counts, and the number by which
 * a screen sees that there is something new. Nothing where HR would see no difference.
 */
export function rowWrites({ company, state, stored, value }: CopyChange, now: Date): Write[] {
  const row = value as WorkbenchRow;
  const before = stored === undefined ? undefined : rowSchema.parse(stored.value);
  if (isDeepStrictEqual(before, row)) return [];
  const { interviewId } = state;
  const at = (place: WorkbenchRow['places'][number]) => keys.workbenchRow(company, place.list, place.at, interviewId);
  const stays = (place: WorkbenchRow['places'][number]) =>
    row.places.some(({ list, at: when }) => list === place.list && when === place.at);
  const changed = difference(countsOf(before), countsOf(row));
  const days = changed.filter(([name]) => dayOfList(name) !== undefined);
  return [
    ...row.places.map((place): Write => ({ on: 'row', Put: { Item: { ...at(place), ...row } } })),
    ...(before?.places ?? [])
      .filter((place) => !stays(place))
      .map((place): Write => ({ on: 'row', Delete: { Key: at(place) } })),
    ...addTo(keys.counts(company), [...changed.filter((one) => !days.includes(one)), ['version', 1]]),
    ...days.flatMap(([name, by]) => addTo(keys.dayCount(company, dayOfList(name) ?? ''), [['booked', by]])),
    ...(changed.length === 0 ? [] : [boardAsked(company, now)]),
  ];
}

/** What goes beside its copy when an interview is deleted: its items in the lists, and its part of the counts. */
export function rowsGone(company: string, row: WorkbenchRow, now: Date): Write[] {
  const changed = difference(countsOf(row), {});
  const days = changed.filter(([name]) => dayOfList(name) !== undefined);
  return [
    ...row.places.map(
      ({ list, at }): Write => ({ on: 'row', Delete: { Key: keys.workbenchRow(company, list, at, row.interviewId) } }),
    ),
    ...addTo(keys.counts(company), [...changed.filter((one) => !days.includes(one)), ['version', 1]]),
    ...days.flatMap(([name, by]) => addTo(keys.dayCount(company, dayOfList(name) ?? ''), [['booked', by]])),
    ...(changed.length === 0 ? [] : [boardAsked(company, now)]),
  ];
}

const countsOf = (row: WorkbenchRow | undefined): Record<string, number> =>
  Object.fromEntries((row?.places ?? []).filter(({ list }) => isCounted(list)).map(({ list }) => [list, 1]));
