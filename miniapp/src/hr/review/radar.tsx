import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { words } from '../words.ts';
import { polygon, spoke } from './radar-shape.ts';
import './radar.scss';

type Props = { dimensions: { name: string; score: number | null }[] };

/** In per cent of the square: half of the plot, and where the names stand. */
const reach = 32;
const namesAt = 44;
const line = 0.6;
/** Below this the shape is a dot. */
const visible = 10;

/**
 * The scores as one shape. Made of clipped boxes: the mini-program draws no SVG with our colours, and its canvas lies over
 * sheets. Nothing where a shape would mislead: under three dimensions, one that could not be judged, or next to no score.
 */
export function Radar({ dimensions }: Props) {
  const scores = dimensions.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length < 3 || scores.length < dimensions.length || Math.max(...scores) < visible) return null;
  const even = (radius: number) => scores.map(() => radius);
  const radii = scores.map((score) => Math.max(2, (reach * score) / 100));
  const label = dimensions.map(({ name, score }) => `${name} ${Math.round(score ?? 0)}`).join(words.summary.list);
  return (
    <View className="hr-radar" {...aria({ role: 'img', label })}>
      {[0.5, 1].map((share) => (
        <View
          key={share}
          className="hr-radar-layer hr-radar-ring"
          style={clip(polygon(even(reach * share), even(reach * share - line)))}
        />
      ))}
      <View className="hr-radar-layer hr-radar-fill" style={clip(polygon(radii))} />
      <View
        className="hr-radar-layer hr-radar-line"
        style={clip(
          polygon(
            radii,
            radii.map((radius) => radius - 2 * line),
          ),
        )}
      />
      {dimensions.map(({ name, score }, index) => (
        <View key={name} className="hr-radar-name" style={at(spoke(index, scores.length, namesAt))}>
          <Text className="hr-radar-score">{Math.round(score ?? 0)}</Text>
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  );
}

const clip = (shape: string) => ({ clipPath: shape, WebkitClipPath: shape });
const at = ({ x, y }: { x: number; y: number }) => ({ left: `${x}%`, top: `${y}%` });
