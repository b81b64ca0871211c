import { useState } from 'react';
import { may } from '../may.tsx';
import type { Row } from './use-workbench.ts';

/** Which people a batch is for. With Shift everybody between this one and the one before is chosen as well. */
export function useSelection(rows: Row[]) {
  const [on, setOn] = useState(false);
  const [ids, setIds] = useState<readonly string[]>([]);
  const [last, setLast] = useState<string>();

  /** Whom nothing can be done for is not chosen. */
  const choosing = () => may('workbench.preview');

  function toggle(interviewId: string, range = false) {
    if (!choosing()) return;
    setOn(true);
    const at = rows.findIndex((row) => row.interviewId === interviewId);
    const from = rows.findIndex((row) => row.interviewId === last);
    setLast(interviewId);
    if (range && at >= 0 && from >= 0) {
      const between = rows.slice(Math.min(at, from), Math.max(at, from) + 1).map((row) => row.interviewId);
      setIds([...new Set([...ids, ...between])]);
      return;
    }
    setIds(ids.includes(interviewId) ? ids.filter((id) => id !== interviewId) : [...ids, interviewId]);
  }

  return {
    on,
    ids,
    toggle,
    start: () => setOn(true),
    stop() {
      setOn(false);
      setIds([]);
      setLast(undefined);
    },
    all() {
      if (!choosing()) return;
      setOn(true);
      setIds(rows.map((row) => row.interviewId));
    },
    none: () => setIds([]),
  };
}
export type Selection = ReturnType<typeof useSelection>;
