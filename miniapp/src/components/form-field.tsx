import { Input, Text, Textarea, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './form-field.scss';

type Props = {
  id: string;
  label: string;
  placeholder?: string;
  /** What stands in it at first. */
  text?: string;
  most: number;
  kind?: 'text' | 'number' | 'paragraph';
  /** What is wrong with it. */
  problem?: string | undefined;
  onText(text: string): void;
};

/** A named box of a form, and under it what is wrong with what is in it. Uncontrolled: a controlled one makes the cursor jump in WeChat. */
export function FormField({ id, label, placeholder = '', text = '', most, kind = 'text', problem, onText }: Props) {
  const common = {
    id,
    defaultValue: text,
    placeholder,
    placeholderClass: 'form-field__placeholder',
    maxlength: most,
    cursorSpacing: 24,
    onInput: (event: { detail: { value: string } }) => onText(String(event.detail.value)),
  };
  return (
    <View className="form-field">
      <Text className="form-field__label">{label}</Text>
      {kind === 'paragraph' ? (
        <Textarea
          {...common}
          className={`form-field__box form-field__box--long ${problem === undefined ? '' : 'form-field__box--wrong'}`}
          disableDefaultPadding
          showConfirmBar={false}
          nativeProps={{ 'aria-label': label }}
        />
      ) : (
        <View className={`form-field__box ${problem === undefined ? '' : 'form-field__box--wrong'}`}>
          <Input
            {...common}
            className="form-field__input"
            type="text"
            nativeProps={{ 'aria-label': label, inputMode: kind === 'number' ? 'tel' : 'text' }}
          />
        </View>
      )}
      {problem === undefined ? null : (
        <View id={`${id}-problem`} className="form-field__problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
    </View>
  );
}
