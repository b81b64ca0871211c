import { PageContainer } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { BackCatcherOf } from '../back-catcher.ts';
import { guardLeaving } from './leaving.ts';

/** Longer than WeChat needs to take a container away; shown again sooner, it stays away. */
const againMs = 50;

/**
 * An empty page-container takes the first "back" of any kind for itself; then it is put up again. A page has one: pages with
 * this one have no other.
 */
export const BackCatcher: BackCatcherOf = ({ on, message, onBack }) => {
  const [up, setUp] = useState(true);
  const wanted = useRef(on);
  wanted.current = on;

  useEffect(() => (on ? guardLeaving({ message, ask: () => undefined }) : undefined), [on, message]);
  useEffect(() => {
    if (up) return;
    const timer = setTimeout(() => setUp(true), againMs);
    return () => clearTimeout(timer);
  }, [up]);

  return (
    <PageContainer
      show={on && up}
      overlay={false}
      duration={0}
      customStyle="width:0;height:0;overflow:hidden;background:transparent"
      onAfterLeave={() => {
        if (!wanted.current) return;
        setUp(false);
        onBack();
      }}
    />
  );
};
