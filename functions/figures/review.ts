import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { quarterDays } from '#shared/figures/days.ts';
import { ok } from '#shared/result.ts';
import { attritionOf } from './attrition.ts';
import { type FunnelDeps, funnelOf } from './funnel.ts';
import { type HintDeps, suggest } from './hints.ts';
import { type NoShowDeps, noShowsOf } from './no-shows.ts';
import { passRatesOf } from './pass-rates.ts';
import { subjectOf } from './period.ts';
import { remindersOf } from './reminders.ts';
import { satisfactionOf } from './satisfaction.ts';
import { scoresOf } from './scores.ts';
import { type StatusDeps, statusOf } from './status.ts';

type Deps = NoShowDeps & FunnelDeps & HintDeps & StatusDeps;

/** A quarter on some printed pages: every figure of it at once. */
export async function review(deps: Deps, { actor, query }: Request<'figures.review', StaffActor>) {
  const { quarter, positionId, department } = query;
  const asked = { ...quarterDays(quarter), by: 'month' as const, positionId, department };
  const subject = await subjectOf(deps, actor.company, asked);
  const [noShows, funnel, passRates, scores, satisfaction, reminders, status, attrition, suggested] = await Promise.all(
    [
      noShowsOf(deps, subject),
      funnelOf(deps, subject),
      passRatesOf(deps, subject),
      scoresOf(deps, subject),
      satisfactionOf(deps, subject),
      remindersOf(deps, subject),
      statusOf(deps, subject),
      attritionOf(deps, subject),
      suggest(deps, subject),
    ],
  );
  return ok({
    quarter,
    company: subject.name,
    madeAt: subject.now.toISOString(),
    ...{ noShows, funnel, passRates, scores, satisfaction, reminders, status, attrition },
    hints: suggested.hints,
  });
}
