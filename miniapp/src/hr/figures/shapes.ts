import type { Output, Query } from '#shared/contract/operations.ts';

export type NoShows = Output<'figures.noShows'>;
export type FunnelFigures = Output<'figures.funnel'>;
export type PassRates = Output<'figures.passRates'>;
export type Scores = Output<'figures.scores'>;
export type Satisfaction = Output<'figures.satisfaction'>;
export type StatusFigures = Output<'figures.status'>;
export type Attrition = Output<'figures.attrition'>;
export type Reminders = Output<'figures.reminders'>;
export type Compared = Output<'figures.compare'>;
export type Hints = Output<'figures.hints'>;
export type Review = Output<'figures.review'>;
export type Reports = Output<'figures.reports'>;

export type Figure = NoShows['rate'];
export type Share = NonNullable<Figure['share']>;
export type Change = NonNullable<NoShows['change']>;
export type TrendPart = NoShows['trend'][number];
export type Breakdown = NoShows['breakdowns'][number];
export type Group = Breakdown['groups'][number];
export type Period = NoShows['period'];
export type Hint = Hints['hints'][number];
export type Report = Reports['reports'][number];
export type PeopleQuery = Omit<Query<'figures.people'>, 'cursor'>;
