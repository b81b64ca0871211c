import { useRef, useState } from 'react';
import type { CallError } from '../../api/call-error.ts';
import { organisationWords as words } from '../words.ts';

type Said = { text: string; state: 'done' | 'busy' | 'undone' };
type Undo = () => Promise<CallError | undefined>;

/** What was done last, with the way back where there is one. */
export function useSaid() {
  const [said, setSaid] = useState<Said>();
  const back = useRef<Undo>();
  return {
    said,
    mayUndo: said?.state === 'done' && back.current !== undefined,
    say(text: string, undo?: Undo) {
      back.current = undo;
      setSaid({ text, state: 'done' });
    },
    async undo() {
      const undo = back.current;
      if (undo === undefined) return;
      back.current = undefined;
      setSaid({ text: words.undoing, state: 'busy' });
      const error = await undo();
      setSaid({ text: error === undefined ? words.undone : words.notUndone, state: 'undone' });
    },
    hush: () => setSaid(undefined),
  };
}
export type Saying = ReturnType<typeof useSaid>;
