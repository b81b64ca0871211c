import { type Piece, pieceAt, worthOf } from './match-key-point.ts';
import { originalSpan, plain, type Readable, type Span } from './normalise.ts';
import { piecesIn } from './pieces.ts';
import type { Prepared } from './prepared-question.ts';
import type { Evidence } from './report.ts';
import type { Paraphrase, ScorerInput } from './scorer.ts';

type Question = ScorerInput['items'][number]['question'];

/** Evidence with how fully it shows its key point, 0.4 to 1. */
export type Found = Evidence & { worth: number };

/** For each key point the piece of the answer that shows it best, or a phrase HR accepted as saying it. */
export function evidenceIn(source: Readable, question: Question, prepare: Prepared['terms']): Found[] {
  const pieces = piecesIn(source).map((span) => pieceAt(source.text, span));
  return question.keyPoints.flatMap((keyPoint): Found[] => {
    const accepted = paraphraseIn(
      pieces,
      (question.paraphrases ?? []).filter((one) => one.keyPoint === keyPoint),
    );
    if (accepted) return [{ keyPoint, ...quoteOf(source, accepted.piece), paraphrase: accepted.phrase, worth: 1 }];
    const terms = prepare.get(keyPoint) ?? [];
    let best: { worth: number; piece: Piece | undefined } = { worth: 0, piece: undefined };
    for (const piece of pieces) {
      const worth = worthOf(terms, piece);
      if (worth > best.worth) best = { worth, piece };
    }
    return best.piece ? [{ keyPoint, ...quoteOf(source, best.piece), worth: best.worth }] : [];
  });
}

/** A phrase HR accepted counts wherever it stands, unless the speaker denies it. */
function paraphraseIn(pieces: Piece[], paraphrases: Paraphrase[]): { piece: Piece; phrase: string } | undefined {
  for (const { phrase } of paraphrases) {
    const words = plain(phrase).trim();
    const piece = pieces.find(({ text, denied }) => {
      const at = words === '' ? -1 : text.indexOf(words);
      return at >= 0 && !denied.slice(at, at + words.length).every(Boolean);
    });
    if (piece) return { piece, phrase };
  }
  return undefined;
}

function quoteOf(source: Readable, span: Span): { quote: string; start: number; end: number } {
  const { start, end } = originalSpan(source, span);
  return { quote: source.original.slice(start, end), start, end };
}
