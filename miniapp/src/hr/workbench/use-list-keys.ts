import { useEffect, useRef } from 'react';
import type { Queue } from '#shared/contract/workbench.ts';
import { isTyping } from '../is-typing.ts';
import { scrollToElement } from '../scroll-to-element.ts';
import { queues } from './filter.ts';
import type { Selection } from './use-selection.ts';
import type { Row } from './use-workbench.ts';

type Desk = {
  rows: Row[];
  opened: string | undefined;
  selection: Selection;
  open(row: Row): void;
  queue(queue: Queue | undefined): void;
  filter(): void;
  help(): void;
};

/** So long a `g` waits for its number. */
const goMs = 1500;
const never = Number.NEGATIVE_INFINITY;

/** The keys of a mail reader; `benchWords.keys` tells them. Keys exist in a browser only. */
export function useListKeys(on: boolean, desk: Desk): void {
  const latest = useRef(desk);
  latest.current = desk;
  const going = useRef(never);
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const goes = event.timeStamp - going.current < goMs;
      going.current = event.key === 'g' ? event.timeStamp : never;
      if (goes && /^[0-5]$/.test(event.key)) {
        // A number after `g` is a queue's; without it, it is a rating's.
        event.preventDefault();
        event.stopImmediatePropagation();
        latest.current.queue(queues[Number(event.key) - 1]);
        return;
      }
      if (doneBy(event.key, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [on]);
}

function doneBy(key: string, desk: Desk): boolean {
  const { rows, opened, selection } = desk;
  const at = rows.findIndex((row) => row.applicationId === opened);
  const step = { j: 1, k: -1 }[key];
  if (step !== undefined) {
    const next = rows[at < 0 ? 0 : at + step];
    if (next === undefined) return false;
    desk.open(next);
    scrollToElement(`row-${next.interviewId}`, 'nearest');
    return true;
  }
  switch (key) {
    case '/':
      document.querySelector<HTMLElement>('#find-name input, input#find-name')?.focus();
      return true;
    case 'f':
      desk.filter();
      return true;
    case 'x': {
      const row = rows[at];
      if (row !== undefined) selection.toggle(row.interviewId);
      return row !== undefined;
    }
    case 'a':
      selection.all();
      return true;
    case 'Escape':
      if (selection.on) selection.stop();
      return selection.on;
    case '?':
      desk.help();
      return true;
    default:
      return false;
  }
}
