import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { radio } from '../radio.ts';
import './choices.scss';

export type ChoicesProps<T extends string | number> = {
  id: string;
  label: string;
  options: readonly { value: T; name: string }[];
  chosen: T;
  onChoose(value: T): void;
};

/** One of a few. */
export function Choices<T extends string | number>({ id, label, options, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <View className="hr-choices" {...aria({ role: 'radiogroup', label })}>
      {options.map(({ value, name }) => (
        <View
          key={value}
          id={`${id}-${value}`}
          className={value === chosen ? 'hr-choice hr-choice-on' : 'hr-choice'}
          hoverClass="hr-link-pressed"
          {...radio(value === chosen, () => onChoose(value))}
        >
          {name}
        </View>
      ))}
    </View>
  );
}
