import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoChecks, dynamoCounters } from '#functions/adapters/dynamo/checks.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dynamoInterviews, dynamoOperations } from '#functions/adapters/dynamo/interviews.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoLearning } from '#functions/adapters/dynamo/learning.ts';
import { dynamoRequisitions } from '#functions/adapters/dynamo/requisitions.ts';
import { dynamoRules } from '#functions/adapters/dynamo/rules.ts';
import { type SweepPlan, sweep, usualPlan } from '#functions/schedule/sweep.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { dueItems } from '#shared/schedule/due-items.ts';
import { openReminders } from '#shared/schedule/reminders.ts';
import { defaultSettings } from '#shared/settings.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';
import { median, milliseconds, rounded } from './measure.ts';
import { openMetered } from './metered-store.ts';
import type { BenchRow } from './row.ts';
import { company, dueRow, importedStore } from './sweep-store.ts';

const dueNow = 1_000;
const rounds = 3;
const burst = 10_000;
const tickMs = 60_000;
const now = new Date('2026-11-20T04:00:00.000Z');
const future = (n: number) => plusMinutes('2027-01-01T00:00:00.000Z', n % 500_000);

/** What is due next year, one item an interview. */
function* ahead(count: number) {
  for (let n = 0; n < count; n += 1) yield dueRow(`itv_ahead${n}`, { kind: 'remind', at: future(n) });
}

async function open(file: string, clock: { now(): Date }, metered = true) {
  const { table, ...store } = await openMetered(file, clock, metered);
  const deps = {
    ...figuresOn(table),
    learning: dynamoLearning(table),
    interviews: dynamoInterviews(table),
    operations: dynamoOperations(table),
    copies: dynamoCopies(table),
    due: dynamoDue(table),
    requisitions: dynamoRequisitions(table),
    rules: dynamoRules(table),
    directory: dynamoDirectory(table),
    checks: dynamoChecks(table),
    counters: dynamoCounters(table),
    queue: { send: async () => {} },
    clock,
  };
  return {
    table,
    ...store,
    sweep: (plan?: SweepPlan) =>
      sweep(
        deps,
        (_, error) => {
          throw error;
        },
        plan,
      ),
  };
}
type Store = Awaited<ReturnType<typeof open>>;

/** Items whose interviews are gone: what remains is the sweep itself. */
async function fill({ table }: Store): Promise<void> {
  const rows = Array.from({ length: dueNow }, (_, n) =>
    dueRow(`itv_now${n}`, { kind: 'remind', at: plusMinutes(now.toISOString(), -(n % 10)) }),
  );
  for (let at = 0; at < rows.length; at += 25) {
    const puts = rows.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await table.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }));
  }
}

/** What the minute's tick costs where much is to come: as much as where little is. */
export async function benchSweepAmongFuture(): Promise<BenchRow[]> {
  const counts = [10_000, 1_000_000] as const;
  const files = [];
  for (const count of counts) files.push(await importedStore(`ahead-${count}`, () => ahead(count)));
  const stores = await Promise.all(files.map((file) => open(file, { now: () => now })));
  const took: number[][] = stores.map(() => []);
  const units: number[] = stores.map(() => 0);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, store] of stores.entries()) {
      await fill(store);
      const meter = store.meter();
      meter.start();
      const ms = await milliseconds(async () => {
        const { handled } = await store.sweep();
        if (handled !== dueNow) throw new Error(`${handled} of ${dueNow} were handled`);
      });
      units[i] = meter.stop().read;
      // The first round pays for what is loaded once.
      if (round > 0) took[i]?.push(ms);
    }
  }
  for (const store of stores) await store.stop();
  const [few = Number.NaN, many = Number.NaN] = took.map(median);
  const [fewUnits = Number.NaN, manyUnits = Number.NaN] = units;
  const page = 8;
  return [
    {
      name: `read units of a sweep, ${dueNow} due among 1,000,000 to come (among 10,000: ${fewUnits})`,
      value: manyUnits,
      unit: 'RCU',
      aim: `${fewUnits} ± ${page}`,
      ok: Math.abs(manyUnits - fewUnits) <= page,
    },
    {
      name: `a sweep, ${dueNow} due among 1,000,000 to come (among 10,000: ${rounded(few, 0)} ms)`,
      value: rounded(many / few),
      unit: 'times',
      aim: '≤ 1.5',
      ok: many / few <= 1.5,
    },
  ];
}

/** Invited a day before: a reminder of each is due within one minute. */
function* crowd() {
  for (let n = 0; n < burst; n += 1) {
    const state = invited(n);
    yield { ...keys.state(company, state.interviewId), ...state };
    for (const item of dueItems(state)) yield dueRow(state.interviewId, item);
  }
}

function invited(n: number): InterviewState {
  const interviewId = `itv_crowd${String(n).padStart(6, '0')}`;
  const at = new Date(now.getTime() - 24 * 60 * tickMs);
  const ids = {
    interviewId,
    applicationId: `app_c${n}`,
    candidateId: `cand_c${n}`,
    requisitionId: 'req_c',
    positionId: 'pos_c',
  };
  const by = (deadlineAt: string): InterviewState => {
    const terms = { ...freezeTerms(salesPlan, defaultSettings, at), deadlineAt };
    const decision = decide(undefined, { type: 'invite', by: 'usr_bench', ...ids, terms }, at);
    const state = decision.ok ? decision.value.reduce<InterviewState | undefined>(evolve, undefined) : undefined;
    if (state === undefined) throw new Error('not invited');
    return state;
  };
  const guess = by(plusMinutes(now.toISOString(), 1440));
  // Moved so that the first reminder falls into the minute before the tick.
  const first = openReminders(guess)[0]?.at ?? '';
  const wanted = now.getTime() - Math.floor((n / burst) * tickMs);
  return by(new Date(Date.parse(guess.terms.deadlineAt) + wanted - Date.parse(first)).toISOString());
}

/** How the minute's tick keeps up where very much is due at once. */
export async function benchBurst(): Promise<BenchRow[]> {
  const file = await importedStore(`crowd-${burst}`, crowd);
  const late: number[] = [];
  let handled = 0;
  let at = now.getTime();
  const store = await open(file, { now: () => new Date(at) }, false);
  const began = performance.now();
  // A tick each minute of which the sweep may use what it is given.
  for (; handled < burst && at < now.getTime() + 10 * tickMs; at += tickMs) {
    let spent = 0;
    const swept = { handled: 0 };
    spent = await milliseconds(async () => Object.assign(swept, await store.sweep(usualPlan)));
    handled += swept.handled;
    for (let i = 0; i < swept.handled; i += 1) late.push(at - now.getTime() + (spent * (i + 1)) / swept.handled);
  }
  const seconds = (performance.now() - began) / 1000;
  await store.stop();
  const p99 = late.sort((a, b) => a - b)[Math.floor(late.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
  return [
    {
      name: `due items handled, a reminder each with its event`,
      value: rounded(handled / seconds, 0),
      unit: 'a second',
      aim: 'shown',
      ok: handled === burst,
    },
    {
      name: `after their tick, 99 of 100 of ${burst} reminders due within one minute`,
      value: rounded(p99 / 1000, 1),
      unit: 's',
      aim: `< ${tickMs / 1000}`,
      ok: p99 < tickMs,
    },
  ];
}
