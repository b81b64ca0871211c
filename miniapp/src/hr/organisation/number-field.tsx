import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '../../components/tap.tsx';
import { LineField } from '../components/line-field.tsx';
import { numberIn } from '../settings/draft.ts';
import { organisationWords } from '../words.ts';

type Props = {
  id: string;
  label: string;
  value: number | undefined;
  least: number;
  most: number;
  /** Undefined: what stands in the box is no number that may be. */
  onNumber(value: number | undefined): void;
};

/** A whole number: typed, or one more and one less. */
export function NumberField({ id, label, value, least, most, onNumber }: Props) {
  const words = organisationWords.posts;
  /** Gives the box, which is not controlled, the number that a tap made. */
  const [taps, setTaps] = useState(0);
  const step = (by: 1 | -1) => {
    setTaps(taps + 1);
    onNumber(Math.min(most, Math.max(least, (value ?? least) + by)));
  };
  return (
    <View className="hr-org-number">
      <Text className="hr-org-number-name">{label}</Text>
      <Tap
        id={`${id}-less`}
        className="hr-org-step"
        pressed="hr-link-pressed"
        label={`${label} ${words.less}`}
        off={value !== undefined && value <= least}
        onTap={() => step(-1)}
      >
        −
      </Tap>
      <LineField
        key={taps}
        id={id}
        className={value === undefined ? 'hr-org-number-box hr-org-wrong-box' : 'hr-org-number-box'}
        label={label}
        text={value === undefined ? '' : String(value)}
        longest={5}
        numeric
        onText={(text) => onNumber(numberIn(text, { least, most }))}
      />
      <Tap
        id={`${id}-more`}
        className="hr-org-step"
        pressed="hr-link-pressed"
        label={`${label} ${words.more}`}
        off={value !== undefined && value >= most}
        onTap={() => step(1)}
      >
        +
      </Tap>
    </View>
  );
}
