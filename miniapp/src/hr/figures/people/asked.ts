import { dimensions, factLists, funnelSteps, losses, noShowReasons } from '#shared/figures/names.ts';
import { isDay } from '../days.ts';
import type { PeopleQuery } from '../shapes.ts';

type Params = Partial<Record<string, string>>;
const answers = ['yes', 'no'] as const;
const oneOf = <T extends string>(all: readonly T[], given: string | undefined): T | undefined =>
  all.find((one) => one === given);
const filled = <T extends Record<string, unknown>>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** What the address asks for, without what it may not. */
export function askedPeople(params: Params): PeopleQuery {
  const day = (text: string | undefined) => (text !== undefined && isDay(text) ? text : undefined);
  const over = Number(params['overMinutes']);
  const dimension = oneOf(dimensions, params['dimension']);
  return {
    list: oneOf(factLists, params['list']) ?? 'appointments',
    ...filled({
      from: day(params['from']),
      to: day(params['to']),
      department: params['department'] || undefined,
      positionId: params['positionId']?.startsWith('pos_') ? params['positionId'] : undefined,
      missed: oneOf(answers, params['missed']),
      excused: oneOf(answers, params['excused']),
      reason: oneOf(noShowReasons, params['reason']),
      overMinutes: params['overMinutes'] !== undefined && over >= 0 ? over : undefined,
      trouble: oneOf(answers, params['trouble']),
      reached: oneOf(funnelSteps, params['reached']),
      lost: oneOf(losses, params['lost']),
      passed: oneOf(answers, params['passed']),
      satisfied: oneOf(answers, params['satisfied']),
      dimension: params['value'] === undefined ? undefined : dimension,
      value: dimension === undefined ? undefined : params['value'],
    }),
  } as PeopleQuery;
}
