import { useEffect, useRef } from 'react';
import type { BackCatcherOf } from '../back-catcher.ts';
import { guardLeaving } from './leaving.ts';

export const BackCatcher: BackCatcherOf = ({ on, message, onBack }) => {
  const latest = useRef(onBack);
  latest.current = onBack;
  useEffect(() => (on ? guardLeaving({ message, ask: () => latest.current() }) : undefined), [on, message]);
  return null;
};
