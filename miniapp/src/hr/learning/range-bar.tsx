import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './range-bar.scss';

type Props = { value: number; low: number; high: number; label: string; least?: number; most?: number; mark?: number };

const place = (value: number, least: number, most: number): number =>
  Math.max(0, Math.min(100, (100 * (value - least)) / (most - least)));

/** A figure on its scale: a dot where it is, a band where the truth may be, a line at `mark`. */
export function RangeBar({ value, low, high, label, least = 0, most = 1, mark }: Props) {
  const at = (one: number) => place(one, least, most);
  return (
    <View className="hr-range" {...aria({ role: 'img', label })}>
      <View className="hr-range-band" style={{ left: `${at(low)}%`, width: `${Math.max(1, at(high) - at(low))}%` }} />
      {mark !== undefined && <View className="hr-range-mark" style={{ left: `${at(mark)}%` }} />}
      <View className="hr-range-dot" style={{ left: `${at(value)}%` }} />
    </View>
  );
}
