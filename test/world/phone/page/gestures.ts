/** Touches and the mouse, told to the mini-program as touchstart, touchmove, touchend, tap and longpress. */
import { dispatch, elementAt, type HostElement } from './engine.ts';

type Finger = { identifier: number; clientX: number; clientY: number };
type Press = { target: HostElement; x: number; y: number; moved: boolean; held: boolean; timer: number };

const slop = 10;
const holdAfter = 350;

let handled = 0;
/** The mini-program's handlers count themselves here, so that a handled longpress can take the place of the tap. */
export const noteHandled = () => {
  handled += 1;
};

let tapped = false;
/** Whether the person has tapped at all since the page opened. */
export const hasTapped = () => tapped;

export function listenToGestures(root: HTMLElement): void {
  const presses = new Map<number, Press>();
  let touched = 0;

  function start(event: Event, finger: Finger) {
    const hit = elementAt(event.target);
    if (!hit) return;
    const press: Press = { target: hit.dom, x: finger.clientX, y: finger.clientY, moved: false, held: false, timer: 0 };
    press.timer = window.setTimeout(() => {
      const before = handled;
      tell(press.target, 'longpress', finger, { x: press.x, y: press.y });
      press.held = handled > before;
    }, holdAfter);
    presses.set(finger.identifier, press);
    tell(hit.dom, 'touchstart', finger);
    hover(hit.dom);
  }

  function move(event: Event, finger: Finger) {
    const press = presses.get(finger.identifier);
    if (!press) return;
    if (Math.abs(press.x - finger.clientX) > slop || Math.abs(press.y - finger.clientY) > slop) {
      press.moved = true;
      window.clearTimeout(press.timer);
    }
    if (!tell(press.target, 'touchmove', finger) && event.cancelable) event.preventDefault();
  }

  function end(finger: Finger, cancelled: boolean) {
    const press = presses.get(finger.identifier);
    if (!press) return;
    presses.delete(finger.identifier);
    window.clearTimeout(press.timer);
    endHover();
    tell(press.target, cancelled ? 'touchcancel' : 'touchend', finger);
    if (!cancelled && !press.moved && !press.held) tap(press.target, finger);
  }

  const each = (run: (event: TouchEvent, finger: Finger) => void) => (event: Event) => {
    touched = performance.now();
    for (const touch of (event as TouchEvent).changedTouches) run(event as TouchEvent, touch);
  };
  root.addEventListener('touchstart', each(start), { passive: true });
  root.addEventListener('touchmove', each(move), { passive: false });
  root.addEventListener(
    'touchend',
    each((_, finger) => end(finger, false)),
  );
  root.addEventListener(
    'touchcancel',
    each((_, finger) => end(finger, true)),
  );

  // After a touch the browser plays the mouse, too; that is not a second tap.
  const mouse = (run: (event: MouseEvent, finger: Finger) => void) => (event: MouseEvent) => {
    if (touched > 0 && performance.now() - touched < 1000) return;
    run(event, { identifier: 0, clientX: event.clientX, clientY: event.clientY });
  };
  root.addEventListener(
    'mousedown',
    mouse((event, finger) => event.button === 0 && start(event, finger)),
  );
  root.addEventListener('mousemove', mouse(move));
  document.addEventListener(
    'mouseup',
    mouse((_, finger) => end(finger, false)),
  );
  // A click without a pointer: the keyboard, a screen reader, `element.click()`.
  root.addEventListener('click', (event) => {
    const hit = elementAt(event.target);
    if (event.detail === 0 && hit) tap(hit.dom, { identifier: 0, clientX: 0, clientY: 0 });
  });
  root.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if ((event.key === 'Enter' || event.key === ' ') && /^WX-(BUTTON|CHECKBOX|RADIO|SWITCH)$/.test(target.tagName)) {
      event.preventDefault();
      target.click();
    }
  });
}

/** Listeners of the client itself (labels, switches, buttons) hear a tap before the mini-program does. */
export const tapListeners = new WeakMap<HTMLElement, (from: HTMLElement) => void>();

function tap(target: HostElement, finger: Finger): void {
  if (target.closest('wx-button[aria-disabled="true"]')) return;
  tapped = true;
  for (let at: HTMLElement | null = target; at; at = at.parentElement) {
    tapListeners.get(at)?.(target);
  }
  tell(target, 'tap', finger, { x: finger.clientX, y: finger.clientY - topOf(target) });
}

function tell(target: HostElement, type: string, finger: Finger, detail: unknown = {}): boolean {
  const element = target.__wxElement;
  if (!element) return true;
  const clientY = finger.clientY - topOf(target);
  const scrolled = target.closest('.wxui-page-scroll')?.scrollTop ?? 0;
  const touch = {
    identifier: finger.identifier,
    clientX: finger.clientX,
    clientY,
    pageX: finger.clientX,
    pageY: clientY + scrolled,
    force: 1,
  };
  const touches = type === 'touchend' || type === 'touchcancel' || type === 'tap' ? [] : [touch];
  return dispatch(element, type, detail, { bubbles: true, extraFields: { touches, changedTouches: [touch] } });
}

/** A page's coordinates start below the navigation bar. */
export const topOf = (node: Element) => node.closest('.wxui-page-viewport')?.getBoundingClientRect().top ?? 0;

const hovered = new Map<HTMLElement, string>();

function hover(from: HTMLElement): void {
  for (let at: HTMLElement | null = from; at; at = at.parentElement) {
    const name = at.dataset.hoverClass;
    if (!name || name === 'none' || at.getAttribute('aria-disabled') === 'true') continue;
    at.classList.add(...name.split(' '));
    hovered.set(at, name);
    return;
  }
}

function endHover(): void {
  for (const [element, name] of hovered) {
    setTimeout(() => element.classList.remove(...name.split(' ')), 70);
  }
  hovered.clear();
}
