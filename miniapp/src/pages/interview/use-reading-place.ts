import { useEffect, useRef, useState } from 'react';

/** By then what was added is drawn and the composer has taken its height. */
const settleMs = 250;

/** What of the conversation is brought into view. */
type Place = { at: 'prompt' | 'question' | 'latest'; questionId: string } | { at: 'end' };

/** Every place has two names, taken in turn: WeChat scrolls only to another one than last time. */
export const placeNames = (name: string): [string, string] => [`${name}-0`, `${name}-1`];

const nameOf = (place: Place): string => (place.at === 'end' ? 'chat-end' : `${place.at}-${place.questionId}`);

/**
 * Scrolls a place to the top of the conversation, or as far up as what follows it allows: so a prompt with nothing after
 * it stands whole above the composer with its briefing over it, and one taller than the view begins at the top.
 */
export function useReadingPlace() {
  const [{ place, turn }, setPlace] = useState<{ place: Place; turn: number }>({ place: { at: 'end' }, turn: 0 });
  const later = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(later.current), []);
  const again = () => setPlace((before) => ({ ...before, turn: before.turn + 1 }));
  return {
    scrollTo: `${nameOf(place)}-${turn % 2}`,
    // On arrival it jumps: what is scrolled past has not been read here.
    moved: turn > 2,
    show(next: Place) {
      setPlace((before) => ({ place: next, turn: before.turn + 1 }));
      clearTimeout(later.current);
      later.current = setTimeout(again, settleMs);
    },
  };
}
