import { createModelHandle, type ModelCall, type ModelReply } from '../llm/model-handle.ts';
import { createFaults, type Faults } from '../provider/faults.ts';
import type { Handle } from '../provider/serve.ts';

/** What somebody of personnel entered: the rows of docs/deploy.md, or what is none. */
type PersonnelRow = Record<string, unknown>;

export type Personnel = {
  handle: Handle;
  faults: Faults;
  /** Who asked for what; refused calls too. */
  calls: { since: string; cursor: string | null }[];
  /** From now on it knows these as well. */
  say(...rows: unknown[]): void;
  forget(): void;
};

/**
 * A company's personnel system on one machine: `GET base?since=&cursor=`, page by page. Mischief, as the `errcode` of a
 * fault: `slow`, `repeats` (every page comes twice), `loop` (the last page leads to the first), `endless` (no last page),
 * `huge` (a page of megabytes), `garbage` (no page), `elsewhere` (sends the caller to another address with its key).
 */
export function createPersonnel({
  base,
  apiKey,
  pageRows = 50,
  slowMs = 60_000,
}: {
  base: string;
  apiKey: string;
  pageRows?: number;
  slowMs?: number;
}): Personnel {
  const faults = createFaults('personnel');
  const calls: Personnel['calls'] = [];
  let known: unknown[] = [];

  function page(since: string, from: number): { outcomes: unknown[]; next: string | null } {
    const rows = known.filter((row) => isSince(row, since));
    const next = from + pageRows;
    return { outcomes: rows.slice(from, next), next: next < rows.length ? `row-${next}` : null };
  }

  function answer({ method, path, query, headers }: ModelCall, mischief: string | undefined): ModelReply | undefined {
    if (method !== 'GET' || path !== '/') return undefined;
    const since = query.get('since') ?? '';
    const cursor = query.get('cursor');
    calls.push({ since, cursor });
    if (headers.authorization !== `Bearer ${apiKey}`) return { status: 401, json: { error: 'unauthorized' } };
    if (!Number.isFinite(Date.parse(since))) return { status: 400, json: { error: 'since' } };
    const [, twice = '', at = '0'] = /^(again-)?row-(\d+)$/.exec(cursor ?? '') ?? [];
    const found = page(since, Number(at));
    if (mischief === 'repeats' && twice === '') return { json: { ...found, next: `again-row-${at}` } };
    if (mischief === 'loop' && found.next === null) return { json: { ...found, next: 'row-0' } };
    if (mischief === 'endless') return { json: { ...found, next: `row-${Number(at) + 1}` } };
    if (mischief === 'huge') return { json: { ...found, padding: 'x'.repeat(5_000_000) } };
    if (mischief === 'garbage') return { json: 'Sign in to continue' };
    if (mischief === 'elsewhere') return { status: 302, headers: { location: `${base}/elsewhere` }, json: {} };
    return { json: found };
  }

  return {
    handle: createModelHandle({
      base,
      faults,
      answer,
      refuse: (status) => ({ json: { error: String(status) } }),
      retryAfterSeconds: 1,
      slowMs,
    }),
    faults,
    calls,
    say: (...rows) => void known.push(...rows),
    forget() {
      known = [];
    },
  };
}

/** What says nothing of when it was changed is always new. */
const isSince = (row: unknown, since: string): boolean => {
  const { changedAt } = (typeof row === 'object' && row !== null ? row : {}) as PersonnelRow;
  return !(Date.parse(String(changedAt)) < Date.parse(since));
};
