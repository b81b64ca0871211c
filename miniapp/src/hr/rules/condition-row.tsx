import { Text, View } from '@tarojs/components';
import { Tap } from '../../components/tap.tsx';
import { Choices } from '../components/choices.tsx';
import { ruleWords } from '../words.ts';
import type { Condition, Fact } from './draft.ts';
import { factName } from './sentence.ts';
import { ValueField } from './value-field.tsx';

type Props = {
  id: string;
  condition: Condition;
  fact: Fact;
  /** The last one stays: a rule says something. */
  only: boolean;
  onFact(): void;
  onChange(condition: Condition): void;
  /** What is typed is no value (yet). */
  onWrong(wrong: boolean): void;
  onRemove(): void;
};

/** One condition: what is looked at, how it is compared, with what. */
export function ConditionRow({ id, condition, fact, only, onFact, onChange, onWrong, onRemove }: Props) {
  const words = ruleWords.editor;
  const { value } = condition;
  return (
    <View className="hr-rule-condition" id={id}>
      <View className="hr-rule-condition-head">
        <Tap
          id={`${id}-fact`}
          className="hr-rule-condition-fact"
          pressed="hr-link-pressed"
          label={`${words.chooseFact} ${factName(ruleWords, fact.fact)}`}
          onTap={onFact}
        >
          <Text>{factName(ruleWords, fact.fact)}</Text>
          <Text className="hr-quiet">›</Text>
        </Tap>
        {!only && (
          <Tap
            id={`${id}-remove`}
            className="hr-rule-icon"
            pressed="hr-link-pressed"
            label={words.removeCondition}
            onTap={onRemove}
          >
            ×
          </Tap>
        )}
      </View>
      {fact.names === null ? (
        <View className="hr-rule-condition-body">
          <Choices
            id={`${id}-is`}
            label={words.isLabel}
            chosen={condition.is}
            options={(['at_least', 'less_than'] as const).map((is) => ({ value: is, name: words.is[is] }))}
            onChoose={(is) => onChange({ ...condition, is })}
          />
          <ValueField
            id={`${id}-value`}
            fact={fact}
            value={value}
            onValue={(typed) => {
              onWrong(typed === undefined);
              if (typed !== undefined) onChange({ ...condition, value: typed });
            }}
          />
        </View>
      ) : (
        <Choices
          id={`${id}-value`}
          label={words.value(factName(ruleWords, fact.fact))}
          chosen={value}
          options={fact.names.map((_, i) => ({ value: i, name: ruleWords.sources[i] ?? String(i) }))}
          onChoose={(chosen) => onChange({ ...condition, value: chosen })}
        />
      )}
    </View>
  );
}
