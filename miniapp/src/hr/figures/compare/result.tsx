import { View } from '@tarojs/components';
import { Bars } from '../../charts/bars.tsx';
import { figureWords } from '../../words.ts';
import { spanText } from '../day-text.ts';
import { aboutText, countText, percentText } from '../number-text.ts';
import type { Compared } from '../shapes.ts';
import { groundsText } from '../share-text.ts';
import { TrendCard } from '../trend-card.tsx';
import { comparedText, unitOf } from './compared-text.ts';

const words = figureWords.compare;

/** Before and after beside each other, with the interval, and in words what may be said of it. */
export function Result({ compared }: { compared: Compared }) {
  const { measure, before, after, change, times, missing, trend } = compared;
  const unit = unitOf[measure];
  const text = comparedText(compared);
  const divide = trend.findIndex(({ from }) => from >= after.from);
  const span = (name: string, { from, to }: { from: string; to: string }) => `${name} ${spanText(from, to)}`;
  return (
    <>
      <View id="compared" className="hr-card hr-data-rate">
        {text === undefined ? (
          <View className="hr-data-missing">
            {figureWords.tooFew}
            {figureWords.comma}
            {[
              ...(missing.before > 0 ? [words.missingBefore(missing.before)] : []),
              ...(missing.after > 0 ? [words.missingAfter(missing.after)] : []),
            ].join(figureWords.comma)}
          </View>
        ) : (
          <>
            <View id="compared-said" className="hr-compare-said">
              {text.said}
            </View>
            {text.sure !== '' && <View className="hr-data-said">{text.sure}</View>}
          </>
        )}
        {change !== null && (
          <View className="hr-compare-bars">
            <Bars
              ceiling={1}
              bars={[
                { id: 'before', side: before, share: change.before, tone: 'quiet' as const },
                { id: 'after', side: after, share: change.after, tone: 'accent' as const },
              ].map(({ id, side, share, tone }) => ({
                id: `compared-${id}`,
                name: span(id === 'before' ? words.before : words.after, side),
                value: share.rate,
                low: share.low,
                high: share.high,
                text: percentText(share.rate),
                note: groundsText(share, unit),
                tone,
              }))}
            />
          </View>
        )}
        {times !== null && (
          <View className="hr-compare-bars">
            <Bars
              bars={[
                { id: 'before', side: before, time: times.before, tone: 'quiet' as const },
                { id: 'after', side: after, time: times.after, tone: 'accent' as const },
              ].map(({ id, side, time, tone }) => ({
                id: `compared-${id}`,
                name: span(id === 'before' ? words.before : words.after, side),
                value: time.median,
                ...(time.low === null || time.high === null ? {} : { low: time.low, high: time.high }),
                text: aboutText(time.median),
                note: figureWords.count(countText(time.n), unit),
                tone,
              }))}
            />
          </View>
        )}
        <View className="hr-chart-note">
          {text === undefined ? '' : figureWords.readInterval} {words.cause}
        </View>
      </View>
      {trend.length > 0 && (
        <TrendCard
          key={`${measure} ${after.from}`}
          id="compared-trend"
          title={words.trend(figureWords.names.measures[measure])}
          trend={trend}
          unit={unit}
          {...(divide < 1 ? {} : { divide: { before: divide, name: words.divide } })}
        />
      )}
    </>
  );
}
