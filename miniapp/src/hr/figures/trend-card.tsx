import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { CountedUnit } from '#shared/copy/zh/figures.ts';
import { Tap } from '../../components/tap.tsx';
import { ChartCard } from '../charts/chart-card.tsx';
import { Trend } from '../charts/trend.tsx';
import { figureWords as words } from '../words.ts';
import { shortDay, spanText } from './day-text.ts';
import { percentText } from './number-text.ts';
import type { TrendPart } from './shapes.ts';
import { casesText, figureText, groundsText, shareText } from './share-text.ts';

type Props = {
  id: string;
  title: string;
  sentence?: ReactNode;
  trend: readonly TrendPart[];
  unit: CountedUnit;
  divide?: { before: number; name: string };
  onOpen?(from: string, to: string): void;
  /** Longer stretches; offered where most of these have too few people. */
  onCoarser?(): void;
};

/** A rate over time: tapped or stepped through, each stretch says its number, its grounds, and leads to its people. */
export function TrendCard({ id, title, sentence, trend, unit, divide, onOpen, onCoarser }: Props) {
  const [picked, setPicked] = useState<number>();
  const last = trend.length - 1;
  const chosen = picked === undefined ? undefined : Math.min(picked, last);
  const at = chosen === undefined ? undefined : trend[chosen];
  const step = (by: number) => setPicked(Math.max(0, Math.min(last, (chosen ?? last + (by > 0 ? 0 : 1)) + by)));
  const sparse = trend.filter(({ share }) => share === null).length * 2 > trend.length;
  const spoken = trend.map((part) => `${spanText(part.from, part.to)} ${figureText(part, unit)}`).join(words.list);
  return (
    <ChartCard
      id={id}
      title={title}
      {...(sentence === undefined ? {} : { sentence })}
      note={words.readInterval}
      table={{
        head: [words.filter.period, title, words.unit(unit)],
        rows: trend.map((part) => [
          spanText(part.from, part.to),
          part.share === null ? words.tooFew : shareText(part.share),
          part.share === null ? words.none : casesText(part.share, unit),
        ]),
      }}
    >
      <Trend
        label={spoken}
        ceiling={1}
        form={percentText}
        points={trend.map(({ from, share }) => ({
          id: from,
          name: shortDay(from),
          value: share?.rate ?? null,
          ...(share === null ? {} : { low: share.low, high: share.high }),
        }))}
        {...(divide === undefined ? {} : { divide })}
        {...(chosen === undefined ? {} : { chosen })}
        onChoose={setPicked}
      />
      {sparse && onCoarser && (
        <Tap id={`${id}-coarser`} className="hr-link" pressed="hr-link-pressed" onTap={onCoarser}>
          {words.step.coarser}
        </Tap>
      )}
      <View className="hr-data-picked">
        <Tap
          id={`${id}-previous`}
          className="hr-data-step"
          pressed="hr-link-pressed"
          label={words.step.previous}
          off={chosen === 0}
          onTap={() => step(-1)}
        >
          ‹
        </Tap>
        <View className="hr-data-picked-text">
          {at && (
            <>
              <Text className="hr-data-picked-name">
                {spanText(at.from, at.to)} {figureText(at, unit)}
              </Text>
              {at.share !== null && <Text className="hr-quiet">{groundsText(at.share, unit)}</Text>}
              {at.share !== null && onOpen && (
                <Tap
                  id={`${id}-people`}
                  className="hr-link"
                  pressed="hr-link-pressed"
                  onTap={() => onOpen(at.from, at.to)}
                >
                  {words.open}
                </Tap>
              )}
            </>
          )}
          {!at && <Text className="hr-quiet">{words.step.pick}</Text>}
        </View>
        <Tap
          id={`${id}-next`}
          className="hr-data-step"
          pressed="hr-link-pressed"
          label={words.step.next}
          off={chosen === undefined || chosen === last}
          onTap={() => step(1)}
        >
          ›
        </Tap>
      </View>
    </ChartCard>
  );
}
