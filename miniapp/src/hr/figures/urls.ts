import { type FigureFilter, filterQuery } from './filter.ts';
import type { PeopleQuery } from './shapes.ts';

const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);

export const figuresUrl = (filter: FigureFilter = {}, section = 'overview'): string =>
  withQuery(
    '/hr/figures/index',
    [...(section === 'overview' ? [] : [`section=${section}`]), filterQuery(filter)]
      .filter((one) => one !== '')
      .join('&'),
  );

export const peopleUrl = (query: PeopleQuery): string =>
  withQuery(
    '/hr/figures/people/index',
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
      .join('&'),
  );

export const compareUrl = (query = ''): string => withQuery('/hr/figures/compare/index', query);
export const reviewUrl = (query = ''): string => withQuery('/hr/figures/review/index', query);
export const reportsUrl = '/hr/figures/reports/index';
