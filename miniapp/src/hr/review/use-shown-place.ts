import { useEffect, useRef } from 'react';
import { scrollToElement } from '../scroll-to-element.ts';
import { anchor, type Place } from './quoted.ts';

/** Marks a place and, once it is drawn, scrolls to it. Choosing the same place again scrolls again. */
export function useShownPlace(active: Place | undefined, setActive: (place: Place) => void) {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current || active === undefined) return;
    wanted.current = false;
    // Two frames: the mini-program draws a tab that has just been opened after the effect has run.
    const timer = setTimeout(() => scrollToElement(anchor(active)), 60);
    return () => clearTimeout(timer);
  }, [active]);
  return (place: Place) => {
    wanted.current = true;
    setActive({ ...place });
  };
}
