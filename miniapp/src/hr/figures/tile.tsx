import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tap } from '../../components/tap.tsx';
import { Trend } from '../charts/trend.tsx';
import { figureWords as words } from '../words.ts';
import { shortDay } from './day-text.ts';
import { percentText } from './number-text.ts';
import type { TrendPart } from './shapes.ts';

type Props = {
  id: string;
  title: string;
  /** Null: too little is known; `grounds` says how much is missing. */
  value: string | null;
  grounds: string;
  chip?: ReactNode;
  alarms?: readonly string[];
  trend?: readonly TrendPart[];
  onTap(): void;
};

/** A figure at a glance: how much, how sure, which way it goes; the rest is behind it. */
export function Tile({ id, title, value, grounds, chip, alarms = [], trend = [], onTap }: Props) {
  return (
    <Tap
      id={id}
      className="hr-card hr-data-tile"
      pressed="hr-data-tile-pressed"
      label={[title, value ?? words.tooFew, grounds, ...alarms].join(words.comma)}
      onTap={onTap}
    >
      <View className="hr-data-tile-head">
        <Text className="hr-data-tile-title">{title}</Text>
        <View className="hr-bars-on" />
      </View>
      <View className="hr-data-tile-line">
        <Text id={`${id}-value`} className={value === null ? 'hr-data-missing' : 'hr-data-tile-value'}>
          {value ?? grounds}
        </Text>
        {chip}
      </View>
      {value !== null && <View className="hr-data-tile-grounds">{grounds}</View>}
      {alarms.map((alarm) => (
        <View key={alarm} className="hr-data-alarm">
          ⚠ {alarm}
        </View>
      ))}
      {trend.some(({ share }) => share !== null) && (
        <View className="hr-data-tile-trend">
          <Trend
            small
            label={title}
            ceiling={1}
            form={percentText}
            points={trend.map(({ from, share }) => ({
              id: from,
              name: shortDay(from),
              value: share?.rate ?? null,
              ...(share === null ? {} : { low: share.low, high: share.high }),
            }))}
          />
        </View>
      )}
    </Tap>
  );
}
