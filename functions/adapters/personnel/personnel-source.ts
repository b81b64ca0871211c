import * as z from 'zod';
import type { OutcomeSource, SourcePage, SourceRow } from '#functions/ports/outcomes.ts';
import { limits } from '#shared/limits.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { createEndpointPolicy } from '../endpoint/endpoint-policy.ts';
import { jsonOf } from '../endpoint/post.ts';
import { getPage } from './get-page.ts';
import { readRow } from './read-row.ts';

/** Where a company's system answers; `key` is its bearer key. Given by who deploys, never typed on a page. */
type PersonnelSystem = { url: string; key: string };
export type PersonnelLimits = { [K in keyof typeof limits.analytics.outcomeSource]: number };

const cursorLength = 2000;
const pageSchema = (rows: number) =>
  z.object({ outcomes: z.array(z.unknown()).max(rows), next: z.string().min(1).max(cursorLength).nullable() });

/** Companies' personnel systems, or bridges before them, with the one GET of docs/deploy.md. */
export function personnelSource(
  systems: Readonly<Record<string, PersonnelSystem>>,
  { tryMs, wholeMs, pageBytes, pageRows, pages }: PersonnelLimits = limits.analytics.outcomeSource,
  firstWaitMs = 1000,
): OutcomeSource {
  const schema = pageSchema(pageRows);

  async function* read(
    { url, key }: PersonnelSystem,
    since: string,
  ): AsyncGenerator<Result<SourcePage, { cause: string }>> {
    const whole = AbortSignal.timeout(wholeMs);
    const policy = createEndpointPolicy({ concurrency: 1, timeoutMs: tryMs, firstWaitMs });
    const asked = new Set<string>();
    let cursor: string | null = null;
    do {
      if (asked.size >= pages) return yield refuse({ cause: 'too many pages' });
      asked.add(cursor ?? '');
      const at = addressOf(url, since, cursor);
      const reply = await policy((signal) => getPage({ url: at, key, bytes: pageBytes, signal }), whole);
      if (!reply.ok) return yield refuse({ cause: reply.error.cause });
      const page = schema.safeParse(jsonOf(reply.value));
      if (!page.success) return yield refuse({ cause: 'unreadable page' });
      yield ok(pageOf(page.data.outcomes));
      cursor = page.data.next;
      if (cursor !== null && asked.has(cursor)) return yield refuse({ cause: 'cursor leads back' });
    } while (cursor !== null);
  }

  return {
    pages(company, since) {
      const system = Object.hasOwn(systems, company) ? systems[company] : undefined;
      return system && read(system, since);
    },
  };
}

function addressOf(base: string, since: string, cursor: string | null): URL {
  const url = new URL(base);
  url.searchParams.set('since', since);
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  return url;
}

function pageOf(given: readonly unknown[]): SourcePage {
  const read = given.map((row, at) => readRow(row, at + 1));
  const isBad = (one: (typeof read)[number]): one is SourcePage['bad'][number] => 'problem' in one;
  return { rows: read.filter((one): one is SourceRow => !isBad(one)), bad: read.filter(isBad) };
}
