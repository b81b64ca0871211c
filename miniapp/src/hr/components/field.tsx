import { Input, Textarea, View } from '@tarojs/components';
import './field.scss';

type Props = { id: string; label: string; placeholder?: string; text?: string; onText(text: string): void };

/** A box for a sentence or two. Uncontrolled: a controlled one makes the cursor jump in WeChat. */
export function LongField({ id, label, placeholder = '', text = '', onText }: Props) {
  return (
    <Textarea
      id={id}
      className="hr-field hr-field-long"
      defaultValue={text}
      placeholder={placeholder}
      placeholderClass="hr-field-placeholder"
      maxlength={1000}
      autoHeight
      disableDefaultPadding
      showConfirmBar={false}
      cursorSpacing={24}
      nativeProps={{ 'aria-label': label }}
      onInput={(event) => onText(event.detail.value)}
    />
  );
}

/** A box for a score. */
export function ScoreField({ id, label, placeholder = '', text = '', onText }: Props) {
  return (
    <View className="hr-field hr-field-score">
      <Input
        id={id}
        className="hr-field-input"
        type="number"
        defaultValue={text}
        placeholder={placeholder}
        placeholderClass="hr-field-placeholder"
        maxlength={3}
        cursorSpacing={24}
        nativeProps={{ 'aria-label': label, inputMode: 'numeric' }}
        onInput={(event) => onText(String(event.detail.value))}
      />
    </View>
  );
}
