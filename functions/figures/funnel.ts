import type { DayCells } from '#functions/ports/figures.ts';
import { missingFor } from '#shared/analytics/counted.ts';
import { timesInRanges } from '#shared/analytics/ranges.ts';
import { rateOf } from '#shared/analytics/rate.ts';
import { mayShow } from '#shared/analytics/small-groups.ts';
import { startOfDate } from '#shared/application/workbench-places.ts';
import { minutesBetween, rangeAt, stayRanges } from '#shared/figures/bounds.ts';
import { type FunnelStage, funnelStages, funnelSteps, losses } from '#shared/figures/names.ts';
import { breakdownOf, byPosition, type CountDeps, daysOf, positionBreakdown, totalOf } from './counted.ts';
import { ownBreakdowns, type ReportDeps } from './own-breakdowns.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type FunnelDeps = PeriodDeps & CountDeps & ReportDeps;

/** From the invitation to the first day at work: how far people come, how long each part takes, and where they are lost. */
export async function funnelOf(deps: FunnelDeps, subject: Subject) {
  const { period } = subject;
  const [invitations, stages, positions, own] = await Promise.all([
    daysOf(deps, subject, 'invitations', period),
    daysOf(deps, subject, 'stages', period),
    byPosition(deps, subject, 'invitations', period),
    deps.reports.read(subject.company),
  ]);
  const cells = totalOf(invitations);
  const invited = cells.invited ?? 0;
  const shows = mayShow(invited);
  const crossed = own.reports.filter(({ dimension }) => dimension === 'source' || dimension === 'candidate_kind');
  return {
    period,
    steps: funnelSteps.map((step) => {
      const n = cells[step] ?? 0;
      return { step, n: shows ? n : 0, ofInvited: shows ? rateOf({ cases: n, of: invited }) : null };
    }),
    lost: shows ? losses.map((why) => ({ why, n: cells[`lost_${why}`] ?? 0 })).filter(({ n }) => n > 0) : [],
    missing: missingFor(invited),
    stages: funnelStages.map((stage) => stageOf(stage, stages, subject)),
    breakdowns: [
      ...(positions.length > 1 ? [positionBreakdown(positions, 'ended', 'invited')] : []),
      breakdownOf(cells, 'source', 'ended', 'invited'),
      breakdownOf(cells, 'candidate_kind', 'ended', 'invited'),
      ...ownBreakdowns(crossed, cells, 'ended', 'invited'),
    ],
  };
}

const ranges = stayRanges.length + 1;
const none = (): number[] => Array.from({ length: ranges }, () => 0);

/**
 * What happened in a stage to those who came into it. Who still waits has waited since the middle of the day they came:
 * a counter knows the day and not the hour.
 */
function stageOf(stage: FunnelStage, days: readonly DayCells[], { now, settings }: Subject) {
  const [on, lost, waiting] = [none(), none(), none()];
  let entered = 0;
  for (const { day, cells } of days) {
    let ended = 0;
    for (let at = 0; at < ranges; at += 1) {
      const [moved, gone] = [cells[`on_${stage}_${at}`] ?? 0, cells[`lost_${stage}_${at}`] ?? 0];
      on[at] = (on[at] ?? 0) + moved;
      lost[at] = (lost[at] ?? 0) + gone;
      ended += moved + gone;
    }
    const came = cells[`in_${stage}`] ?? 0;
    entered += came;
    const noon = new Date(Date.parse(startOfDate(settings.timeZone, day)) + 43_200_000).toISOString();
    const place = rangeAt(minutesBetween(noon, now.toISOString()), stayRanges);
    waiting[place] = (waiting[place] ?? 0) + came - ended;
  }
  const sum = (all: number[]) => all.reduce((one, n) => one + n, 0);
  const through = sum(on) + sum(lost);
  const ended = on.map((n, at) => n + (lost[at] ?? 0));
  return {
    stage,
    entered: mayShow(entered) ? entered : 0,
    waiting: mayShow(entered) ? sum(waiting) : 0,
    movedOn: mayShow(through) ? rateOf({ cases: sum(on), of: through }) : null,
    time: mayShow(entered) ? timesInRanges({ ended, waiting }, stayRanges) : null,
    dropOff: dropOffOf(lost, ended, waiting),
  };
}

/** Ranges that are read together: within a day, then day by day. */
const drops = [1440, 2880, 4320, 7200, 10_080] as const;

/** Of those who had waited until a part began: lost within it. Who still waits within it says nothing of it yet. */
function dropOffOf(lost: readonly number[], ended: readonly number[], waiting: readonly number[]) {
  return [0, ...drops].map((from, at) => {
    const to = drops[at] ?? null;
    const begins = (place: number) => (place === 0 ? 0 : (stayRanges[place - 1] ?? 0));
    const isIn = (place: number) => begins(place) >= from && (to === null || begins(place) < to);
    const later = (place: number) => to !== null && begins(place) >= to;
    const total = (all: readonly number[], which: (place: number) => boolean) =>
      all.reduce((sum, n, place) => sum + (which(place) ? n : 0), 0);
    const cases = total(lost, isIn);
    const of = total(ended, isIn) + total(ended, later) + total(waiting, later);
    return { from, to, lost: mayShow(of) ? rateOf({ cases, of }) : null };
  });
}
