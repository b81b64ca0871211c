import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';

export type ResyncAll = { phase: 'idle' | 'running' | 'done' | 'stopped'; checked: number; drifted: number };

/** Page after page until everybody was checked; how far it came stands still where it stops. */
export function useResyncAll(onDone: () => void) {
  const [state, setState] = useState<ResyncAll>({ phase: 'idle', checked: 0, drifted: 0 });
  const running = useRef(false);

  async function run() {
    if (running.current) return;
    running.current = true;
    let [checked, drifted] = [0, 0];
    let cursor: string | null | undefined;
    setState({ phase: 'running', checked, drifted });
    while (cursor !== null) {
      const input: { cursor?: string } = cursor === undefined ? {} : { cursor };
      const page = await retrying(() => call('sync.resyncAll', { input }));
      if (!page.ok) break;
      checked += page.value.checked;
      drifted += page.value.drifted;
      cursor = page.value.cursor;
      setState({ phase: 'running', checked, drifted });
    }
    running.current = false;
    setState({ phase: cursor === null ? 'done' : 'stopped', checked, drifted });
    onDone();
  }
  return { ...state, run };
}
