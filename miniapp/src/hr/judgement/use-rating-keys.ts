import { useEffect } from 'react';
import { isTyping } from '../is-typing.ts';

/** 1 to 5 rate the answer that is being read. Keys exist in a browser only. */
export function useRatingKeys(on: boolean, questionId: string | undefined, rate: (id: string, level: number) => void) {
  useEffect(() => {
    if (!on || questionId === undefined || process.env.TARO_ENV !== 'h5') return;
    const press = (event: KeyboardEvent) => {
      if (!/^[1-5]$/.test(event.key) || isTyping(event)) return;
      rate(questionId, Number(event.key));
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, questionId, rate]);
}
