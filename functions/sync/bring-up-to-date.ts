import { isDeepStrictEqual } from 'node:util';
import type { ChangedField } from '#functions/ports/sync.ts';
import type { Copies, Interviews, StoredCopy } from '#functions/ports.ts';
import { type CopyName, copiesOf, copyNames } from '#shared/application/copies.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { fieldsThatDiffer } from './differences.ts';

type Deps = { interviews: Interviews; copies: Copies };

/** `behind`: of an older history, and not wrong in itself. */
export type FoundDifference = { copy: CopyName; behind: boolean; fields: ChangedField[] };
export type BroughtUp = {
  version: number;
  state: InterviewState;
  changed: CopyName[];
  /** As each copy was first found. */
  found: FoundDifference[];
  history: Recorded[];
};

/** The copies went on being written by others; `found` is what differed, `changed` what could be put right. */
export class CopiesContended extends Error {
  readonly brought: BroughtUp;
  constructor(brought: BroughtUp) {
    super(`copies of ${brought.state.interviewId} stayed contended`);
    this.brought = brought;
  }
}

const tries = 5;

/**
 * Brings every copy of an interview's status to what its events say, and tells which ones had to be changed. The stream's
 * reaction, the check after each end, the periodic one and 「重新同步」 are this one function. A copy is only ever replaced
 * by one of a history at least as long, so late and repeated runs do no harm. Throws `CopiesContended`.
 */
export async function bringUpToDate(
  { interviews, copies }: Deps,
  company: string,
  interviewId: string,
): Promise<BroughtUp | undefined> {
  const changed = new Set<CopyName>();
  const found = new Map<CopyName, FoundDifference>();
  let last: BroughtUp | undefined;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const history = await interviews.history(company, interviewId);
    const wanted = copiesOf(history);
    if (wanted === undefined) return undefined;
    const { state, values } = wanted;
    const stored = await copies.read(company, state);
    const behind = copyNames.filter((copy) => needs(find(stored, copy), state.version, values[copy]));
    for (const copy of behind) {
      const was = find(stored, copy);
      if (!found.has(copy)) found.set(copy, differenceOf(copy, was, state.version, values[copy]));
    }
    const done = () => ({
      version: state.version,
      state,
      changed: [...changed],
      found: [...found.values()],
      history,
    });
    if (behind.length === 0) return done();
    const written = await Promise.all(
      behind.map(async (copy) => {
        const written = await copies.write({ company, copy, state, stored: find(stored, copy), value: values[copy] });
        if (written) changed.add(copy);
        return written;
      }),
    );
    last = done();
    if (written.every(Boolean)) return last;
  }
  if (last === undefined) throw new Error('no try was made');
  throw new CopiesContended(last);
}

const find = (stored: StoredCopy[], copy: CopyName) => stored.find((one) => one.copy === copy);

/** Behind, or at the same version with another content: drift, which is healed as well. */
const needs = (stored: StoredCopy | undefined, version: number, value: object): boolean =>
  stored === undefined ||
  stored.version < version ||
  (stored.version === version && !isDeepStrictEqual(stored.value, value));

function differenceOf(
  copy: CopyName,
  was: StoredCopy | undefined,
  version: number,
  is: Record<string, unknown>,
): FoundDifference {
  const behind = was === undefined || was.version < version;
  const fields = fieldsThatDiffer(was?.value, is);
  return {
    copy,
    behind,
    fields: behind
      ? [{ name: 'version', was: was ? String(was.version) : null, is: String(version) }, ...fields]
      : fields,
  };
}
