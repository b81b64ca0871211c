import type { CheckCause, Checks, CounterName, Counters, Difference } from '#functions/ports/sync.ts';
import type { Clock } from '#functions/ports.ts';
import { numbersThatDiffer } from './differences.ts';

export type RecountDeps = { counters: Counters; checks: Checks; clock: Clock };
type Wanted = { company: string; name: CounterName; cause: CheckCause; by?: string; date: string };

const tries = 3;
/** Numbers that a record of it names at most. */
const fieldsKept = 40;

/**
 * Counts a counter anew, heals it, and leaves a record; true when it was wrong. It moves while it is being counted: so a
 * difference is believed when two counts in a row show the same one, and is put right on the condition that the counter
 * has not moved since it was read.
 */
export async function recount(
  { counters, checks, clock }: RecountDeps,
  { company, name, cause, by = 'system', date }: Wanted,
): Promise<boolean> {
  const look = async () => {
    const is = await counters.recount(company, name);
    const was = await counters.read(company, name, Object.keys(is));
    return { was, is, fields: numbersThatDiffer(was, is) };
  };
  let seen = await look();
  let healed = seen.fields.length === 0;
  for (let attempt = 1; attempt <= tries && !healed; attempt += 1) {
    const again = await look();
    const same = JSON.stringify(again.fields) === JSON.stringify(seen.fields);
    seen = again;
    healed = again.fields.length === 0 || (same && (await counters.set(company, name, again.was, again.is)));
  }
  const { fields } = seen;
  const differences: Difference[] =
    fields.length === 0 ? [] : [{ what: name.kind, healed, fields: fields.slice(0, fieldsKept) }];
  await checks.note(company, { at: clock.now().toISOString(), cause, by, subject: name, differences }, date);
  return differences.length > 0;
}

/** A copy that was wrong may have been counted wrong: what it counts in is counted anew. */
export async function recountAfter(
  deps: RecountDeps,
  { differences, date, state }: { differences: Difference[]; date: string; state: { requisitionId: string } },
  { company, cause, by }: { company: string; cause: CheckCause; by?: string },
): Promise<number> {
  const names: CounterName[] = [
    ...(differences.some(({ what }) => what === 'organisation')
      ? [{ kind: 'progress' as const, requisitionId: state.requisitionId }]
      : []),
    ...(differences.some(({ what }) => what === 'workbench') ? [{ kind: 'counts' as const }] : []),
  ];
  const wanted = { company, cause, date, ...(by === undefined ? {} : { by }) };
  const drifted = await Promise.all(names.map((name) => recount(deps, { ...wanted, name })));
  return drifted.filter(Boolean).length;
}
