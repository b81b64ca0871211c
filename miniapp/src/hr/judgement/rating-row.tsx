import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { radio } from '../radio.ts';
import { reportWords } from '../words.ts';
import './rating-row.scss';

const levels = [1, 2, 3, 4, 5] as const;
const meaning = (level: number) => reportWords.rate.levels[level as (typeof levels)[number]] ?? '';

type Props = { questionId: string; rating: number | null; failed: boolean; keys: boolean; onRate(level: number): void };

/** A person's 1-5 of one answer, with what each number means. */
export function RatingRow({ questionId, rating, failed, keys, onRate }: Props) {
  return (
    <View className="hr-rating">
      <View className="hr-rating-head">
        <Text className="hr-rating-title">
          {rating === null ? reportWords.rate.title : reportWords.rate.rated(rating, meaning(rating))}
        </Text>
        {keys && <Text className="hr-rating-keys">{reportWords.rate.hint}</Text>}
      </View>
      <View className="hr-rating-levels" {...aria({ role: 'radiogroup', label: reportWords.rate.title })}>
        {levels.map((level) => (
          <View
            key={level}
            id={`rate-${questionId}-${level}`}
            className={rating === level ? 'hr-rating-level hr-rating-on' : 'hr-rating-level'}
            hoverClass="hr-rating-pressed"
            {...radio(rating === level, () => onRate(level))}
          >
            <Text className="hr-rating-number">{level}</Text>
            <Text className="hr-rating-meaning">{meaning(level)}</Text>
          </View>
        ))}
      </View>
      {failed && (
        <View className="hr-rating-failed" {...aria({ role: 'alert' })}>
          {reportWords.rate.failedSafe}
        </View>
      )}
    </View>
  );
}
