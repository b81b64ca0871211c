import { useEffect, useRef } from 'react';
import { isTyping } from '../is-typing.ts';
import { scrollToElement } from '../scroll-to-element.ts';
import { stepped, type TreeRow } from './tree.ts';

type Keys = {
  rows: readonly TreeRow[];
  chosen: string | undefined;
  choose(departmentId: string): void;
  fold(departmentId: string): void;
};

const steps: Record<string, 1 | -1> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** On a wide screen arrows walk the tree, as they do in every tree; j and k as in the workbench. */
export function useTreeKeys(on: boolean, keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      const { rows, chosen, choose, fold } = latest.current;
      const step = steps[event.key];
      if (step !== undefined) {
        const next = stepped(rows, chosen, step);
        if (next === undefined) return;
        choose(next);
        scrollToElement(`department-${next}`, 'nearest');
        event.preventDefault();
        return;
      }
      const row = rows.find(({ department }) => department.departmentId === chosen);
      if (row?.below !== true) return;
      if ((event.key === 'ArrowLeft' && !row.folded) || (event.key === 'ArrowRight' && row.folded)) {
        fold(row.department.departmentId);
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
