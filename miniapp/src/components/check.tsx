import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';
import './check.scss';

type Props = PropsWithChildren<{ id?: string; checked: boolean; hint?: string; onChange: (checked: boolean) => void }>;

/** A row that is a checkbox. Nothing is ticked beforehand. */
export function Check({ id, checked, hint, onChange, children }: Props) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`check ${checked ? 'check--on' : ''}`}
      {...aria({ role: 'checkbox', checked })}
      hoverClass="check--pressed"
      onClick={() => onChange(!checked)}
    >
      <View className="check__box">{checked ? <View className="check__tick" /> : null}</View>
      <View className="check__words">
        <Text className="check__text">{children}</Text>
        {hint === undefined ? null : <Text className="check__hint">{hint}</Text>}
      </View>
    </View>
  );
}
