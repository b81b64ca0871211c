import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';

type Props<T extends string | number> = {
  id: string;
  label: string;
  options: readonly { value: T; name: string }[];
  chosen: readonly T[];
  onToggle(value: T): void;
};

/** Some of a few. */
export function Toggles<T extends string | number>({ id, label, options, chosen, onToggle }: Props<T>) {
  return (
    <View className="hr-choices" {...aria({ role: 'group', label })}>
      {options.map(({ value, name }, index) => (
        <View
          key={value}
          id={`${id}-${typeof value === 'number' || /^[a-z]+$/.test(value) ? value : index}`}
          className={chosen.includes(value) ? 'hr-choice hr-choice-on' : 'hr-choice'}
          hoverClass="hr-link-pressed"
          {...aria({ role: 'checkbox', checked: chosen.includes(value) })}
          onClick={() => onToggle(value)}
        >
          {name}
        </View>
      ))}
    </View>
  );
}
