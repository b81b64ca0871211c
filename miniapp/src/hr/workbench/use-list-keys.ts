import { useEffect } from 'react';
import { isTyping } from '../is-typing.ts';
import { scrollToElement } from '../scroll-to-element.ts';
import type { Row } from './use-workbench.ts';

/** j and k move to the next and the one before, as in a mail reader. Keys exist in a browser only. */
export function useListKeys(on: boolean, rows: Row[], opened: string | undefined, open: (row: Row) => void): void {
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return;
    const move = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      if (step === undefined || isTyping(event)) return;
      const at = rows.findIndex((row) => row.applicationId === opened);
      const next = rows[at < 0 ? 0 : at + step];
      if (next === undefined) return;
      open(next);
      scrollToElement(`row-${next.interviewId}`, 'nearest');
    };
    document.addEventListener('keydown', move);
    return () => document.removeEventListener('keydown', move);
  }, [on, rows, opened, open]);
}
