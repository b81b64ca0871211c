import { type Aspect, deductions, merits } from './aspects.ts';
import * as marker from './lexicon/markers.ts';
import { type Aspects, pointsOfLevel, weights } from './model.ts';
import { originalSpan, type Readable, type Span } from './normalise.ts';
import { piecesIn } from './pieces.ts';

/** An aspect with what it is worth in points of the item (positive for merits, negative for deductions) and where it shows. */
export type Merit = { aspect: Aspect; worth: number; points: number; span: Span | null };
export type Deduction = Merit;

const patterns: Partial<Record<Aspect, RegExp>> = {
  specifics: marker.figure,
  actions: marker.action,
  results: marker.outcome,
  reflection: marker.reflection,
  reasoning: marker.cause,
  order: marker.sequence,
  vague: marker.vague,
  virtue: marker.virtue,
  lecture: marker.lecture,
  refusal: marker.refusal,
  indifference: marker.indifference,
  grievance: marker.grievance,
};

/** No word alone shows these; the fullest piece does. */
const byLength = new Set<Aspect>(['concreteness', 'density', 'tightness', 'relatedness']);

/** The piece of the answer where most of it shows. */
function where(source: Readable, pieces: Span[], aspect: Aspect): Span | null {
  const pattern = patterns[aspect] ?? (byLength.has(aspect) ? /\p{L}/gu : undefined);
  if (!pattern) return null;
  const counted = pieces.map((piece) => ({
    piece,
    count: [...source.text.slice(piece.start, piece.end).matchAll(pattern)].length,
  }));
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most), {
    piece: { start: 0, end: 0 },
    count: 0,
  });
  return best.count === 0 ? null : originalSpan(source, best.piece);
}

function listed(source: Readable, aspects: Aspects, names: readonly Aspect[], sign: 1 | -1): Merit[] {
  const pieces = piecesIn(source);
  return names
    .map((aspect) => ({
      aspect,
      worth: aspects[aspect],
      points: sign * weights[aspect] * aspects[aspect] * pointsOfLevel,
    }))
    .filter(({ points }) => Math.abs(points) >= 1)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map((one) => ({ ...one, span: where(source, pieces, one.aspect) }));
}

export const meritsIn = (source: Readable, aspects: Aspects): Merit[] => listed(source, aspects, merits, 1);
export const deductionsIn = (source: Readable, aspects: Aspects): Deduction[] =>
  listed(source, aspects, deductions, -1);
