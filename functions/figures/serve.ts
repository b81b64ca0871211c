import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok } from '#shared/result.ts';
import { type AttritionDeps, attritionOf } from './attrition.ts';
import { type FunnelDeps, funnelOf } from './funnel.ts';
import { type HintDeps, suggest } from './hints.ts';
import { type NoShowDeps, noShowsOf } from './no-shows.ts';
import { type PassDeps, passRatesOf } from './pass-rates.ts';
import { casesOf, type PeopleDeps, shown } from './people.ts';
import { subjectOf } from './period.ts';
import { type ReminderDeps, remindersOf } from './reminders.ts';
import { type SatisfactionDeps, satisfactionOf } from './satisfaction.ts';
import { type ScoreDeps, scoresOf } from './scores.ts';
import { type StatusDeps, statusOf } from './status.ts';

/** One figure each, of the days and positions that are asked for. */
export const attrition = async (deps: AttritionDeps, { actor, query }: Request<'figures.attrition', StaffActor>) =>
  ok(await attritionOf(deps, await subjectOf(deps, actor.company, query)));

export const noShows = async (deps: NoShowDeps, { actor, query }: Request<'figures.noShows', StaffActor>) =>
  ok(await noShowsOf(deps, await subjectOf(deps, actor.company, query)));

export const passRates = async (deps: PassDeps, { actor, query }: Request<'figures.passRates', StaffActor>) =>
  ok(await passRatesOf(deps, await subjectOf(deps, actor.company, query)));

export const reminders = async (deps: ReminderDeps, { actor, query }: Request<'figures.reminders', StaffActor>) =>
  ok(await remindersOf(deps, await subjectOf(deps, actor.company, query)));

export const satisfaction = async (
  deps: SatisfactionDeps,
  { actor, query }: Request<'figures.satisfaction', StaffActor>,
) => ok(await satisfactionOf(deps, await subjectOf(deps, actor.company, query)));

export const scores = async (deps: ScoreDeps, { actor, query }: Request<'figures.scores', StaffActor>) =>
  ok(await scoresOf(deps, await subjectOf(deps, actor.company, query)));

export const status = async (deps: StatusDeps, { actor, query }: Request<'figures.status', StaffActor>) =>
  ok(await statusOf(deps, await subjectOf(deps, actor.company, query)));

export const funnel = async (deps: FunnelDeps, { actor, query }: Request<'figures.funnel', StaffActor>) =>
  ok(await funnelOf(deps, await subjectOf(deps, actor.company, query)));

export async function hints(deps: HintDeps, { actor, query }: Request<'figures.hints', StaffActor>) {
  const subject = await subjectOf(deps, actor.company, query);
  const [found, owner] = await Promise.all([suggest(deps, subject), deps.directory.company(actor.company)]);
  const { channels, reminders, rebookings } = subject.settings;
  return ok({
    period: subject.period,
    ...found,
    now: { channels, reminders, rebookings },
    settingsVersion: owner?.saved?.version ?? 0,
  });
}

/** The people behind a figure: exactly the cases that were counted, the newest first, a page at a time. */
export async function people(deps: PeopleDeps, { actor, query }: Request<'figures.people', StaffActor>) {
  const { rows, cursor, titles } = await casesOf(deps, actor.company, query, limits.figures.page);
  return ok({ rows: await Promise.all(rows.map((row) => shown(deps, actor.company, row, titles))), cursor });
}
