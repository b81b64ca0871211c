import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria, keepFocus } from '#platform/aria.ts';

type Props = PropsWithChildren<{
  id?: string;
  className: string;
  /** Class while pressed. */
  pressed: string;
  label?: string;
  off?: boolean;
  /** The text box keeps its focus and the keyboard stays. */
  keepsKeyboard?: boolean;
  onTap: () => void;
}>;

/** Anything to tap. Not Taro's Button: that one carries its own look, in h5 with rules that win over ours. */
export function Tap({ id, className, pressed, label, off = false, keepsKeyboard = false, onTap, children }: Props) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={className}
      hoverClass={off ? 'none' : pressed}
      {...aria(label === undefined ? { role: 'button', disabled: off } : { role: 'button', disabled: off, label })}
      {...(keepsKeyboard ? keepFocus : {})}
      onClick={() => {
        if (!off) onTap();
      }}
    >
      {children}
    </View>
  );
}
