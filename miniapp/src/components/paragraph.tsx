import { Textarea } from '@tarojs/components';
import './paragraph.scss';

type Props = {
  id: string;
  /** What it is for, to who cannot see the words beside it. */
  label: string;
  text?: string;
  placeholder?: string;
  most: number;
  onText: (text: string) => void;
};

/** A box for some sentences in a form; grows with them. Uncontrolled: a controlled one makes the cursor jump in WeChat. */
export function Paragraph({ id, label, text = '', placeholder = '', most, onText }: Props) {
  return (
    <Textarea
      id={id}
      className="paragraph"
      defaultValue={text}
      placeholder={placeholder}
      placeholderClass="paragraph__placeholder"
      maxlength={most}
      autoHeight
      disableDefaultPadding
      showConfirmBar={false}
      cursorSpacing={24}
      nativeProps={{ 'aria-label': label }}
      onInput={(event) => onText(event.detail.value)}
    />
  );
}
