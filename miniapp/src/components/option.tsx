import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';

type Props = PropsWithChildren<{
  id: string;
  className: string;
  /** Class while pressed. */
  pressed: string;
  chosen: boolean;
  label?: string;
  onTap: () => void;
}>;

/** One of several, of which one is chosen; stands in a `radiogroup`. A keyboard reaches it as it reaches a button. */
export function Option({ id, className, pressed, chosen, label, onTap, children }: Props) {
  return (
    <View
      id={id}
      className={className}
      hoverClass={pressed}
      {...aria({ role: 'button' })}
      {...aria(label === undefined ? { role: 'radio', checked: chosen } : { role: 'radio', checked: chosen, label })}
      onClick={onTap}
    >
      {children}
    </View>
  );
}
