import Taro from '@tarojs/taro';
import { dimensions } from '#shared/figures/names.ts';
import type { FigureFilter } from './filter.ts';
import type { Group, PeopleQuery, Period, Report } from './shapes.ts';
import { peopleUrl } from './urls.ts';

type Narrowing = Partial<Omit<PeopleQuery, 'list'>>;
export type Opener = ReturnType<typeof openerOf>;

/** The ways from a figure to the people behind it, in the period it was counted for. */
export function openerOf(filter: FigureFilter, { from, to }: Pick<Period, 'from' | 'to'>, reports: readonly Report[]) {
  const { department, positionId } = filter;
  const base = {
    from,
    to,
    ...(department === undefined ? {} : { department }),
    ...(positionId === undefined ? {} : { positionId }),
  };
  const open = (list: PeopleQuery['list'], narrowed: Narrowing = {}) =>
    void Taro.navigateTo({ url: peopleUrl({ list, ...base, ...narrowed }) });

  /** By age there is no list: it is known as totals alone. */
  function ofGroup(by: string, { value, name }: Pick<Group, 'value' | 'name'>): Narrowing | undefined {
    if (by === 'position') return { positionId: value };
    const dimension = dimensions.find((one) => one === by);
    if (dimension !== undefined) return { dimension, value };
    const report = reports.find(({ reportId }) => reportId === by);
    const group = report?.groups.find((one) => one.name === value || one.name === name);
    const known = dimensions.find((one) => one === report?.dimension);
    return group && known ? { dimension: known, value: group.values.join(',') } : undefined;
  }
  return {
    open,
    group(list: PeopleQuery['list'], by: string, group: Pick<Group, 'value' | 'name'>, narrowed: Narrowing = {}) {
      const found = ofGroup(by, group);
      return found === undefined ? undefined : () => open(list, { ...narrowed, ...found });
    },
  };
}
