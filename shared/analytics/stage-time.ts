import { type Rate, rateOf } from './rate.ts';
import { mayShow } from './small-groups.ts';
import { kaplanMeier, type StayQuantile, stayQuantile } from './survival.ts';

/** How somebody's time in a stage ended, if it has. `hours`: until then, or until now. */
export type InStage = { hours: number; end: 'moved_on' | 'lost' | 'waiting' };

/** Times in hours until people leave the stage either way. */
export type StageTime = {
  n: number;
  waiting: number;
  quarter: StayQuantile;
  median: StayQuantile;
  threeQuarters: StayQuantile;
};

/** Null for a group too small to be shown. */
export function stageTime(people: readonly InStage[]): StageTime | null {
  if (!mayShow(people.length)) return null;
  const steps = kaplanMeier(people.map(({ hours, end }) => ({ time: hours, left: end !== 'waiting' })));
  return {
    n: people.length,
    waiting: people.filter(({ end }) => end === 'waiting').length,
    quarter: stayQuantile(steps, 0.25),
    median: stayQuantile(steps, 0.5),
    threeQuarters: stayQuantile(steps, 0.75),
  };
}

/** Of those who waited until `from` and were seen until `to` or left before: the share lost in between. */
export type DropOff = { from: number; to: number | null; lost: Rate | null };

/**
 * Where waiting loses people: `bounds` are hours, ascending; the last part is open. Somebody who still waits and has not
 * waited a part to its end says nothing about it and is left out of it. `lost` is null for too few to be shown.
 */
export function dropOffByWaiting(people: readonly InStage[], bounds: readonly number[]): DropOff[] {
  return [0, ...bounds].map((from, at) => {
    const to = bounds[at] ?? null;
    const isIn = (hours: number) => hours >= from && (to === null || hours < to);
    const seen = people.filter(({ hours, end }) => hours >= from && !(end === 'waiting' && isIn(hours)));
    const cases = seen.filter(({ hours, end }) => end === 'lost' && isIn(hours)).length;
    return { from, to, lost: mayShow(seen.length) ? rateOf({ cases, of: seen.length }) : null };
  });
}

/** One stage of the funnel: who entered, and how many of those who are through with it moved on. */
export type FunnelStage = {
  stage: string;
  entered: number;
  waiting: number;
  movedOn: Rate | null;
  time: StageTime | null;
};

export function funnelOf(stages: readonly { stage: string; people: readonly InStage[] }[]): FunnelStage[] {
  return stages.map(({ stage, people }) => {
    const done = people.filter(({ end }) => end !== 'waiting');
    const cases = done.filter(({ end }) => end === 'moved_on').length;
    const movedOn = mayShow(done.length) ? rateOf({ cases, of: done.length }) : null;
    return { stage, entered: people.length, waiting: people.length - done.length, movedOn, time: stageTime(people) };
  });
}
