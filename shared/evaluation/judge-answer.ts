import { guarded } from './guards.ts';
import { termsOf } from './key-point-terms.ts';
import { pieceAt, worthOf } from './match-key-point.ts';
import { originalSpan, readable } from './normalise.ts';
import type { Evidence, ReportItem } from './report.ts';
import type { ScorerInput } from './scorer.ts';
import { piecesOf } from './segment.ts';

type Item = ScorerInput['items'][number];

/** A judged item. `estimate` is there even when `score` is null: for ranking only, never shown as a score. */
export type JudgedItem = ReportItem & { estimate: number };

/** Looks for each key point in each piece of the answer and keeps the piece that shows it best; no quote, no score. */
export function judgeAnswer({ question, answer }: Item, weigh: (term: string) => number): JudgedItem {
  const source = readable(answer.text);
  const { sentences, flags, enough } = guarded(source.text, question.prompt);
  const pieces = sentences
    .flatMap((sentence) => piecesOf(source.text, sentence))
    .map((span) => pieceAt(source.text, span));

  const evidence: Evidence[] = [];
  const missing: string[] = [];
  let worth = 0;
  for (const keyPoint of question.keyPoints) {
    const terms = termsOf(keyPoint, question.prompt, weigh);
    let best = { worth: 0, piece: pieces[0] };
    for (const piece of pieces) {
      const here = worthOf(terms, piece);
      if (here > best.worth) best = { worth: here, piece };
    }
    if (best.worth === 0 || !best.piece) {
      missing.push(keyPoint);
      continue;
    }
    const { start, end } = originalSpan(source, best.piece);
    evidence.push({ keyPoint, quote: answer.text.slice(start, end), start, end });
    worth += best.worth;
  }
  const points = question.keyPoints.length;
  const estimate = points === 0 ? 0 : Math.round((100 * worth) / points);
  return { questionId: question.id, score: enough && points > 0 ? estimate : null, estimate, evidence, missing, flags };
}
