import { Input, View } from '@tarojs/components';

type Props = { id: string; label: string; text: string; onText(text: string): void };

/** A box for a time of day. Uncontrolled; a new `key` gives it a new text. */
export function ClockField({ id, label, text, onText }: Props) {
  return (
    <View className="hr-field hr-clock">
      <Input
        id={id}
        className="hr-field-input"
        type="text"
        defaultValue={text}
        maxlength={5}
        cursorSpacing={24}
        nativeProps={{ 'aria-label': label, inputMode: 'text' }}
        onInput={(event) => onText(String(event.detail.value))}
      />
    </View>
  );
}
