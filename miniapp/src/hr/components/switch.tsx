import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './switch.scss';

type Props = { id: string; on: boolean; label: string; text: string; off?: boolean; onChange(on: boolean): void };

/** On or off, with the word for it beside. `off`: it takes no taps now. */
export function Switch({ id, on, label, text, off = false, onChange }: Props) {
  return (
    <View
      id={id}
      className={['hr-switch', on && 'hr-switch-on', off && 'hr-switch-off'].filter(Boolean).join(' ')}
      hoverClass="hr-link-pressed"
      {...aria({ role: 'checkbox', checked: on, label, disabled: off })}
      onClick={() => {
        if (!off) onChange(!on);
      }}
    >
      <View className="hr-switch-track">
        <View className="hr-switch-knob" />
      </View>
      <Text className="hr-switch-text">{text}</Text>
    </View>
  );
}
