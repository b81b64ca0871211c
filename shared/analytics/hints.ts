import type { NoShowReason } from '../interview/appointment.ts';
import { limits } from '../limits.ts';
import type { Settings } from '../settings.ts';
import { type Change, changeBetween } from './change.ts';
import { falseDiscovery } from './false-discovery.ts';
import { fishersExact } from './fishers-exact.ts';
import { type Count, type Rate, rateOf, together } from './rate.ts';

/** What trouble is looked for by, and what no-shows are. Age and sex are no ground to treat somebody differently. */
const troubleDimensions = ['device', 'network', 'version'] as const;
const missedDimensions = ['candidate_kind', 'source', 'position', 'channel', 'lead_time'] as const;
export type TroubleDimension = (typeof troubleDimensions)[number];
export type MissedDimension = (typeof missedDimensions)[number];

/** Of the people in one group of one dimension those who had trouble, or who did not come. */
export type Grouped<D extends string> = Count & { dimension: D; value: string };

export type FiguresForHints = {
  /** No-shows that said why. */
  reasons: Readonly<Record<NoShowReason, number>>;
  trouble: readonly Grouped<TroubleDimension>[];
  missed: readonly Grouped<MissedDimension>[];
  settings: HintedSettings;
};

type HintedSettings = Pick<Settings, 'channels' | 'reminders' | 'rebookings'>;
/** The settings as they would be; null: nothing to set, somebody has to look. */
export type SettingsChange = Partial<HintedSettings> | null;

/** `evidence`: everybody else of the dimension as before, the group as after. `q`: see falseDiscovery. */
export type Hint =
  | { code: 'reason'; reason: NoShowReason; evidence: Rate; change: SettingsChange }
  | {
      code: 'trouble_with';
      dimension: TroubleDimension;
      value: string;
      evidence: Change;
      p: number;
      q: number;
      change: null;
    }
  | {
      code: 'missed_more';
      dimension: MissedDimension;
      value: string;
      evidence: Change;
      p: number;
      q: number;
      change: SettingsChange;
    };

/** Minutes before the time: a last nudge, and one that leaves time to put a device right. */
const nudge = 30;
const repair = 120;

const withReminder = ({ reminders }: HintedSettings, minutes: number): SettingsChange =>
  reminders.includes(minutes) || reminders.length >= 5
    ? null
    : { reminders: [...reminders, minutes].sort((a, b) => b - a) };

const wechatFirst = ({ channels }: HintedSettings): SettingsChange =>
  channels[0] === 'wechat' ? null : { channels: ['wechat', ...channels.filter((channel) => channel !== 'wechat')] };

/** A channel whose people miss more goes to the end of the order. */
function channelLast({ channels }: HintedSettings, value: string): SettingsChange {
  const moved = channels.filter((channel) => channel === value);
  const ordered = [...channels.filter((channel) => channel !== value), ...moved];
  return ordered.every((channel, at) => channel === channels[at]) ? null : { channels: ordered };
}

const changeForReason = {
  forgot: (settings) => withReminder(settings, nudge),
  technical: (settings) => withReminder(settings, repair),
  conflict: ({ rebookings }) => ({ rebookings: rebookings + 1 }),
  other: () => null,
} as const satisfies Record<NoShowReason, (settings: HintedSettings) => SettingsChange>;

const changeForMissed = (dimension: MissedDimension, value: string, settings: HintedSettings): SettingsChange => {
  if (dimension === 'channel') return channelLast(settings, value);
  if (dimension === 'lead_time') return withReminder(settings, nudge);
  return wechatFirst(settings) ?? withReminder(settings, nudge);
};

type Comparison<D extends string> = { group: Grouped<D>; evidence: Change; p: number };

/** Each group against all others of its dimension, where both are large enough to be judged. */
function comparisons<D extends string>(groups: readonly Grouped<D>[]): Comparison<D>[] {
  return groups.flatMap((group) => {
    const rest = together(groups.filter((one) => one.dimension === group.dimension && one !== group));
    if (Math.min(group.of, rest.of) < limits.analytics.compared) return [];
    const evidence = changeBetween(rest, group);
    return evidence ? [{ group, evidence, p: fishersExact(rest, group) }] : [];
  });
}

/** Reasons that surely make up more of the explained no-shows than an equal share, the most frequent first. */
function reasonHints({ reasons, settings }: FiguresForHints): Hint[] {
  const all = Object.values(reasons).reduce((sum, one) => sum + one, 0);
  if (all < limits.analytics.compared) return [];
  const kinds = Object.keys(changeForReason) as NoShowReason[];
  const byNumber = kinds.toSorted((a, b) => reasons[b] - reasons[a]);
  return byNumber.flatMap((reason): Hint[] => {
    const evidence = rateOf({ cases: reasons[reason], of: all });
    const stands = evidence !== null && evidence.low > 1 / kinds.length;
    return stands ? [{ code: 'reason', reason, evidence, change: changeForReason[reason](settings) }] : [];
  });
}

/**
 * What the figures suggest, the surest first. All groups are tested as one family, so that looking at many of them does not
 * find something in chance; a group that is better than the rest is no hint.
 */
export function hintsOf(figures: FiguresForHints): Hint[] {
  const trouble = comparisons(figures.trouble);
  const missed = comparisons(figures.missed);
  const qs = falseDiscovery([...trouble, ...missed].map(({ p }) => p));
  const stands = ({ evidence }: { evidence: Change }, q: number) =>
    q <= limits.analytics.falseDiscovery && evidence.direction === 'rose';
  const found = [
    ...trouble.flatMap((one, at): Hint[] => {
      const q = qs[at] ?? 1;
      const { dimension, value } = one.group;
      return stands(one, q)
        ? [{ code: 'trouble_with', dimension, value, evidence: one.evidence, p: one.p, q, change: null }]
        : [];
    }),
    ...missed.flatMap((one, at): Hint[] => {
      const q = qs[trouble.length + at] ?? 1;
      const { dimension, value } = one.group;
      const change = changeForMissed(dimension, value, figures.settings);
      return stands(one, q)
        ? [{ code: 'missed_more', dimension, value, evidence: one.evidence, p: one.p, q, change }]
        : [];
    }),
  ];
  const q = (hint: Hint) => ('q' in hint ? hint.q : 0);
  return [...reasonHints(figures), ...found.sort((a, b) => q(a) - q(b))];
}
