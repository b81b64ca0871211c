import { useCallback, useState } from 'react';

/** A choice that this browser keeps. */
export function useRemembered<T extends string>(name: string, otherwise: T): [T, (value: T) => void] {
  const key = `chat-app.${name}`;
  const [value, setValue] = useState<T>(() => (localStorage.getItem(key) as T | null) ?? otherwise);
  const choose = useCallback(
    (next: T) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, choose];
}
