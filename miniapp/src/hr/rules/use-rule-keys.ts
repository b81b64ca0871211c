import { useEffect } from 'react';

/** Alt with an arrow moves the open rule, also while one writes in it. Keys exist in a browser only. */
export function useRuleKeys(on: boolean, move: (by: 1 | -1) => void): void {
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return;
    const press = (event: KeyboardEvent) => {
      const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp' | 'ArrowDown'];
      if (by === undefined || !event.altKey || document.querySelector('.sheet') !== null) return;
      event.preventDefault();
      move(by);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, move]);
}

/** A thing that was moved in the list loses the focus on its way; it gets it back. */
export function keepFocusOn(id: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
