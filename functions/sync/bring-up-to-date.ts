import { isDeepStrictEqual } from 'node:util';
import type { Copies, Interviews, StoredCopy } from '#functions/ports.ts';
import { type CopyName, copiesOf, copyNames } from '#shared/application/copies.ts';
import type { Recorded } from '#shared/interview/events.ts';

type Deps = { interviews: Interviews; copies: Copies };

const tries = 5;

/**
 * Brings every copy of an interview's status to what its events say, and tells which ones had to be changed. The stream's
 * reaction, the check after each end and 「重新同步」 are this one function. A copy is only ever replaced by one of a history
 * at least as long, so late and repeated runs do no harm.
 */
export async function bringUpToDate(
  { interviews, copies }: Deps,
  company: string,
  interviewId: string,
): Promise<{ version: number; changed: CopyName[]; history: Recorded[] } | undefined> {
  const changed = new Set<CopyName>();
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const history = await interviews.history(company, interviewId);
    const wanted = copiesOf(history);
    if (wanted === undefined) return undefined;
    const { state, values } = wanted;
    const stored = await copies.read(company, state);
    const behind = copyNames.filter((copy) => needs(find(stored, copy), state.version, values[copy]));
    if (behind.length === 0) return { version: state.version, changed: [...changed], history };
    const written = await Promise.all(
      behind.map(async (copy) => {
        const done = await copies.write({ company, copy, state, stored: find(stored, copy), value: values[copy] });
        if (done) changed.add(copy);
        return done;
      }),
    );
    if (written.every(Boolean)) return { version: state.version, changed: [...changed], history };
  }
  throw new Error(`copies of ${interviewId} stayed contended`);
}

const find = (stored: StoredCopy[], copy: CopyName) => stored.find((one) => one.copy === copy);

/** Behind, or at the same version with another content: drift, which is healed as well. */
const needs = (stored: StoredCopy | undefined, version: number, value: object): boolean =>
  stored === undefined ||
  stored.version < version ||
  (stored.version === version && !isDeepStrictEqual(stored.value, value));
