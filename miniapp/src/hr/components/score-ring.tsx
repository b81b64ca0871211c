import { Text, View } from '@tarojs/components';
import './score-ring.scss';
import { words } from '../words.ts';

type Props = { score: number; id?: string; large?: boolean };

export function ScoreRing({ score, id, large = false }: Props) {
  const whole = Math.round(score);
  return (
    <View
      className={large ? 'hr-ring hr-ring-large' : 'hr-ring'}
      style={{ backgroundImage: `conic-gradient(var(--accent) ${whole}%, var(--hr-line) 0)` }}
      ariaRole="img"
      ariaLabel={words.workbench.overall(whole)}
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
