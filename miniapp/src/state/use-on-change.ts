import { useEffect, useRef } from 'react';

/** Runs the latest `run` on arrival and each time `value` is another one. */
export function useOnChange<T>(value: T, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  const seen = useRef<{ value: T }>();
  useEffect(() => {
    if (seen.current && Object.is(seen.current.value, value)) return;
    seen.current = { value };
    latest.current();
  }, [value]);
}
