import { View } from '@tarojs/components';
import { Choices } from '../components/choices.tsx';
import { ruleWords } from '../words.ts';

const offered: readonly number[] = [0, 4, 12, 24, 48, 72];

/** How long rules wait for what the candidate has not said yet. One that is not offered stays as it is. */
export function WaitField({ hours, onHours }: { hours: number; onHours(hours: number): void }) {
  const words = ruleWords.editor;
  const all = offered.includes(hours) ? offered : [...offered, hours].sort((a, b) => a - b);
  return (
    <View className="hr-card hr-padded hr-rules-wait">
      <View>{words.wait}</View>
      <Choices
        id="wait"
        label={words.wait}
        chosen={hours}
        options={all.map((value) => ({ value, name: words.waitOf(value) }))}
        onChoose={onHours}
      />
      <View className="hr-rule-hint">{words.waitHint}</View>
    </View>
  );
}
