import type { Output } from '#shared/contract/operations.ts';
import type { Span } from './highlight.ts';

type Review = Output<'report.review'>;
export type Report = NonNullable<Review['report']>;
export type Dimension = Report['dimensions'][number];
export type Item = Report['items'][number];
export type Answer = Review['answers'][number];
export type Reason = Dimension['reasons'][number];

/** A place in one answer; what the reader jumps to. */
export type Place = Span & { questionId: string };

/** An element's id for the piece of an answer that begins there. */
export const anchor = (place: { questionId: string; start: number }): string =>
  `quote-${place.questionId}-${place.start}`;

/** Where the words of a reason stand: as it says itself, by the item's evidence, or the first time they occur. */
export function placeOf(reason: Reason, report: Pick<Report, 'items'>, answers: Answer[]): Place | undefined {
  const { quote, questionId, start, end } = reason;
  if (quote === undefined || quote === '') return undefined;
  const text = answers.find((answer) => answer.questionId === questionId)?.text ?? '';
  if (start !== undefined && end !== undefined && text.slice(start, end) === quote) return { questionId, start, end };
  const evidence = report.items.find((item) => item.questionId === questionId)?.evidence ?? [];
  const exact =
    evidence.find((one) => one.quote === quote && one.keyPoint === reason.keyPoint) ??
    evidence.find((one) => one.quote === quote);
  if (exact) return { questionId, start: exact.start, end: exact.end };
  const first = text.indexOf(quote);
  return first < 0 ? undefined : { questionId, start: first, end: first + quote.length };
}

/** 1 for the first question; 0 for one that is not among the answers. */
export const numberOf = (answers: Answer[], questionId: string): number =>
  answers.findIndex((answer) => answer.questionId === questionId) + 1;
