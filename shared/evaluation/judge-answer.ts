import { evidenceIn } from './evidence-in.ts';
import { type Deduction, deductionsIn, type Merit, meritsIn } from './explain.ts';
import { guarded } from './guards.ts';
import { measured } from './measure.ts';
import { aspectsOf, rubricPoints, scoreOf } from './model.ts';
import { originalSpan } from './normalise.ts';
import { prepared } from './prepared-question.ts';
import type { Flag, ReportItem } from './report.ts';
import type { ScorerInput } from './scorer.ts';
import { structureOf } from './structure.ts';
import { isAstray, isEmptyProse } from './whole-answer.ts';

type Item = ScorerInput['items'][number];

/**
 * A judged item. `estimate` (0-100) is there even when `score` is null: for ranking only, never shown as a score.
 * `worths` says how fully each shown key point was shown, 0-1; merits and deductions are in points of the item.
 */
export type JudgedItem = ReportItem & {
  /** The answer's words, for quotes. */
  original: string;
  estimate: number;
  worths: Map<string, number>;
  /** What the rubric's points and keeping to the question gave, and could have given. */
  rubric: { got: number; most: number };
  merits: Merit[];
  deductions: Deduction[];
};

/** Flags of answers that want to be scored for something else than their content. */
const gamed = new Set<Flag>(['keyword_list', 'number_stuffing', 'empty_prose', 'echo', 'off_topic']);

/** What an answer keeps of its points where it was gamed, where there is hardly anything of it, where it is prose about nothing. */
function shareOfPoints(seen: { enough: boolean; astray: boolean; empty: boolean; tried: boolean }): number {
  const { enough, astray, empty, tried } = seen;
  if (astray) return 0.3;
  if (!enough) return tried ? 0.1 : 0.6;
  return empty ? 0.6 : 1;
}

/** What there is to see in an answer, before anything is made of it. */
export function observed({ question, answer }: Item) {
  const { asked, topic, terms } = prepared(question);
  const guard = guarded(answer.text, asked);
  const { source } = guard;
  const found = evidenceIn(source, question, terms);
  const points = question.keyPoints.length;
  const coverage = points === 0 ? 0 : found.reduce((sum, one) => sum + one.worth, 0) / points;
  const measures = measured(source.text, topic);
  return { guard, found, coverage, measures, aspects: aspectsOf(coverage, measures) };
}

/** Looks for each key point in each piece of the answer and keeps the piece that shows it best; no quote, no score. */
export function judgeAnswer({ question, answer }: Item): JudgedItem {
  const { guard, found, coverage, measures, aspects } = observed({ question, answer });
  const { source } = guard;
  const flags = new Set(guard.flags);
  const withheld = [...guard.withheld];
  const withholdAll = (flag: Flag) => {
    flags.add(flag);
    withheld.push({ ...originalSpan(source, { start: 0, end: source.text.length }), flag });
  };
  const astray = guard.enough && isAstray(coverage, measures);
  const empty = guard.enough && !astray && isEmptyProse(aspects, measures);
  const enough = guard.enough && !astray;
  const raw = scoreOf(aspects, shareKept(answer.text, measures.letters, withheld));
  const estimate = Math.round(
    raw * shareOfPoints({ enough, astray, empty, tried: [...flags].some((one) => gamed.has(one)) }),
  );
  if (astray) withholdAll('off_topic');
  if (empty) withholdAll('empty_prose');
  const evidence = enough && !empty ? found : [];
  const structure = structureOf(source);
  const merits = enough && !empty ? meritsIn(source, aspects) : [];
  const deductions = enough ? deductionsIn(source, aspects) : [];
  const quoted = evidence.length > 0 || [...merits, ...deductions].some(({ span }) => span !== null);
  return {
    questionId: question.id,
    score: !enough || question.keyPoints.length === 0 ? null : quoted ? estimate : 0,
    estimate,
    original: answer.text,
    evidence: evidence.map(({ worth: _, ...one }) => one),
    missing: question.keyPoints.filter((keyPoint) => !evidence.some((one) => one.keyPoint === keyPoint)),
    flags: [...flags].sort(),
    ...(withheld.length > 0 ? { withheld } : {}),
    structure,
    worths: new Map(evidence.map(({ keyPoint, worth }) => [keyPoint, worth])),
    rubric: rubricPoints(aspects),
    merits,
    deductions,
  };
}

/** Said again so much more than it was said once, an answer is made of repetition. */
const mostRepeated = 1;

/** Of all letters, the share that no guard against gaming withheld. What merely instructs, or repeats a little, is as if not said. */
function shareKept(original: string, letters: number, withheld: NonNullable<ReportItem['withheld']>) {
  const lettersOf = (spans: typeof withheld) =>
    spans.reduce((sum, { start, end }) => sum + original.slice(start, end).replace(/[^\p{L}\p{N}]/gu, '').length, 0);
  const repeated = lettersOf(withheld.filter(({ flag }) => flag === 'repetition'));
  const gone =
    lettersOf(withheld.filter(({ flag }) => gamed.has(flag))) + (repeated > mostRepeated * letters ? repeated : 0);
  return { kept: letters + gone === 0 ? 0 : letters / (letters + gone), letters };
}
