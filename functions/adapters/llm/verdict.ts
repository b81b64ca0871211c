import type { Flag } from '#shared/evaluation/report.ts';
import type { Rating } from './rating.ts';

/** What came of asking once. `refused`: the endpoint will not rate this. `away`: it was not there, or time ran out. */
export type Sample = { state: 'rated'; rating: Rating } | { state: 'invalid' | 'refused' | 'away' };

export type VisibleQuote = Rating['quotes'][number];

/** What all samples of one answer and one dimension say together. */
export type Verdict = {
  /** 1-5, a half where two samples were left and lay one apart; null where there is no score. */
  level: number | null;
  /** Share of the samples asked for that say this level, 0-1. */
  confidence: number;
  /** The quote most samples agree on, for each key point that has one. */
  quotes: VisibleQuote[];
  flags: Flag[];
  /** True when the samples that were not answered could have made a score. */
  away: boolean;
};

/** Levels this far apart are no agreement. */
const disagreement = 2;

/** No quote, no level; more than half of the samples have to have one, and they have to agree. */
export function verdictOf(samples: Sample[]): Verdict {
  const ratings = samples.flatMap((sample) => (sample.state === 'rated' ? [sample.rating] : []));
  const usable = ratings.filter(({ quotes }) => quotes.length > 0);
  const needed = Math.floor(samples.length / 2) + 1;
  const away = samples.filter(({ state }) => state === 'away').length;
  const levels = usable.map(({ level }) => level).sort((a, b) => a - b);
  const flags = new Set<Flag>();

  // The lowest level is the one that may be given for saying nothing.
  const isDropped = ({ dropped, quotes, level }: Rating) => dropped > 0 || (quotes.length === 0 && level > 1);
  if (samples.some(({ state }) => state === 'invalid') || ratings.some(isDropped)) flags.add('scorer_dropped');

  const common = { quotes: agreedQuotes(usable), confidence: 0, level: null };
  if (usable.length < needed) {
    if (samples.some(({ state }) => state === 'away' || state === 'refused')) flags.add('scorer_unavailable');
    return { ...common, flags: [...flags], away: away > 0 && usable.length + away >= needed };
  }
  if ((levels.at(-1) ?? 0) - (levels[0] ?? 0) >= disagreement) {
    return { ...common, flags: [...flags, 'scorer_disagreed'], away: false };
  }
  const level = median(levels);
  const agreeing = levels.filter((one) => Math.abs(one - level) <= 0.5).length;
  return { ...common, level, confidence: agreeing / samples.length, flags: [...flags], away: false };
}

/** Of numbers in order. */
function median(numbers: number[]): number {
  const middle = (numbers.length - 1) / 2;
  return ((numbers[Math.floor(middle)] ?? 0) + (numbers[Math.ceil(middle)] ?? 0)) / 2;
}

function agreedQuotes(ratings: Rating[]): VisibleQuote[] {
  const counted = new Map<string, VisibleQuote & { times: number }>();
  for (const quote of ratings.flatMap(({ quotes }) => quotes)) {
    const key = `${quote.keyPoint} ${quote.start} ${quote.end}`;
    counted.set(key, { ...quote, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  const best = new Map<number, VisibleQuote & { times: number }>();
  for (const quote of counted.values()) {
    const other = best.get(quote.keyPoint);
    if (!other || quote.times > other.times || (quote.times === other.times && quote.start < other.start))
      best.set(quote.keyPoint, quote);
  }
  return [...best.values()]
    .sort((a, b) => a.keyPoint - b.keyPoint)
    .map(({ keyPoint, start, end }) => ({ keyPoint, start, end }));
}
