import type { Excuse } from '../interview/appointment.ts';
import { appointedAt } from '../interview/windows.ts';
import { clockOf, hourBandOf, hoursBetween, leadTimeOf, minutesBetween, weekdayOf } from './bounds.ts';
import type { Checked, Step, Told } from './facts.ts';
import type { DimensionValue, SaidReason } from './names.ts';
import { type ReminderFacts, remindersOf } from './reminders-of.ts';

/** What was known before the time, each with how many hours before it: a forecast counts what it could have known. */
export type Signals = {
  leadHours: number;
  reminders: { hoursBefore: number; delivered: number; read: boolean }[];
  confirmedHoursBefore: number | null;
  preCheck: { hoursBefore: number; passed: boolean } | null;
  /** Of this interview. */
  earlierNoShows: number;
  slotHour: number;
  slotWeekday: number;
};

/** One appointment that is over: somebody came, or nobody did. */
export type AppointmentFacts = {
  /** When it was to be kept: a slot's beginning, or the last moment to do it. */
  at: string;
  missed: boolean;
  excuse: Excuse | null;
  reason: SaidReason | null;
  /** Minutes from the mark until somebody dealt with it. */
  handledMinutes: number | null;
  /** Technical trouble on the way to it, or in the interview it led to. */
  trouble: boolean;
  dimensions: {
    channel: DimensionValue<'channel'>;
    lead_time: DimensionValue<'lead_time'>;
    weekday: DimensionValue<'weekday'>;
    hour: DimensionValue<'hour'>;
    device: DimensionValue<'device'>;
    network: DimensionValue<'network'>;
    version: DimensionValue<'version'>;
  };
  signals: Signals;
};

type Around = { told: readonly Told[]; checked: readonly Checked[] };
/** Places in the steps: of its making, of its keeping or missing, and of the last thing that still belongs to it. */
type Unit = { from: number; over: number; to: number; at: string; missed: boolean };

/** Steps by which somebody deals with a no-show. */
const deals = new Set(['no_show_explained', 'no_show_taken', 'booked', 'excused', 'declined', 'closure_answered']);

export function appointmentsOf(steps: readonly Step[], around: Around): AppointmentFacts[] {
  const reminders = remindersOf(steps, around.told);
  const units = unitsOf(steps);
  return units.map((unit, place) =>
    factsOf(steps, unit, {
      reminders,
      checked: around.checked,
      earlierNoShows: units.slice(0, place).filter(({ missed }) => missed).length,
    }),
  );
}

const isNew = (type: string): boolean => type === 'booked' || type === 'excused';

/** The appointments of a history in their order. One that HR took back as a mistake has not been missed. */
function unitsOf(steps: readonly Step[]): Unit[] {
  const units: Unit[] = [];
  let from = 0;
  steps.forEach(({ event, before, after }, place) => {
    if (event.type === 'started' && before !== undefined)
      units.push({ from, over: place, to: place, at: appointedAt(before), missed: false });
    if (event.type === 'lapsed' && event.data.to === 'no_show')
      units.push({ from, over: place, to: place, at: after.noShow?.missed ?? event.at, missed: true });
    if (event.type === 'corrected' && event.data.from === 'no_show' && units.at(-1)?.missed) units.pop();
    if (isNew(event.type)) from = place;
  });
  return units.map((unit, n) => {
    const moved = steps.findIndex(({ event }, place) => place > unit.over && isNew(event.type));
    const last = unit.missed && moved > 0 ? moved : (units[n + 1]?.from ?? steps.length - 1);
    return { ...unit, to: last };
  });
}

type Beside = { reminders: readonly ReminderFacts[]; checked: readonly Checked[]; earlierNoShows: number };

