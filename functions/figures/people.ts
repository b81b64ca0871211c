import type { Request } from '#functions/http/request.ts';
import type { Figures } from '#functions/ports/figures.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { isRow } from '#shared/figures/narrow.ts';
import type { FactRow } from '#shared/figures/rows.ts';
import { limits } from '#shared/limits.ts';
import { type PeriodDeps, subjectOf } from './period.ts';

export type PeopleDeps = PeriodDeps & {
  figures: Pick<Figures, 'rows'>;
  directory: Pick<Directory, 'company' | 'candidate'>;
};
type Query = Request<'figures.people', StaffActor>['query'];

/** Rows that one request looks at while it narrows. */
const looked = 300;

/** Up to `most` rows that are looked for. Of several positions each is a list of its own, one after the other. */
export async function casesOf(deps: PeopleDeps, company: string, query: Query, most: number) {
  const { scopes, positions, period } = await subjectOf(deps, company, query);
  const titles = new Map(positions.map(({ positionId, title, department }) => [positionId, { title, department }]));
  const [startScope, start] = split(query.cursor);
  const found: FactRow[] = [];
  let left = looked * Math.max(1, Math.ceil(most / limits.figures.page));
  for (let at = startScope; at < scopes.length; at += 1) {
    let cursor = at === startScope ? start : undefined;
    do {
      const limit = Math.min(left, most - found.length);
      const positionId = scopes[at] ?? undefined;
      const page = await deps.figures.rows(company, query.list, { positionId, ...period, limit, cursor });
      left -= limit;
      found.push(...page.rows.filter((row) => isRow(row, query)));
      cursor = page.cursor ?? undefined;
      if (cursor !== undefined && (found.length >= most || left <= 0))
        return { rows: found, cursor: `${at}!${cursor}`, titles };
    } while (cursor !== undefined);
    if (at + 1 < scopes.length && (found.length >= most || left <= 0))
      return { rows: found, cursor: `${at + 1}!`, titles };
  }
  return { rows: found, cursor: null, titles };
}

function split(cursor: string | undefined): [number, string | undefined] {
  const [at = '0', rest = ''] = cursor?.split('!') ?? [];
  const place = Number(at);
  return [Number.isInteger(place) && place >= 0 ? place : 0, rest === '' ? undefined : rest];
}

type Titles = Map<string, { title: string; department: string }>;

export async function shown({ directory }: PeopleDeps, company: string, row: FactRow, titles: Titles) {
  const { interviewId, applicationId, at, status, overall, missed, reason, handledMinutes, step, lost } = row;
  const candidate = await directory.candidate(company, row.candidateId);
  const position = titles.get(row.positionId);
  return {
    ...{ interviewId, applicationId, at, status, overall, missed, reason, handledMinutes, step, lost },
    candidate: candidate?.name ?? '',
    position: position?.title ?? '',
    department: position?.department ?? '',
  };
}
