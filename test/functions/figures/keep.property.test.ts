import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCounters } from '#functions/adapters/dynamo/checks.ts';
import { tallyOf } from '#functions/adapters/dynamo/figures.ts';
import { FiguresContended, type KeepDeps, keepFigures } from '#functions/figures/keep.ts';
import { contributionOf } from '#shared/figures/contribution.ts';
import { factsOf } from '#shared/figures/facts.ts';
import { factLists } from '#shared/figures/names.ts';
import { rowsOf } from '#shared/figures/rows.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { replay } from '#shared/interview/evolve.ts';
import { type InterviewStore, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { walks } from '#test/shared/interview/walks.ts';

const runs = Number(process.env.FIGURES_RUNS ?? 6);
const company = (n: number) => `co_figures${n}`;

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());

/** A history under ids of its own, as the store would give it. */
const named = (history: Recorded[], n: number): Recorded[] =>
  history.map((one) =>
    one.event.type === 'invited'
      ? {
          ...one,
          event: {
            ...one.event,
            data: {
              ...one.event.data,
              interviewId: `itv_walk${n}`,
              applicationId: `app_walk${n}`,
              candidateId: `cand_walk${n}`,
              positionId: `pos_walk${n % 2}`,
            },
          },
        }
      : one,
  );

/** What happens around one reaction: how much of the history it is told of, whether it dies, and who runs beside it. */
const reaction = fc.record({
  of: fc.nat(),
  behind: fc.nat({ max: 3 }),
  dies: fc.constantFrom('no', 'no', 'no', 'before', 'after'),
  twice: fc.boolean(),
  on: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the figures', () => {
  it('equal a full recount after random histories with duplicates, replays, reordering, crashes and lost replies', {
    timeout: 20_000 + runs * 10_000,
  }, async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(walks, { minLength: 2, maxLength: 4 }),
        fc.array(reaction, { minLength: 8, maxLength: 24 }),
        async (all, reactions) => {
          made += 1;
          const co = company(made);
          const histories = all.map(({ history }, n) => named(history, n));
          const reached = histories.map(() => 1);
          const deps = figuresOn(store.table);
          const interviews = (n: number) => ({
            ...store.interviews,
            history: async () => histories[n]?.slice(0, reached[n]) ?? [],
            notes: async () => [],
          });
          /** One run, on what the stream's record was about: perhaps long ago. */
          const run = async (n: number, behind: number, dies: string): Promise<void> => {
            const told = histories[n]?.slice(0, Math.max(1, (reached[n] ?? 1) - behind)) ?? [];
            const state = replay(told);
            if (state === undefined) throw new Error('no state');
            const dying: KeepDeps['figures'] = {
              ...deps.figures,
              async write(change) {
                if (dies === 'before') throw new Error('died');
                const done = await deps.figures.write(change);
                if (dies === 'after') throw new Error('died');
                return done;
              },
            };
            const about = { ...deps, figures: dying, interviews: interviews(n) };
            await keepFigures(about, { company: co, state, history: told }).catch((error: Error) => {
              if (error.message !== 'died' && !(error instanceof FiguresContended)) throw error;
            });
          };
          const operations = ['TransactWriteItems'];
          store.faults.add({ kind: 'lostReply', probability: 0.1, operations });
          store.faults.add({ kind: 'conflict', probability: 0.1, operations });
          for (const { of, behind, dies, twice, on } of reactions) {
            const n = of % histories.length;
            const length = histories[n]?.length ?? 1;
            reached[n] = Math.min(length, (reached[n] ?? 1) + Math.ceil(on * length));
            const other = (n + 1) % histories.length;
            await Promise.all([run(n, behind, dies), run(other, 0, 'no'), ...(twice ? [run(n, 0, 'no')] : [])]);
          }
          store.faults.clear();
          histories.forEach((history, n) => {
            reached[n] = history.length;
          });
          for (const n of histories.keys()) await run(n, 0, 'no');
          await agrees(co, histories);
          // Once more changes nothing.
          for (const n of histories.keys()) {
            const state = replay(histories[n] ?? []);
            if (state === undefined) throw new Error('no state');
            const again = { ...deps, interviews: interviews(n) };
            expect(await keepFigures(again, { company: co, state, history: histories[n] ?? [] })).toBe(false);
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
  });
});

/** Counters, kept items and rows are what the histories say, computed here without any of them. */
async function agrees(co: string, histories: Recorded[][]): Promise<void> {
  const known = { source: 'unknown', candidateKind: 'unknown' } as const;
  const facts = histories.flatMap((history) => factsOf({ history, known, told: [], checked: [], stayed: null }) ?? []);
  const counters = dynamoCounters(store.table);
  for (const positionId of ['pos_walk0', 'pos_walk1', null]) {
    const own = facts.filter((one) => positionId === null || one.positionId === positionId);
    const wanted: Record<string, number> = {};
    for (const [day, cells] of tallyOf(own.flatMap(contributionOf)))
      for (const [cell, n] of Object.entries(cells)) wanted[`${day}#${cell}`] = n;
    const said = await counters.read(co, { kind: 'figures', positionId }, []);
    expect(Object.fromEntries(Object.entries(said).filter(([, n]) => n !== 0))).toEqual(wanted);
    if (positionId !== null) expect(await counters.recount(co, { kind: 'figures', positionId })).toEqual(wanted);
  }
  for (const list of factLists) {
    const rows = await Promise.all(
      ['pos_walk0', 'pos_walk1'].map((positionId) =>
        figuresOn(store.table).figures.rows(co, list, { positionId, limit: 1000 }),
      ),
    );
    const sorted = (all: { at: string; interviewId: string }[]) =>
      [...all].sort((a, b) => `${a.at}${a.interviewId}`.localeCompare(`${b.at}${b.interviewId}`));
    expect(sorted(rows.flatMap((page) => page.rows))).toEqual(
      sorted(facts.flatMap(rowsOf).filter((row) => row.list === list)),
    );
  }
}
