import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { topOf } from './trend-shape.ts';
import './bars.scss';

type Bar = {
  id: string;
  name: string;
  /** Null: not shown; `text` says why. */
  value: number | null;
  low?: number;
  high?: number;
  /** The value in words, at the right. */
  text: string;
  /** Of how many, under it. */
  note?: string;
  tone?: 'accent' | 'amber' | 'quiet';
  onTap?(): void;
};

type Props = {
  id?: string;
  bars: readonly Bar[];
  /** The end of the scale where there is one: 1 of a share. */
  ceiling?: number;
  top?: number;
  /** What all of them are held against: a dashed line through every bar. */
  reference?: { value: number; name: string };
};

/** Horizontal bars; a whisker spans the interval. Two lines a row, so that it reads on the narrowest phone. */
export function Bars({ id, bars, ceiling = Number.POSITIVE_INFINITY, top, reference }: Props) {
  const highest = top ?? topOf(bars, { ceiling, least: reference?.value ?? 0 });
  const share = (value: number) => `${Math.min(100, (100 * value) / highest)}%`;
  return (
    <View {...(id === undefined ? {} : { id })} className="hr-bars">
      {reference && (
        <View className="hr-bars-reference">
          <View className="hr-bars-reference-mark" />
          <Text>{reference.name}</Text>
        </View>
      )}
      <View className="hr-bars-list" {...aria({ role: 'list' })}>
        {bars.map((bar) => (
          <View key={bar.id} {...aria({ role: 'listitem' })}>
            <View
              id={bar.id}
              className={bar.onTap ? 'hr-bars-row hr-bars-opens' : 'hr-bars-row'}
              {...(bar.onTap ? { ...aria({ role: 'button' }), hoverClass: 'hr-link-pressed', onClick: bar.onTap } : {})}
            >
              <View className="hr-bars-line">
                <Text className="hr-bars-name">{bar.name}</Text>
                <Text className={bar.value === null ? 'hr-bars-none' : 'hr-bars-text'}>{bar.text}</Text>
                {bar.onTap && <View className="hr-bars-on" />}
              </View>
              <View className="hr-bars-track">
                {bar.value === null ? (
                  <View className="hr-bars-hidden" />
                ) : (
                  <View
                    className={`hr-bars-done hr-bars-${bar.tone ?? 'accent'}`}
                    style={{ width: share(bar.value) }}
                  />
                )}
                {bar.value !== null && bar.low !== undefined && bar.high !== undefined && (
                  <View
                    className="hr-bars-whisker"
                    style={{ left: share(bar.low), width: share(Math.max(0, bar.high - bar.low)) }}
                  />
                )}
                {reference && <View className="hr-bars-at" style={{ left: share(reference.value) }} />}
              </View>
              {bar.note !== undefined && <Text className="hr-bars-note">{bar.note}</Text>}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
