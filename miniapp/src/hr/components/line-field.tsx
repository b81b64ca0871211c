import { Input, View } from '@tarojs/components';
import './field.scss';

type Props = {
  id: string;
  label: string;
  className?: string;
  placeholder?: string;
  text?: string;
  longest?: number;
  numeric?: boolean;
  onText(text: string): void;
};

/** A box for a line. Uncontrolled: a controlled one makes the cursor jump in WeChat; a new `key` gives it a new text. */
export function LineField({
  id,
  label,
  className = '',
  placeholder = '',
  text = '',
  longest = 20,
  numeric = false,
  onText,
}: Props) {
  return (
    <View className={`hr-field ${className}`}>
      <Input
        id={id}
        className="hr-field-input"
        type="text"
        defaultValue={text}
        placeholder={placeholder}
        placeholderClass="hr-field-placeholder"
        maxlength={longest}
        cursorSpacing={24}
        nativeProps={{ 'aria-label': label, inputMode: numeric ? 'numeric' : 'text' }}
        onInput={(event) => onText(String(event.detail.value))}
      />
    </View>
  );
}
