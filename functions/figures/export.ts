import type { Request } from '#functions/http/request.ts';
import type { Spreadsheet } from '#functions/ports/figures.ts';
import type { StaffActor } from '#functions/ports.ts';
import { interviewStatus as statusesEn } from '#shared/copy/en/statuses.ts';
import { interviewStatus as statusesZh } from '#shared/copy/zh/statuses.ts';
import { csvOf } from '#shared/intake/csv.ts';
import { limits } from '#shared/limits.ts';
import { ok } from '#shared/result.ts';
import { type FunnelDeps, funnelOf } from './funnel.ts';
import { type NoShowDeps, noShowsOf } from './no-shows.ts';
import { type PassDeps, passRatesOf } from './pass-rates.ts';
import { casesOf, type PeopleDeps, shown } from './people.ts';
import { type Subject, subjectOf } from './period.ts';
import { remindersOf } from './reminders.ts';
import { satisfactionOf } from './satisfaction.ts';
import { scoresOf } from './scores.ts';
import {
  funnelTable,
  noShowTable,
  passTable,
  reminderTable,
  satisfactionTable,
  scoreTable,
  type Table,
  type TableWords,
  tableWords,
} from './tables.ts';

export type ExportDeps = NoShowDeps & FunnelDeps & PassDeps & PeopleDeps & { spreadsheet: Spreadsheet };
type Query = Request<'figures.export', StaffActor>['query'];

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What is shown, as a file. A spreadsheet runs nothing of it: text stays text. */
export async function exportFigures(deps: ExportDeps, { actor, query }: Request<'figures.export', StaffActor>) {
  const subject = await subjectOf(deps, actor.company, query);
  const w = tableWords[query.language ?? 'zh'];
  const { table, complete } =
    query.table === 'people'
      ? await peopleTable(deps, w, subject, query)
      : { table: await tableOf(deps, w, subject, query.table), complete: true };
  const { from, to } = subject.period;
  const bytes =
    query.format === 'csv'
      ? Buffer.from(csvOf(table.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))))
      : Buffer.from(await deps.spreadsheet.xlsx(table));
  const name = `${w.words.names[query.table]} ${from} ${to}.${query.format}`;
  return ok({ name, type: types[query.format], base64: bytes.toString('base64'), complete });
}

async function tableOf(deps: ExportDeps, w: TableWords, subject: Subject, table: Exclude<Query['table'], 'people'>) {
  switch (table) {
    case 'no_shows':
      return noShowTable(w, await noShowsOf(deps, subject));
    case 'funnel':
      return funnelTable(w, await funnelOf(deps, subject));
    case 'pass_rates':
      return passTable(w, await passRatesOf(deps, subject));
    case 'scores':
      return scoreTable(w, await scoresOf(deps, subject));
    case 'satisfaction':
      return satisfactionTable(w, await satisfactionOf(deps, subject));
    case 'reminders':
      return reminderTable(w, await remindersOf(deps, subject));
  }
}

/** People whose names are looked up at the same time. */
const atOnce = 20;

async function peopleTable(deps: ExportDeps, w: TableWords, { company }: Subject, query: Query) {
  const asked = { ...query, list: query.list ?? ('invitations' as const) };
  const { rows, cursor, titles } = await casesOf(deps, company, asked, limits.figures.exported);
  const statuses = w === tableWords.zh ? statusesZh : statusesEn;
  const table: Table = [w.words.person];
  for (let at = 0; at < rows.length; at += atOnce) {
    const people = await Promise.all(rows.slice(at, at + atOnce).map((row) => shown(deps, company, row, titles)));
    for (const one of people) {
      table.push([
        ...[one.candidate, one.position, one.department, one.at, statuses[one.status], one.overall],
        one.missed === null ? null : one.missed ? w.words.yes : w.words.no,
        one.reason === null ? null : w.names.reasons[one.reason],
        one.handledMinutes === null ? null : Math.round(one.handledMinutes),
        w.names.steps[one.step],
        one.lost === null ? null : w.names.losses[one.lost],
      ]);
    }
  }
  return { table, complete: cursor === null };
}
