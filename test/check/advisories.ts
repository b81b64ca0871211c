import * as z from 'zod';
import type { Check, Findings } from './check.ts';
import { runCommand } from './tool.ts';

/** By its address: why an advisory does not touch us. One that is mended is taken out again. */
const explained: Readonly<Record<string, string>> = {};

const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      /** A name: by way of that package. */
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string(), severity: z.string() })])),
    }),
  ),
});

/** What `npm audit --json` says that nobody has explained; an explanation of what it no longer says. */
export function advisoryProblems(report: unknown, known: Readonly<Record<string, string>> = explained): Findings {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return { problems: [], warnings: ['not asked: the registry here keeps no advisories'] };
  const found = new Map<string, string>();
  for (const [name, { via }] of Object.entries(parsed.data.vulnerabilities))
    for (const one of via)
      if (typeof one !== 'string') found.set(one.url, `${name}: ${one.title} (${one.severity}) ${one.url}`);
  return {
    problems: [
      ...[...found].filter(([url]) => known[url] === undefined).map(([, text]) => text),
      ...Object.keys(known)
        .filter((url) => !found.has(url))
        .map((url) => `${url} is explained, and not there any more`),
    ],
    warnings: [...found].flatMap(([url, text]) => (known[url] === undefined ? [] : [`${text}: ${known[url]}`])),
  };
}

/** Known faults of what is installed. Asks the registry: where it keeps none, that is said and nothing fails. */
export const advisoryCheck = (root: string): Check => ({
  name: 'advisories (npm audit)',
  async run() {
    const { stdout } = await runCommand(root, 'npm', ['audit', '--json']);
    return advisoryProblems(parsed(stdout));
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
