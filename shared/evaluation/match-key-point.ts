import type { KeyPointTerms, Term, Thought } from './key-point-terms.ts';
import { deniedIn } from './negation.ts';
import type { Span } from './normalise.ts';

/** A piece of an answer with what its speaker denies in it, worked out once for all key points. */
export type Piece = Span & { text: string; denied: boolean[] };

export function pieceAt(text: string, span: Span): Piece {
  return { ...span, text: text.slice(span.start, span.end), denied: deniedIn(text, span) };
}

/** Share of a key point's weight a piece has to show to count as evidence. */
const enough = 0.3;
/** From here on a key point counts in full; between the two its worth grows in a straight line. */
const full = 0.85;
const leastWorth = 0.4;

type Sighting = 'affirmed' | 'denied' | 'absent';

function placesOf({ forms, pattern }: Term, text: string): Span[] {
  const places = forms.flatMap((form) => {
    const found: Span[] = [];
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
      if (isWhole(text, at, form)) found.push({ start: at, end: at + form.length });
    return found;
  });
  if (pattern)
    for (const found of text.matchAll(pattern)) places.push({ start: found.index, end: found.index + found[0].length });
  return places;
}

const latin = /[a-z0-9]/u;
/** `java` is not in `javascript`; Han words have no edges. */
function isWhole(text: string, at: number, form: string): boolean {
  const touches = (inner: string | undefined, outer: string | undefined) =>
    inner !== undefined && outer !== undefined && latin.test(inner) && latin.test(outer);
  return !touches(form[0], text[at - 1]) && !touches(form.at(-1), text[at + form.length]);
}

export function sightingOf(term: Term, piece: Piece): Sighting {
  const places = placesOf(term, piece.text);
  if (places.length === 0) return 'absent';
  return places.some(({ start, end }) => !piece.denied.slice(start, end).some(Boolean)) ? 'affirmed' : 'denied';
}

function coverage(terms: Term[], piece: Piece, denial: boolean): number {
  const sightings = terms.map((term) => sightingOf(term, piece));
  if (denial && !sightings.includes('denied')) return 0;
  const seen = (sighting: Sighting) => sighting === 'affirmed' || (denial && sighting === 'denied');
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  const shown = terms.reduce((sum, term, at) => sum + (seen(sightings[at] ?? 'absent') ? term.weight : 0), 0);
  return total === 0 ? 0 : shown / total;
}

function shareOf({ words, pairs, denial }: Thought, piece: Piece): number {
  return Math.max(coverage(words, piece, denial), coverage(pairs, piece, denial));
}

/** How far a piece shows a key point (by its best alternative): 0 for not at all, otherwise 0.4 to 1. */
export function worthOf(terms: KeyPointTerms, piece: Piece): number {
  const shares = terms.map((thoughts) =>
    thoughts.length === 0 ? 0 : thoughts.reduce((sum, one) => sum + shareOf(one, piece), 0) / thoughts.length,
  );
  const shown = Math.max(0, ...shares);
  if (shown < enough) return 0;
  return leastWorth + (1 - leastWorth) * Math.min(1, (shown - enough) / (full - enough));
}
