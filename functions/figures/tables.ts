import type { Cell } from '#functions/ports/figures.ts';
import type { Figure, Group } from '#shared/analytics/counted.ts';
import type { Rate } from '#shared/analytics/rate.ts';
import { figureNames as namesEn } from '#shared/copy/en/figure-names.ts';
import { figuresTable as wordsEn } from '#shared/copy/en/figures-table.ts';
import { figureNames as namesZh } from '#shared/copy/zh/figure-names.ts';
import { figuresTable as wordsZh } from '#shared/copy/zh/figures-table.ts';
import type { Breakdown } from './counted.ts';
import type { funnelOf } from './funnel.ts';
import type { noShowsOf } from './no-shows.ts';
import type { passRatesOf } from './pass-rates.ts';
import type { remindersOf } from './reminders.ts';
import type { satisfactionOf } from './satisfaction.ts';
import type { scoresOf } from './scores.ts';

export type Table = Cell[][];
export const tableWords = {
  zh: { words: wordsZh, names: namesZh },
  en: { words: wordsEn, names: namesEn },
} as const;
export type TableWords = (typeof tableWords)[keyof typeof tableWords];

type Made<F extends (...all: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;

const places = (n: number | null | undefined): Cell => (typeof n === 'number' ? Math.round(n * 10_000) / 10_000 : null);
const shareCells = (share: Rate | null): Cell[] =>
  share === null
    ? [null, null, null, null, null]
    : [share.cases, share.of, places(share.rate), places(share.low), places(share.high)];

/** `share: null` in a row means that it may not be told. */
const shareRow = ({ words }: TableWords, what: string, group: string, share: Rate | null): Cell[] =>
  share === null ? [what, group, words.hidden, null, null, null, null] : [what, group, ...shareCells(share)];

const valueName = ({ names }: TableWords, by: string, { value, name }: Pick<Group, 'value' | 'name'>): string =>
  name ??
  ({ ...names.values, age: names.ages } as Partial<Record<string, Record<string, string>>>)[by]?.[value] ??
  value;
const breakdownName = ({ names }: TableWords, { by, name }: Breakdown): string =>
  name ??
  ({ ...names.dimensions, position: names.position, age: names.age } as Partial<Record<string, string>>)[by] ??
  by;

const breakdownRows = (w: TableWords, all: readonly Breakdown[]): Table =>
  all.flatMap((one) =>
    one.groups.map((group) => shareRow(w, breakdownName(w, one), valueName(w, one.by, group), group.share)),
  );
const trendRows = (w: TableWords, trend: readonly ({ from: string; to: string } & Figure)[]): Table =>
  trend
    .filter(({ share, missing }) => share !== null || missing > 0)
    .map(({ from, to, share }) => shareRow(w, w.words.trend, from === to ? from : `${from} – ${to}`, share));

export const noShowTable = (w: TableWords, made: Made<typeof noShowsOf>): Table => [
  w.words.share,
  shareRow(w, w.words.names.no_shows, w.words.all, made.rate.share),
  ...made.reasons.map(({ reason, share }) => shareRow(w, w.words.reason, w.names.reasons[reason], share)),
  ...trendRows(w, made.trend),
  ...breakdownRows(w, made.breakdowns),
];

export const funnelTable = (w: TableWords, made: Made<typeof funnelOf>): Table => [
  w.words.share,
  ...made.steps.map(({ step, ofInvited }) => shareRow(w, w.words.step, w.names.steps[step], ofInvited)),
  ...made.lost.map(({ why, n }): Cell[] => [w.words.lost, w.names.losses[why], n, null, null, null, null]),
  ...breakdownRows(w, made.breakdowns),
  [],
  w.words.stage,
  ...made.stages.map(({ stage, entered, waiting, movedOn, time }): Cell[] => [
    ...[w.names.stages[stage], entered, waiting, places(movedOn?.rate)],
    ...[places(time?.median), places(time?.low), places(time?.high)],
  ]),
];

export const passTable = (w: TableWords, made: Made<typeof passRatesOf>): Table => [
  w.words.share,
  shareRow(w, w.words.names.pass_rates, w.words.all, made.rate.share),
  ...made.positions.map(({ title, pass }) => shareRow(w, w.names.position, title, pass.share)),
  ...trendRows(w, made.trend),
  ...breakdownRows(w, made.breakdowns),
];

export const scoreTable = (w: TableWords, made: Made<typeof scoresOf>): Table => [
  w.words.score,
  ...made.bands.map(({ band, hidden, passed, hired, retained, performance }): Cell[] => {
    const name = w.names.values.score_band[band];
    if (hidden) return [name, w.words.hidden, null, null, null];
    return [name, places(passed?.rate), places(hired?.rate), places(retained?.rate), places(performance?.mean)];
  }),
];

export const satisfactionTable = (w: TableWords, made: Made<typeof satisfactionOf>): Table => [
  w.words.share,
  shareRow(w, w.words.names.satisfaction, w.words.all, made.satisfied.share),
  ...trendRows(w, made.trend),
  ...breakdownRows(w, made.breakdowns),
  [],
  w.words.rated,
  ...made.ratings.map(({ of, n, mean, low, high }): Cell[] => [
    ...[w.names.rated[of], n, places(mean), places(low), places(high)],
  ]),
];

export const reminderTable = (w: TableWords, made: Made<typeof remindersOf>): Table => [
  w.words.channel,
  ...made.channels.map(({ channel, tried, sent, arrived, refused, unknown }): Cell[] => [
    ...[w.names.channels[channel], tried, places(sent?.rate), places(arrived?.rate), refused, unknown],
  ]),
  [],
  w.words.share,
  shareRow(w, w.words.names.reminders, w.words.all, made.reached.share),
  ...trendRows(w, made.trend),
];
