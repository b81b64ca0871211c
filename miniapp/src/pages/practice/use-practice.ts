import { useEffect, useReducer, useRef } from 'react';
import { monotonic } from '../../state/monotonic.ts';
import { createPractice, type Practice } from './practice.ts';

/** Lives as long as the page. */
export function usePractice(): Practice {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const practice = useRef<Practice>();
  practice.current ??= createPractice(monotonic, redraw);
  useEffect(() => () => practice.current?.close(), []);
  return practice.current;
}
