import { askedOf } from '#shared/evaluation/guards/asked.ts';
import { guarded } from '#shared/evaluation/guards.ts';
import { plain, type Readable, type Span } from '#shared/evaluation/normalise.ts';
import type { ReportItem } from '#shared/evaluation/report.ts';
import type { ScorerInput } from '#shared/evaluation/scorer.ts';

/**
 * What a model gets to see of an answer: only what the guards let through, nothing invisible, no mention of sex, age and
 * the like. Unit `i` of `text` stands for `[from[i], to[i])` of the original. No quote reaches from one run to the next:
 * what was withheld stands between them. What is only left out of a run comes back in a quote that reaches over it.
 */
export type VisibleAnswer = { original: string; text: string; from: number[]; to: number[]; runs: Span[] };

/** As in the evaluation's own normalising, and control characters; line ends and tabs stay. */
const unseen = /\p{Cf}|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]|(?![\n\r\t])\p{Cc}/gu;
/** Letters a quote needs to say anything. */
const leastQuoted = 4;

/** `judged` is the same answer judged by the embedded scorer: what that one withheld is withheld here. */
export function visibleAnswer({ question, answer }: ScorerInput['items'][number], judged?: ReportItem): VisibleAnswer {
  const { source, withheld, enough } = guarded(answer.text, askedOf(question));
  const visible: VisibleAnswer = { original: answer.text, text: '', from: [], to: [], runs: [] };
  if (!enough) return visible;
  const holes = [...withheld, ...(judged?.withheld ?? [])];
  for (const run of runsOf(keptOf(source, holes), holes)) add(visible, run);
  return visible;
}

type Kept = Span & { text: string };

/** The characters of the original that are left: as written, or as the guards made them (她 and 他 read as one). */
function keptOf({ original, text, from, to }: Readable, holes: Span[]): Kept[] {
  const kept: Kept[] = [];
  for (const [at, start] of from.entries()) {
    const end = to[at] ?? start;
    if (holes.some((hole) => hole.start < end && start < hole.end)) continue;
    const last = kept.at(-1);
    if (last?.start === start) last.text += text[at] ?? '';
    else kept.push({ start, end, text: text[at] ?? '' });
  }
  return kept.map((one) => {
    const written = original.slice(one.start, one.end);
    return plain(written) === one.text ? { ...one, text: written } : one;
  });
}

function runsOf(kept: Kept[], holes: Span[]): Kept[][] {
  const runs: Kept[][] = [];
  let last: Kept | undefined;
  for (const one of kept) {
    const before = last?.end ?? 0;
    const isBroken = holes.some((hole) => hole.start < one.start && hole.end > before);
    if (last === undefined || isBroken) runs.push([]);
    runs.at(-1)?.push(one);
    last = one;
  }
  return runs;
}

function add(visible: VisibleAnswer, run: Kept[]): void {
  const units = run.flatMap(({ start, end, text }) =>
    text
      .replace(unseen, '')
      .split('')
      .map((unit) => ({ unit, start, end })),
  );
  const isSpace = ({ unit }: { unit: string }) => unit.trim() === '';
  const first = units.findIndex((one) => !isSpace(one));
  if (first < 0) return;
  const said = units.slice(first, units.findLastIndex((one) => !isSpace(one)) + 1);
  if (visible.text !== '') {
    // Stands for nothing in the original.
    visible.text += '\n';
    visible.from.push(said[0]?.start ?? 0);
    visible.to.push(said[0]?.start ?? 0);
  }
  visible.runs.push({ start: visible.text.length, end: visible.text.length + said.length });
  visible.text += said.map(({ unit }) => unit).join('');
  visible.from.push(...said.map(({ start }) => start));
  visible.to.push(...said.map(({ end }) => end));
}

/** Where a quote stands in the visible text, verbatim and within one run; undefined when it does not, or says nothing. */
export function spanOfQuote({ text, runs }: VisibleAnswer, quote: string): Span | undefined {
  const wanted = quote.trim();
  if (wanted.replace(/[^\p{L}\p{N}]/gu, '').length < leastQuoted) return undefined;
  for (const run of runs) {
    const at = text.slice(run.start, run.end).indexOf(wanted);
    if (at >= 0) return { start: run.start + at, end: run.start + at + wanted.length };
  }
  return undefined;
}

/** A span of the visible text as the original's words, where they stand. */
export function quoteAt({ original, from, to }: VisibleAnswer, span: Span): Span & { quote: string } {
  const start = from[span.start] ?? 0;
  const end = to[span.end - 1] ?? original.length;
  return { start, end, quote: original.slice(start, end) };
}
