import { Text, Textarea, View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { indented, newLineIndented } from '../../state/code-text.ts';

type Props = {
  number: number;
  text: string;
  /** Grows when the text was changed by something other than typing. */
  revision: number;
  onText(text: string): void;
  /** Stands beside 「缩进」. */
  children: ReactNode;
};

/** Taro's box; in a browser it is an element with the real one inside. */
type Box = { value: string } & Partial<HTMLElement>;
type Change = (value: string, from: number, to: number) => { text: string; at: number };

const isBrowser = process.env.TARO_ENV === 'h5';
const linesOf = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, line }));

/** Where code is written: one width for all letters, numbered lines, and an indentation that stays. */
export function CodeBox({ number, text, revision, onText, children }: Props) {
  const words = copy.room.composer;
  const box = useRef<Box>(null);
  const typed = useRef(text);
  // Taro's element takes a changed default for a new value, and would put an older text over what was just typed.
  const [first] = useState(text);
  const drawn = useRef(revision);
  const tell = useRef(onText);
  tell.current = onText;

  useEffect(() => {
    if (revision === drawn.current || !box.current) return;
    drawn.current = revision;
    typed.current = text;
    box.current.value = text;
  }, [revision, text]);

  function put(value: string) {
    typed.current = value;
    tell.current(value);
  }

  function change(make: Change) {
    const area = isBrowser ? box.current?.querySelector?.('textarea') : undefined;
    const value = area?.value ?? typed.current;
    const made = make(value, area?.selectionStart ?? value.length, area?.selectionEnd ?? value.length);
    if (area) {
      area.value = made.text;
      area.setSelectionRange(made.at, made.at);
    } else if (box.current) box.current.value = made.text;
    put(made.text);
  }
  const latest = useRef(change);
  latest.current = change;

  useEffect(() => {
    const element = box.current;
    if (!isBrowser || !element?.addEventListener) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      // Shift+Tab leaves the box, so that a keyboard is never caught in it.
      if (event.key !== 'Tab' && event.key !== 'Enter') return;
      event.preventDefault();
      latest.current(event.key === 'Tab' ? indented : newLineIndented);
    };
    element.addEventListener('keydown', onKey, true);
    return () => element.removeEventListener?.('keydown', onKey, true);
  }, []);

  return (
    <View className="code">
      <View className="code__scroll">
        <View className="code__paper">
          {linesOf(text).map((one) => (
            <View key={one.number} className="code__row">
              <Text className="code__number" userSelect={false}>
                {one.number}
              </Text>
              <Text className="code__line" userSelect={false}>{`${one.line}\u200b`}</Text>
            </View>
          ))}
          <Textarea
            ref={box}
            id="composer"
            className="code__input"
            defaultValue={first}
            placeholder={words.codePlaceholder}
            placeholderClass="text-box__placeholder"
            maxlength={-1}
            adjustPosition={false}
            disableDefaultPadding
            holdKeyboard
            showConfirmBar={false}
            nativeProps={{
              'aria-label': words.codeLabel(number),
              autocomplete: 'off',
              autocapitalize: 'off',
              spellcheck: 'false',
            }}
            onInput={(event) => put(event.detail.value)}
          />
        </View>
      </View>
      <View className="composer__row">
        <Tap className="code__indent" pressed="chat--pressed" keepsKeyboard onTap={() => change(indented)}>
          {words.indent}
        </Tap>
        {children}
      </View>
    </View>
  );
}
