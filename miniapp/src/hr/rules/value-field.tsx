import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '../../components/tap.tsx';
import { ruleWords } from '../words.ts';
import { type Fact, readValue, stepped } from './draft.ts';
import { factName } from './sentence.ts';

type Props = { id: string; fact: Fact; value: number; onValue(value: number | undefined): void };

/** A value within the range of its fact: a step at a time, or typed. Undefined while what is typed is none. */
export function ValueField({ id, fact, value, onValue }: Props) {
  const words = ruleWords.editor;
  const [wrong, setWrong] = useState(false);
  /** Typing does not come back into the box; a step does. */
  const [filled, setFilled] = useState(0);
  const name = factName(ruleWords, fact.fact);
  const [least, most] = [String(fact.least), String(fact.most)];
  const step = (by: 1 | -1) => {
    setWrong(false);
    setFilled(filled + 1);
    onValue(stepped(value, by, fact));
  };
  return (
    <View className="hr-value">
      <View className={wrong ? 'hr-value-box hr-value-wrong' : 'hr-value-box'}>
        <Tap
          id={`${id}-less`}
          className="hr-value-tap"
          pressed="hr-link-pressed"
          label={words.less}
          onTap={() => step(-1)}
        >
          −
        </Tap>
        <Input
          key={`${fact.fact} ${filled}`}
          id={id}
          className="hr-value-input"
          type="digit"
          defaultValue={String(value)}
          maxlength={4}
          cursorSpacing={24}
          nativeProps={{ 'aria-label': words.value(name), inputMode: 'decimal' }}
          onInput={(event) => {
            const typed = readValue(String(event.detail.value), fact);
            setWrong(typed === undefined);
            onValue(typed);
          }}
        />
        <Tap
          id={`${id}-more`}
          className="hr-value-tap"
          pressed="hr-link-pressed"
          label={words.more}
          onTap={() => step(1)}
        >
          +
        </Tap>
      </View>
      <Text className={wrong ? 'hr-value-range hr-value-said' : 'hr-value-range'}>
        {wrong ? words.wrongValue(least, most) : words.range(least, most)}
      </Text>
    </View>
  );
}
