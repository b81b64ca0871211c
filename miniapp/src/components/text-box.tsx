import { Text, Textarea, View } from '@tarojs/components';
import { useRef } from 'react';
import type { Before } from './held-text.ts';
import { type Box, useBoxText } from './use-box-text.ts';
import './text-box.scss';

type Props = {
  id: string;
  /** The text of `revision`; typing does not come back through it. */
  text: string;
  /** Grows when the text was changed by something other than typing. */
  revision: number;
  /** What stands in the box now, for its height. */
  shown: string;
  placeholder: string;
  label: string;
  onText(text: string, before: Before): void;
  /** The number of lines changed, and with it the height. */
  onLines(): void;
};

/**
 * Grows with its text. Uncontrolled: a controlled one makes the cursor jump in WeChat, and taking a new one to clear it
 * would close the keyboard.
 */
export function TextBox({ id, text, revision, shown, placeholder, label, onText, onLines }: Props) {
  const box = useRef<Box>(null);
  const { first, typed } = useBoxText(box, { text, revision, onText });

  return (
    <View className="text-box">
      <Text className="text-box__mirror" userSelect={false}>
        {`${shown}\u200b`}
      </Text>
      <Textarea
        ref={box}
        id={id}
        className="text-box__input"
        defaultValue={first}
        placeholder={placeholder}
        placeholderClass="text-box__placeholder"
        maxlength={-1}
        adjustPosition={false}
        disableDefaultPadding
        holdKeyboard
        showConfirmBar={false}
        cursorSpacing={16}
        nativeProps={{ 'aria-label': label }}
        onLineChange={onLines}
        onInput={(event) => typed(event.detail.value)}
      />
    </View>
  );
}
