import { Text, Textarea, View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Before } from '../../components/held-text.ts';
import { Tap } from '../../components/tap.tsx';
import { type Box, useBoxText } from '../../components/use-box-text.ts';
import { copy } from '../../copy.ts';
import { indented, newLineIndented } from '../../state/code-text.ts';

type Props = {
  number: number;
  text: string;
  /** Grows when the text was changed by something other than typing. */
  revision: number;
  onText(text: string, before: Before): void;
  /** Stands beside 「缩进」. */
  children: ReactNode;
};

type Change = (value: string, from: number, to: number) => { text: string; at: number };

const isBrowser = process.env.TARO_ENV === 'h5';
const linesOf = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, line }));

/** Where code is written: one width for all letters, numbered lines, and an indentation that stays. */
export function CodeBox({ number, text, revision, onText, children }: Props) {
  const words = copy.room.composer;
  /** In a browser Taro's box is an element with the real one inside. */
  const box = useRef<Box & Partial<HTMLElement>>(null);
  const boxText = useBoxText(box, { text, revision, onText });

  function change(make: Change) {
    const area = isBrowser ? box.current?.querySelector?.('textarea') : undefined;
    const value = area?.value ?? boxText.shown();
    const made = make(value, area?.selectionStart ?? value.length, area?.selectionEnd ?? value.length);
    if (area && box.current) {
      // Taro's element draws its own value again a little later: it has to be this one.
      box.current.value = made.text;
      area.value = made.text;
      area.setSelectionRange(made.at, made.at);
      boxText.typed(made.text);
    } else boxText.change(made.text);
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
            defaultValue={boxText.first}
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
            onInput={(event) => boxText.typed(event.detail.value)}
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
