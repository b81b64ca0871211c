import type { AppointmentFacts } from './appointments-of.ts';
import { handlingRanges, minutesBetween, rangeAt, stayRanges } from './bounds.ts';
import { dayOf, type Facts } from './facts.ts';
import { type Dimension, type Family, funnelSteps } from './names.ts';

/**
 * What an interview adds to one day of one family of counters, of the company and of its position alike: `adds` by
 * measure; the `crossed` measures also by each dimension. Kept as it was added, so that a later definition takes back
 * exactly what an earlier one gave. A share's two numbers always stand in one entry: they lie on the same day.
 */
export type Entry = {
  family: Family;
  day: string;
  adds: Record<string, number>;
  crossed: string[];
  dimensions: Partial<Record<Dimension, string>>;
};
export type Contribution = Entry[];

/** The name of one number of a day. */
export const cellName = (measure: string, dimension?: string, value?: string): string =>
  dimension === undefined ? measure : `${measure}|${dimension}|${value}`;

/** Every number an entry adds to. */
export function cellsOf({ adds, crossed, dimensions }: Entry): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const [measure, by] of Object.entries(adds)) {
    if (by === 0) continue;
    cells[cellName(measure)] = by;
    if (!crossed.includes(measure)) continue;
    for (const [dimension, value] of Object.entries(dimensions)) cells[cellName(measure, dimension, value)] = by;
  }
  return cells;
}

export function contributionOf(facts: Facts): Contribution {
  return [
    invitation(facts),
    ...facts.stays.map((stay) => entry(facts, 'stages', stay.from, stayAdds(stay))),
    ...facts.appointments.map((one) => appointment(facts, one)),
    ...ending(facts),
    ...facts.tickets.map((ticket) => entry(facts, 'voices', ticket.openedAt, ticketAdds(ticket))),
    ...facts.reminders.map((reminder) => entry(facts, 'reminders', reminder.at, reminderAdds(reminder))),
  ];
}

function entry(
  facts: Facts,
  family: Family,
  at: string,
  adds: Record<string, number>,
  crossed: string[] = [],
  dimensions: Entry['dimensions'] = {},
): Entry {
  return { family, day: dayOf(facts, at), adds, crossed, dimensions };
}

const who = ({ known }: Facts): Entry['dimensions'] => ({
  source: known.source,
  candidate_kind: known.candidateKind,
});

function invitation(facts: Facts): Entry {
  const reached = funnelSteps.slice(0, funnelSteps.indexOf(facts.step) + 1);
  const adds: Record<string, number> = Object.fromEntries(reached.map((step) => [step, 1]));
  if (facts.lost !== null) adds[`lost_${facts.lost}`] = 1;
  const { source, candidate_kind } = who(facts);
  return entry(facts, 'invitations', facts.invitedAt, adds, ['invited', 'ended', 'passed', 'joined'], {
    ...(source !== undefined && { source }),
    ...(candidate_kind !== undefined && { candidate_kind }),
  });
}

function stayAdds({ stage, from, to, end }: Facts['stays'][number]): Record<string, number> {
  if (to === null) return { [`in_${stage}`]: 1 };
  return { [`in_${stage}`]: 1, [`${end}_${stage}_${rangeAt(minutesBetween(from, to), stayRanges)}`]: 1 };
}

function appointment(facts: Facts, one: AppointmentFacts): Entry {
  const { missed, excuse, reason, handledMinutes, trouble } = one;
  const handled = handledMinutes === null ? 'unhandled' : `handled_${rangeAt(handledMinutes, handlingRanges)}`;
  const adds = {
    due: 1,
    ...(trouble && { trouble: 1 }),
    ...(missed && { missed: 1, [`reason_${reason ?? 'unsaid'}`]: 1, [handled]: 1 }),
    ...(missed && excuse !== null && { excused: 1 }),
  };
  return entry(facts, 'appointments', one.at, adds, ['due', 'missed', 'trouble'], { ...who(facts), ...one.dimensions });
}

/** What came of an interview that was handed in, and what was said of it. */
function ending(facts: Facts): Entry[] {
  const { endedAt, passed, hiredAt, stayed, performance, stars, scoreBand } = facts;
  if (endedAt === null) return [];
  const result = {
    ended: 1,
    ...(passed !== null && { decided: 1 }),
    ...(passed === true && { passed: 1 }),
    ...(hiredAt !== null && { hired: 1 }),
    ...(stayed !== null && { followed: 1 }),
    ...(stayed === true && { stayed: 1 }),
    // Whole tenths: sums of them stay exact.
    ...(performance !== null && { performed: 1, performance: Math.round(performance * 10) }),
  };
  const rated = Object.fromEntries(Object.entries(stars ?? {}).map(([thing, n]) => [`${thing}_${n}`, 1]));
  const voice = {
    ended: 1,
    ...(stars !== null && { answered: 1 }),
    ...((stars?.flow ?? 0) >= satisfiedFrom && { satisfied: 1 }),
    ...rated,
  };
  return [
    entry(facts, 'endings', endedAt, result, Object.keys(result), {
      ...who(facts),
      score_band: scoreBand,
    }),
    entry(facts, 'voices', endedAt, voice, ['answered', 'satisfied'], who(facts)),
  ];
}

/** Stars from which somebody is satisfied. */
export const satisfiedFrom = 4;

function ticketAdds({ kind, category, openedAt, closedAt, fault }: Facts['tickets'][number]): Record<string, number> {
  const closed =
    closedAt === null ? 'waiting' : `closed_${rangeAt(minutesBetween(openedAt, closedAt), handlingRanges)}`;
  return {
    ticket: 1,
    [`kind_${kind}`]: 1,
    [`category_${category}`]: 1,
    [closed]: 1,
    ...(fault === 'ours' && { ours: 1 }),
  };
}

function reminderAdds({ byChannel, reached }: Facts['reminders'][number]): Record<string, number> {
  const adds: Record<string, number> = { said: 1, ...(reached && { reached: 1 }) };
  for (const { channel, state, arrived } of byChannel) {
    adds[`tried_${channel}`] = 1;
    adds[`${state}_${channel}`] = 1;
    if (arrived !== null) adds[`receipt_${channel}`] = 1;
    if (arrived === true) adds[`arrived_${channel}`] = 1;
  }
  return adds;
}
