import type { Merit } from './explain.ts';
import type { JudgedItem } from './judge-answer.ts';
import { aspectNames } from './lexicon/aspect-names.ts';
import type { ReportDimension } from './report.ts';

type Reason = ReportDimension['reasons'][number];

/** Aspects a report names for each question, at most; the rest is small. */
const mostMerits = 4;
const mostDeductions = 3;

/** Told point by point instead. */
const aspectOf = (name: Merit['aspect']) => (name === 'relatedness' ? undefined : name);

/** Why a dimension has its score: each question's points shown and missing, then how it was said. Points are the dimension's. */
export function reasonsOf(items: JudgedItem[]): Reason[] {
  const hundredths = (worth: number) => Math.round(worth * 100) / 100;
  return items.flatMap((item) => {
    const { questionId, evidence, missing, worths } = item;
    const share = (points: number) => Math.round((points / items.length) * 10) / 10;
    const shown = [...worths.values()].reduce((sum, worth) => sum + worth, 0);
    const gained = (worth: number) => (shown === 0 ? 0 : (item.rubric.got * worth) / shown);
    const lost = (item.rubric.got - item.rubric.most) / Math.max(1, missing.length);
    const told = (kind: 'shown' | 'deducted', { aspect: of, worth, points, span }: Merit): Reason[] => {
      const aspect = aspectOf(of);
      if (aspect === undefined) return [];
      const quoted = span ? { quote: quoteOf(item, span), start: span.start, end: span.end } : {};
      return [
        {
          kind,
          questionId,
          keyPoint: aspectNames[aspect],
          aspect,
          worth: hundredths(worth),
          ...quoted,
          points: share(points),
        },
      ];
    };
    return [
      ...evidence.map(({ keyPoint, quote, start, end }): Reason => {
        const worth = hundredths(worths.get(keyPoint) ?? 0);
        return { kind: 'shown', questionId, keyPoint, quote, start, end, worth, points: share(gained(worth)) };
      }),
      ...item.merits
        .filter(({ span }) => span !== null)
        .slice(0, mostMerits)
        .flatMap((one) => told('shown', one)),
      ...missing.map((keyPoint): Reason => ({ kind: 'missing', questionId, keyPoint, points: share(lost) })),
      ...item.deductions.slice(0, mostDeductions).flatMap((one) => told('deducted', one)),
    ];
  });
}

const quoteOf = ({ original }: JudgedItem, { start, end }: { start: number; end: number }): string =>
  original.slice(start, end);
