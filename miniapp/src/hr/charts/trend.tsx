import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { filled, stroked } from './mask.ts';
import { type TrendValue, topOf, trendShape } from './trend-shape.ts';
import './trend.scss';

/** `name`: where it stands on the axis; `value` null: too little is known, the line has a gap. */
export type TrendPoint = TrendValue & { id: string; name: string };

type Props = {
  id?: string;
  /** The whole of it in words, for who does not see it. */
  label: string;
  points: readonly TrendPoint[];
  form(value: number): string;
  /** The end of the scale where there is one: 1 of a share. */
  ceiling?: number;
  /** One scale for several. */
  top?: number;
  limit?: { value: number; name: string };
  /** A day that divides it: before the point of this index. */
  divide?: { before: number; name: string };
  chosen?: number;
  onChoose?(index: number): void;
  /** Without axis and dots, as high as a line of large text. */
  small?: boolean;
};

const crowded = 20;
const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value));

/** A line over time with the band in which the truth may lie. A tap on a column chooses its point. */
export function Trend({
  id,
  label,
  points,
  form,
  ceiling = Number.POSITIVE_INFINITY,
  top,
  limit,
  divide,
  chosen,
  onChoose,
  small = false,
}: Props) {
  const highest = top ?? topOf(points, { ceiling, least: limit?.value ?? 0 });
  const shape = trendShape(points, highest);
  const last = points.length - 1 - [...points].reverse().findIndex(({ value }) => value !== null);
  const named = [...new Set([0, Math.floor((points.length - 1) / 2), points.length - 1])];
  const dotted = !small && points.length <= crowded;
  /** Without neighbours there is no line that would show it. */
  const alone = (index: number) => !shape.dots[index - 1] && !shape.dots[index + 1];
  const tagged = chosen ?? last;
  const tag = shape.dots[tagged];
  return (
    <View {...(id === undefined ? {} : { id })} className={small ? 'hr-trend hr-trend-small' : 'hr-trend'}>
      <View className="hr-trend-plot" {...aria({ role: 'img', label })}>
        {!small &&
          shape.ticks.map(({ value, y }) => (
            <View key={value} className="hr-trend-tick" style={{ top: `${y}%` }}>
              <Text className="hr-trend-tick-name">{form(value)}</Text>
            </View>
          ))}
        <View className="hr-trend-field">
          {shape.band !== '' && <View className="hr-trend-layer hr-trend-band" style={filled(shape.band)} />}
          {limit && (
            <View className="hr-trend-limit" style={{ top: `${shape.at(limit.value)}%` }}>
              <Text className="hr-trend-limit-name">{limit.name}</Text>
            </View>
          )}
          {divide && (
            <View className="hr-trend-divide" style={{ left: `${(100 * divide.before) / points.length}%` }}>
              <Text className="hr-trend-divide-name">{divide.name}</Text>
            </View>
          )}
          {shape.line !== '' && (
            <View className="hr-trend-layer hr-trend-line" style={stroked(shape.line, small ? 1.5 : 2)} />
          )}
          {shape.dots.map((dot, index) =>
            dot !== null && alone(index) && dot.low > dot.high ? (
              <View
                key={`range ${points[index]?.id ?? index}`}
                className="hr-trend-range"
                style={{ left: `${dot.x}%`, top: `${dot.high}%`, height: `${dot.low - dot.high}%` }}
              />
            ) : null,
          )}
          {shape.dots.map((dot, index) =>
            dot !== null && (dotted || index === tagged || alone(index)) ? (
              <View
                key={points[index]?.id ?? index}
                className={index === tagged ? 'hr-trend-dot hr-trend-dot-on' : 'hr-trend-dot'}
                style={{ left: `${dot.x}%`, top: `${dot.y}%` }}
              />
            ) : null,
          )}
          {!small && tag && (
            <Text
              className={tag.y < 24 ? 'hr-trend-tag hr-trend-tag-below' : 'hr-trend-tag'}
              style={{ left: `${between(8, tag.x, 92)}%`, top: `${tag.y}%` }}
            >
              {form(points[tagged]?.value ?? 0)}
            </Text>
          )}
          {onChoose && (
            <View className="hr-trend-columns" {...aria({ hidden: true })}>
              {points.map((point, index) => (
                <View
                  key={point.id}
                  className={index === chosen ? 'hr-trend-column hr-trend-column-on' : 'hr-trend-column'}
                  onClick={() => onChoose(index)}
                />
              ))}
            </View>
          )}
        </View>
      </View>
      {!small && (
        <View className="hr-trend-names" {...aria({ hidden: true })}>
          {named.map((index) => (
            <Text
              key={points[index]?.id ?? index}
              className="hr-trend-name"
              style={{ left: `${between(6, (100 * (index + 0.5)) / points.length, 94)}%` }}
            >
              {points[index]?.name}
            </Text>
          ))}
        </View>
      )}
    </View>
  );
}
