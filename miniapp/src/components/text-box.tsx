import { Text, Textarea, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
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
  onText(text: string): void;
  /** The number of lines changed, and with it the height. */
  onLines(): void;
};

/**
 * Grows with its text. Uncontrolled: a controlled one makes the cursor jump in WeChat, and taking a new one to clear it
 * would close the keyboard.
 */
export function TextBox({ id, text, revision, shown, placeholder, label, onText, onLines }: Props) {
  const box = useRef<{ value: string } | null>(null);
  const typed = useRef(text);
  const first = useRef(process.env.TARO_ENV === 'weapp' ? revision : Number.NaN);

  useEffect(() => {
    // WeChat's view still holds the value of the last change from here: only a different one reaches the box.
    if (revision === first.current) return;
    first.current = Number.NaN;
    if (!box.current) return;
    if (process.env.TARO_ENV === 'h5') {
      box.current.value = text;
      return;
    }
    box.current.value = typed.current;
    typed.current = text;
    Taro.nextTick(() => {
      if (box.current) box.current.value = text;
    });
  }, [revision, text]);

  return (
    <View className="text-box">
      <Text className="text-box__mirror" userSelect={false}>
        {`${shown}\u200b`}
      </Text>
      <Textarea
        ref={box}
        id={id}
        className="text-box__input"
        defaultValue={text}
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
        onInput={(event) => {
          typed.current = event.detail.value;
          onText(event.detail.value);
        }}
      />
    </View>
  );
}
