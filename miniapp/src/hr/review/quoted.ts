import type { Output } from '#shared/contract/operations.ts';
import type { Span } from './highlight.ts';

type Review = Output<'report.review'>;
export type Report = NonNullable<Review['report']>;
export type Item = Report['items'][number];
export type Answer = Review['answers'][number];
type Reason = Report['dimensions'][number]['reasons'][number];

/** A place in one answer; what the reader jumps to. */
export type Place = Span & { questionId: string };

/** An element's id for the piece of an answer that begins there. */
export const anchor = (place: { questionId: string; start: number }): string =>
  `quote-${place.questionId}-${place.start}`;

/** Where the words of a reason stand: the item's own evidence first, else the first time they occur in the answer. */
export function placeOf(reason: Reason, report: Report, answers: Answer[]): Place | undefined {
  const { quote, questionId } = reason;
  if (quote === undefined || quote === '') return undefined;
  const evidence = report.items.find((item) => item.questionId === questionId)?.evidence ?? [];
  const exact =
    evidence.find((one) => one.quote === quote && one.keyPoint === reason.keyPoint) ??
    evidence.find((one) => one.quote === quote);
  if (exact) return { questionId, start: exact.start, end: exact.end };
  const start = answers.find((answer) => answer.questionId === questionId)?.text.indexOf(quote) ?? -1;
  return start < 0 ? undefined : { questionId, start, end: start + quote.length };
}
