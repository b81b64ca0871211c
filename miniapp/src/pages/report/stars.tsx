import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Option } from '../../components/option.tsx';
import { copy } from '../../copy.ts';

type Props = {
  id: string;
  /** What is asked. */
  label: string;
  value: number | undefined;
  ends: readonly string[];
  onChange: (value: number) => void;
};

/** One to five, with words at both ends. */
export function Stars({ id, label, value, ends, onChange }: Props) {
  return (
    <View id={id} className="stars" {...aria({ role: 'radiogroup', label })}>
      <View className="stars__row">
        {[1, 2, 3, 4, 5].map((n) => (
          <Option
            key={n}
            id={`${id}-${n}`}
            chosen={n === value}
            className={`stars__one ${n === value ? 'stars__one--on' : ''}`}
            pressed="stars__one--pressed"
            label={copy.candidate.report.survey.starLabel(n)}
            onTap={() => onChange(n)}
          >
            {n}
          </Option>
        ))}
      </View>
      <View className="stars__ends">
        <Text>{ends[0]}</Text>
        <Text>{ends[1]}</Text>
      </View>
    </View>
  );
}
