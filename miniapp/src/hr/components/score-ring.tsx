import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { words } from '../words.ts';
import './score-ring.scss';

type Props = { score: number; id?: string; large?: boolean };

export function ScoreRing({ score, id, large = false }: Props) {
  const whole = Math.round(score);
  return (
    <View
      className={large ? 'hr-ring hr-ring-large' : 'hr-ring'}
      style={{ backgroundImage: `conic-gradient(var(--accent) ${whole}%, var(--line) 0)` }}
      {...aria({ role: 'img', label: words.workbench.overall(whole) })}
    >
      <View className="hr-ring-hole">
        <Text className="hr-ring-score" {...(id === undefined ? {} : { id })}>
          {whole}
        </Text>
        {large && <Text className="hr-ring-caption">{words.review.overall}</Text>}
      </View>
    </View>
  );
}
