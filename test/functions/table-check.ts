import { isDeepStrictEqual } from 'node:util';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { copiesOf, copyNames, noCounts } from '#shared/application/copies.ts';
import { dayOfList, isCounted } from '#shared/application/workbench-places.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { type InterviewState, interviewStateSchema } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { dueItems } from '#shared/schedule/due-items.ts';

const hired = ['passed', 'filled', 'joined'] as const;
type Item = Record<string, unknown> & { pk: string; sk: string };

/** Every item of the table, read past the faults. */
export async function allItems(table: Table): Promise<Item[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

/**
 * What must hold of the table when nothing is under way, whatever happened before: state = replay of the events, four
 * copies = what the events say, one row per interview, counters = a recount, due items = what the state owes, no message
 * twice. Answers what does not hold.
 */
export async function problemsOf(table: Table, now: Date): Promise<string[]> {
  const items = await allItems(table);
  const at = new Map(items.map((item) => [`${item.pk}|${item.sk}`, item]));
  const find = (key: { pk: string; sk: string }) => at.get(nameOf(key));
  const byPartition = Map.groupBy(items, ({ pk }) => pk);
  const everyRow = items.filter(({ pk }) => pk.split('#')[2] === 'wb');
  const problems: string[] = [];
  const recount = new Map<string, Record<string, number>>();
  const days = new Map<string, number>();
  const add = (pk: string, name: string, n: number) => {
    const counts = recount.get(pk) ?? {};
    recount.set(pk, { ...counts, [name]: (counts[name] ?? 0) + n });
  };

  for (const stored of items.filter(({ pk, sk }) => sk === 'STATE' && pk.split('#')[2] === 'itv')) {
    const [, company = '', , id = ''] = stored.pk.split('#');
    const say = (what: string) => problems.push(`${id}: ${what}`);
    const own = byPartition.get(stored.pk) ?? [];
    const history = own
      .filter(({ sk }) => sk.startsWith('EVENT#'))
      .map(({ version, event }) => ({ version, event }) as Recorded);
    history.sort((a, b) => a.version - b.version);
    if (!history.every(({ version }, i) => version === i + 1)) say('versions are not 1, 2, 3 …');
    const wanted = copiesOf(history);
    if (wanted === undefined) continue;
    const { state, values } = wanted;
    if (!isDeepStrictEqual(interviewStateSchema.parse(stored), state)) say('the state is not the replay of its events');
    for (const [attempt, ends] of endsOf(history)) if (ends > 1) say(`attempt ${attempt} ended ${ends} times`);

    const places = {
      application: keys.application(company, state.applicationId),
      dossier: keys.dossier(company, state.applicationId),
      organisation: keys.contribution(company, state.requisitionId, id),
      workbench: keys.workbench(company, id),
    };
    for (const name of copyNames) {
      const copy = find(places[name]);
      if (copy?.version !== state.version) say(`${name} is at version ${copy?.version}, not ${state.version}`);
      if (!isDeepStrictEqual(copy?.value, values[name])) say(`${name} has another content`);
    }
    const all = everyRow.filter(({ pk, sk }) => pk.startsWith(`c#${company}#wb#`) && sk.endsWith(`#${id}`));
    const owed = values.workbench.places.map(({ list, at: when }) => keys.workbenchRow(company, list, when, id));
    if (all.length !== owed.length) say(`${all.length} rows on the workbench, and not ${owed.length}`);
    for (const key of owed) {
      const { pk: _, sk: __, ...row } = find(key) ?? { pk: '', sk: '' };
      if (!isDeepStrictEqual(row, values.workbench)) say(`another row in ${key.pk}`);
    }
    for (const { list } of values.workbench.places) {
      const day = dayOfList(list);
      if (day !== undefined)
        days.set(nameOf(keys.dayCount(company, day)), (days.get(nameOf(keys.dayCount(company, day))) ?? 0) + 1);
      else if (isCounted(list)) add(keys.counts(company).pk, list, 1);
    }
    add(keys.progress(company, state.requisitionId).pk, state.status, 1);
    for (const name of hired) add(keys.progress(company, state.requisitionId).pk, name, values.organisation[name]);
    problems.push(...dueProblems(id, own, state, now), ...deliveryProblems(id, own, history));
  }
  for (const counter of items.filter(({ sk }) => sk === 'PROGRESS' || sk === 'STATUS')) {
    const is = Object.fromEntries(
      [...hired, 'trouble', ...interviewStatuses].map((name) => [name, Number(counter[name] ?? 0)]),
    );
    const should = { passed: 0, filled: 0, joined: 0, trouble: 0, ...noCounts(), ...recount.get(counter.pk) };
    if (!isDeepStrictEqual(is, should)) {
      problems.push(`counter ${counter.pk}: ${JSON.stringify(is)} and not ${JSON.stringify(should)}`);
    }
    recount.delete(counter.pk);
  }
  for (const pk of recount.keys()) problems.push(`counter ${pk} is missing`);
  for (const counter of items.filter(({ pk, sk }) => pk.endsWith('#counts') && sk.startsWith('DAY#'))) {
    const should = days.get(nameOf(counter)) ?? 0;
    if (counter.booked !== should) problems.push(`counter ${nameOf(counter)}: ${counter.booked} and not ${should}`);
    days.delete(nameOf(counter));
  }
  for (const name of days.keys()) problems.push(`counter ${name} is missing`);
  return problems;
}

const nameOf = ({ pk, sk }: { pk: string; sk: string }): string => `${pk}|${sk}`;

function endsOf(history: Recorded[]): Map<number, number> {
  const ends = new Map<number, number>();
  let attempt = 0;
  for (const { event } of history) {
    if (event.type === 'started' || event.type === 'restarted') attempt = event.data.attempt;
    if (event.type === 'reopened' || event.type === 'corrected') ends.set(attempt, 0);
    if (event.type === 'ended') ends.set(attempt, (ends.get(attempt) ?? 0) + 1);
  }
  return ends;
}

const tickMs = 60_000;

/**
 * A due item never outlives its cause, and nothing that the state owes later is missing. A lapse may have moved on, a word of vacancies, a
 * reminder behind the quiet hours, and what failed behind everything else.
 */
function dueProblems(id: string, own: Item[], state: InterviewState, now: Date): string[] {
  const stored = own
    .filter(({ sk }) => sk.startsWith('DUE#'))
    .map((item) => ({ kind: item.kind, at: String(item.dueAt), failed: item.failures !== undefined }));
  const owed = dueItems(state);
  // What became due just now is the next tick's.
  const late = stored.filter(({ at }) => Date.parse(at) <= now.getTime() - tickMs);
  const causeless = stored.filter(
    ({ kind, at, failed }) =>
      !owed.some((one) => {
        const mayMove = failed || kind === 'lapse' || kind === 'remind' || kind === 'check' || kind === 'vacancies';
        return one.kind === kind && (one.at === at || (mayMove && one.at < at));
      }),
  );
  const missing = owed.filter(
    ({ kind, at }) => Date.parse(at) > now.getTime() && !stored.some((one) => one.kind === kind),
  );
  return [
    ...late.map(({ kind }) => `${id}: ${kind} is due and was not handled`),
    ...causeless.map(({ kind, at }) => `${id}: ${kind} at ${at} has no cause`),
    ...missing.map(({ kind }) => `${id}: ${kind} is owed and missing`),
  ];
}

/** One message of a kind for each event that asks for it, on one channel. */
function deliveryProblems(id: string, own: Item[], history: Recorded[]): string[] {
  const sent = own.filter(({ sk, state }) => sk.startsWith('DELIVERY#') && (state === 'sent' || state === 'unknown'));
  const by = Map.groupBy(sent, ({ kind, generation }) => `${kind}@${generation}`);
  const twice = [...by].filter(([, all]) => all.length > 1).map(([name]) => `${id}: ${name} went out on two channels`);
  const decisions = sent.filter(({ kind }) => kind === 'decision').length;
  const decided = history.filter(({ event }) => event.type === 'decided').length;
  return decisions > decided ? [...twice, `${id}: ${decisions} decision messages for ${decided} decisions`] : twice;
}
