import Taro from '@tarojs/taro';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Before, createHeldText } from './held-text.ts';

type Parts = {
  /** The text of `revision`; typing does not come back through it. */
  text: string;
  /** Grows when the text was changed by something other than typing. */
  revision: number;
  onText(text: string, before: Before): void;
};

/** Taro's element of a text box. */
export type Box = { value: string; setAttribute(name: string, value: string): void };

const inBrowser = process.env.TARO_ENV === 'h5';

/**
 * The text of an uncontrolled box. The screen is a little behind: what is typed may still be typed into the text before, and
 * `before` tells. `first` is the box's default, and stays: Taro takes a changed one for a new value and would put an older
 * text over what was just typed.
 */
export function useBoxText(box: RefObject<Box>, { text, revision, onText }: Parts) {
  const [first] = useState(text);
  const [held] = useState(() => createHeldText({ revision, text }));
  const drawn = useRef(revision);
  const writing = useRef(0);
  const tell = useRef(onText);
  tell.current = onText;

  function write(was: string, next: string, shown: () => void) {
    const element = box.current;
    if (!element) return;
    if (inBrowser) {
      element.value = next;
      return shown();
    }
    const mine = ++writing.current;
    const step = (then: () => void) => Taro.nextTick(() => mine === writing.current && then());
    // WeChat's view still has the last value from here: only a different one reaches the box.
    element.setAttribute('value', was);
    step(() => {
      element.setAttribute('value', next);
      step(shown);
    });
  }
  useLayoutEffect(() => {
    if (!inBrowser && box.current) keepToItself(box.current);
  }, [box]);

  // With the drawing and not after it: between the two somebody types.
  useLayoutEffect(() => {
    if (revision === drawn.current) return;
    drawn.current = revision;
    const was = held.last();
    held.put({ revision, text });
    write(was, text, () => held.shows(revision));
  });

  function typed(value: string) {
    tell.current(value, held.typed(value));
  }

  return {
    first,
    /** What stands in the box as far as it is known. */
    shown: held.last,
    typed,
    /** Typed by a button: the box is told as well. */
    change(value: string) {
      write(held.last(), value, () => undefined);
      typed(value);
    },
  };
}

/** Taro sends every text that is typed back into WeChat's box, where by then more may stand. */
function keepToItself(element: Box): void {
  const { props } = element as Box & { props?: Record<string, unknown> };
  if (!props) return;
  Object.defineProperty(element, 'value', {
    configurable: true,
    get: () => props.value ?? '',
    set: (value: string) => {
      props.value = value;
    },
  });
}
