import { pieceAt, sightingOf } from '../evaluation/match-key-point.ts';
import { originalSpan, plain, readable } from '../evaluation/normalise.ts';
import { sentencesOf } from '../evaluation/segment.ts';
import type { Position } from '../organisation/records.ts';

type ResumeMatch = {
  /** Share of the criteria met, 0-1. */
  share: number;
  matched: boolean;
  /** `quote` is the sentence or line of the résumé that shows the criterion, verbatim; null when not met. */
  criteria: { name: string; met: boolean; quote: string | null }[];
};

/** Float shares (3 of 5) are compared with thresholds typed by people (0.6). */
const tolerance = 1e-9;
/** What only makes sense before the next piece. */
const goesOn = /[；;，,、\s]+$/;

/** What of a position's criteria a résumé shows. What it denies (「无销售经验」) it does not show. */
export function matchResume(resume: string, criteria: Position['criteria'], threshold: number): ResumeMatch {
  const source = readable(resume);
  const sentences = sentencesOf(source.text).map((span) => pieceAt(source.text, span));
  const results = criteria.map(({ name, words }) => {
    const term = { forms: words.map(plain).filter((word) => word !== ''), pattern: undefined, weight: 1 };
    const piece = sentences.find((sentence) => sightingOf(term, sentence) === 'affirmed');
    if (!piece) return { name, met: false, quote: null };
    const { start, end } = originalSpan(source, piece);
    return { name, met: true, quote: resume.slice(start, end).replace(goesOn, '') };
  });
  const share = results.length === 0 ? 0 : results.filter((one) => one.met).length / results.length;
  return { share, matched: share >= threshold - tolerance, criteria: results };
}
