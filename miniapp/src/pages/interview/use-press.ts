import type { ITouchEvent } from '@tarojs/components';
import { useEffect, useRef } from 'react';

/** How far from where it began, in points of the screen. */
export type Reach = { right: number; up: number };
type Press = { begin(): void; move(reach: Reach): void; end(ms: number): void; lost(): void };

/** A mouse that follows a touch is the same finger. */
const echoMs = 800;

/**
 * A finger, a mouse or a key held on something. It is followed wherever it goes. `lost`: the system took it away. A key or a
 * screen reader presses without holding: `tap`.
 */
export function usePress(press: Press, tap: () => void): Record<string, unknown> {
  const latest = useRef(press);
  latest.current = press;
  const held = useRef<{ x: number; y: number; at: number }>();
  const lastTouch = useRef(Number.NEGATIVE_INFINITY);
  const handled = useRef(Number.NEGATIVE_INFINITY);
  const unwatch = useRef(() => {});
  useEffect(() => () => unwatch.current(), []);

  const begin = (x: number, y: number) => {
    held.current = { x, y, at: Date.now() };
    latest.current.begin();
  };
  const move = (x: number, y: number) => {
    const from = held.current;
    if (from) latest.current.move({ right: x - from.x, up: from.y - y });
  };
  const end = () => {
    const from = held.current;
    held.current = undefined;
    handled.current = Date.now();
    if (from) latest.current.end(Date.now() - from.at);
  };
  const point = (event: ITouchEvent) => event.touches[0] ?? event.changedTouches[0];

  const props: Record<string, unknown> = {
    onTouchStart(event: ITouchEvent) {
      lastTouch.current = Date.now();
      const at = point(event);
      if (at && !held.current) begin(at.clientX, at.clientY);
    },
    onTouchMove(event: ITouchEvent) {
      const at = point(event);
      if (at) move(at.clientX, at.clientY);
    },
    onTouchEnd() {
      lastTouch.current = Date.now();
      end();
    },
    onTouchCancel() {
      lastTouch.current = Date.now();
      held.current = undefined;
      latest.current.lost();
    },
    onClick() {
      if (Date.now() - handled.current > echoMs) tap();
    },
  };
  if (process.env.TARO_ENV === 'h5') {
    props.onMouseDown = (event: MouseEvent) => {
      if (event.button !== 0 || Date.now() - lastTouch.current < echoMs) return;
      event.preventDefault();
      begin(event.clientX, event.clientY);
      const onMove = (moved: MouseEvent) => move(moved.clientX, moved.clientY);
      const onUp = () => {
        unwatch.current();
        end();
      };
      window.addEventListener('mousemove', onMove);
      window.addEventListener('mouseup', onUp);
      unwatch.current = () => {
        window.removeEventListener('mousemove', onMove);
        window.removeEventListener('mouseup', onUp);
      };
    };
    // A long press would open the browser's own menu.
    props.onContextMenu = (event: Event) => event.preventDefault();
  }
  return props;
}
