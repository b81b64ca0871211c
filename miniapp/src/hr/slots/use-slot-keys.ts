import { useEffect } from 'react';
import { isTyping } from '../is-typing.ts';

/** n adds times, the arrows go a week on or back. Keys exist in a browser only. */
export function useSlotKeys(on: boolean, add: () => void, turn: (weeks: number) => void): void {
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return;
    const press = (event: KeyboardEvent) => {
      const weeks = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if ((weeks === undefined && event.key !== 'n') || isTyping(event)) return;
      event.preventDefault();
      if (weeks === undefined) add();
      else turn(weeks);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, add, turn]);
}