function factsOf(steps: readonly Step[], unit: Unit, beside: Beside): AppointmentFacts {
  const { at, missed } = unit;
  const own = steps.slice(unit.from, unit.to + 1);
  const before = steps.slice(unit.from, unit.over);
  const after = steps.slice(unit.over + 1, unit.to + 1);
  const over = steps[unit.over];
  const state = over?.after ?? steps[0]?.after;
  const timeZone = state?.terms.appointment?.timeZone ?? 'UTC';
  const { hour, weekday } = clockOf(timeZone, at);
  const made = steps[unit.from]?.event.at ?? at;
  const said = after.find(({ event }) => event.type === 'no_show_explained')?.event;
  const reason = said?.type === 'no_show_explained' ? said.data.reason : 'unsaid';
  const dealt = missed ? after.find(({ event }) => deals.has(event.type)) : undefined;
  const excuse = missed ? excuseOf([...(over ? [over] : []), ...after]) : null;
  const versions = new Set(before.map(({ version }) => version));
  const reminders = beside.reminders.filter(({ version }) => versions.has(version));
  const confirmed = before.findLast(({ event }) => event.type === 'confirmed')?.event.at;
  const checks = beside.checked.filter((one) => one.at <= (over?.event.at ?? at));
  const check = checks.at(-1);
  const leadHours = hoursBetween(made, at);
  return {
    at,
    missed,
    excuse,
    reason: missed ? reason : null,
    handledMinutes: dealt && over ? minutesBetween(over.event.at, dealt.event.at) : null,
    trouble: reason === 'technical' || excuse === 'precheck_failed' || own.some(isTrouble),
    dimensions: {
      channel: channelOf(reminders),
      lead_time: leadTimeOf(leadHours),
      weekday: weekdayOf(weekday),
      hour: hourBandOf(hour),
      device: check?.device?.platform ?? 'unknown',
      network: networkOf(check),
      version: versionOf(check),
    },
    signals: {
      leadHours,
      reminders: reminders.map((one) => ({
        hoursBefore: hoursBetween(one.at, at),
        delivered: one.byChannel.filter(({ state: is, arrived }) => is === 'sent' && arrived !== false).length,
        read: one.read,
      })),
      confirmedHoursBefore: confirmed === undefined ? null : hoursBetween(confirmed, at),
      preCheck: check ? { hoursBefore: hoursBetween(check.at, at), passed: check.results.every(({ ok }) => ok) } : null,
      earlierNoShows: beside.earlierNoShows,
      slotHour: hour,
      slotWeekday: weekday,
    },
  };
}

/** As it stood when the mark was over: HR upholding what was said is the last word. */
function excuseOf(steps: readonly Step[]): Excuse | null {
  if (steps.some(({ event }) => event.type === 'excused')) return 'upheld';
  return steps.reduce<Excuse | null>((excuse, { after }) => after.noShow?.excuse ?? excuse, null);
}

const isTrouble = ({ event }: Step): boolean =>
  (event.type === 'ticket_opened' && event.data.category === 'technical') ||
  ((event.type === 'reopened' || event.type === 'extended') && event.data.reason === 'technical');

function channelOf(reminders: readonly ReminderFacts[]): DimensionValue<'channel'> {
  const reached = new Set(
    reminders.flatMap(({ byChannel }) =>
      byChannel.filter(({ state, arrived }) => state === 'sent' && arrived !== false).map(({ channel }) => channel),
    ),
  );
  return (['wechat', 'sms', 'email'] as const).find((channel) => reached.has(channel)) ?? 'none';
}

function networkOf(check: Checked | undefined): DimensionValue<'network'> {
  const found = check?.results.find((one) => one.check === 'network');
  if (found === undefined) return 'unknown';
  if (!found.ok) return found.code === 'slow' ? 'slow' : 'offline';
  return check?.device === undefined || check.device.network === 'unknown' ? 'good' : check.device.network;
}

function versionOf(check: Checked | undefined): DimensionValue<'version'> {
  const found = check?.results.find((one) => one.check === 'version');
  if (found === undefined) return 'unknown';
  return found.ok ? 'current' : 'old';
}
