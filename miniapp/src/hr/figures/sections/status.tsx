import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Action } from '../../../components/action.tsx';
import { ChartCard } from '../../charts/chart-card.tsx';
import { Trend } from '../../charts/trend.tsx';
import { figureWords } from '../../words.ts';
import { shortDay } from '../day-text.ts';
import { countText } from '../number-text.ts';
import { RateCard } from '../rate-card.tsx';
import type { StatusFigures } from '../shapes.ts';

const words = figureWords.status;

export function StatusSection({ figures: { rate, checked, drifted, healed, trend } }: { figures: StatusFigures }) {
  const said = [
    words.said(countText(checked), countText(drifted)),
    ...(healed > 0 ? [words.healed(healed)] : []),
    words.goal,
  ].join('');
  return (
    <>
      <RateCard id="status-rate" title={words.rate} figure={rate} unit="checks" said={said}>
        <Action id="open-status-check" onTap={() => void Taro.navigateTo({ url: '/hr/status/index' })}>
          {words.open}
        </Action>
      </RateCard>
      <ChartCard
        id="status-trend"
        title={words.trend}
        table={{
          head: [figureWords.filter.period, words.found, words.checked],
          rows: trend.map((day) => [shortDay(day.date), countText(day.drifted), countText(day.checked)]),
        }}
      >
        {drifted === 0 ? (
          <View className="hr-quiet">{words.none}</View>
        ) : (
          <Trend
            label={trend.map((day) => `${shortDay(day.date)} ${day.drifted}`).join(figureWords.list)}
            form={countText}
            points={trend.map((day) => ({ id: day.date, name: shortDay(day.date), value: day.drifted }))}
          />
        )}
      </ChartCard>
    </>
  );
}
