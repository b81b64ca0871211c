/**
 * The phone's keyboard: it rises when a finger (or the mini-program) puts the cursor into a field, covers the page, and pushes it up
 * where the field says so. Keys are a drawing: the machine's own keyboard types. Focus by a script alone raises nothing.
 */
import { h } from './dom.ts';
import { settings } from './settings.ts';
import { phone, signals } from './state.ts';

const keyboardHeight = 280;
const duration = 0.25;
/** A focus this soon after a press comes from it. */
const fromPressMs = 400;

export type KeyboardUse = {
  field: HTMLElement;
  adjusts: boolean;
  /** CSS pixels between the cursor and the keyboard. */
  spacing: number;
  holds: boolean;
  changed: (height: number, duration: number) => void;
};

let use: KeyboardUse | undefined;
let pressed: { at: number; on: EventTarget | null } | undefined;
let element: HTMLElement | undefined;

/** Whether a finger just touched this component, rather than a script put the cursor there. */
export const wasPressed = (host: HTMLElement) =>
  pressed !== undefined && performance.now() - pressed.at < fromPressMs && host.contains(pressed.on as Node | null);

export function makeKeyboard(): HTMLElement {
  const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map((row) =>
    h('div', { class: 'wxui-keys' }, ...[...row].map((key) => h('span', {}, key))),
  );
  const away = h(
    'button',
    { class: 'wxui-keyboard-away', 'aria-label': '收起键盘', onclick: () => void hideKeyboard() },
    '完成',
  );
  element = h('div', { class: 'wxui-keyboard', hidden: true }, h('div', { class: 'wxui-keyboard-bar' }, away), ...rows);
  element.style.height = `${keyboardHeight}px`;
  // A press on the keyboard does not take the cursor away.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('pointerdown', notePress, true);
  document.addEventListener('mousedown', hold, true);
  return element;
}

function notePress(event: Event): void {
  pressed = { at: performance.now(), on: event.target };
}

/** `hold-keyboard`: a tap beside the field leaves the cursor in it. */
function hold(event: MouseEvent): void {
  const target = event.target as HTMLElement;
  if (use?.holds && !target.closest('wx-input,wx-textarea,.wxui-keyboard,#overlays')) event.preventDefault();
}

/** @returns the height it has now, 0 where it stays down */
export function raiseKeyboard(wanted: KeyboardUse): number {
  if (!settings.keyboard || !element) return 0;
  const already = use !== undefined;
  use = wanted;
  element.hidden = false;
  document.body.dataset.keyboard = 'up';
  push();
  if (!already) tell(keyboardHeight);
  return keyboardHeight;
}

export function lowerKeyboard(field: HTMLElement): void {
  if (use?.field !== field || !element) return;
  tell(0);
  use = undefined;
  element.hidden = true;
  delete document.body.dataset.keyboard;
  shift(0);
}

/** @returns false where there is none to hide */
export function hideKeyboard(): boolean {
  const field = use?.field;
  field?.blur();
  return field !== undefined;
}

function tell(height: number): void {
  if (phone.dead) return;
  use?.changed(height, duration);
  signals.keyboard.tell({ height, duration });
}

function push(): void {
  shift(0);
  if (!use?.adjusts) return;
  const bottom = use.field.getBoundingClientRect().bottom + use.spacing;
  shift(Math.max(0, bottom - (window.innerHeight - keyboardHeight)));
}

function shift(by: number): void {
  const viewport = document.querySelector<HTMLElement>('.wxui-page-viewport');
  if (viewport) viewport.style.transform = by > 0 ? `translateY(-${by}px)` : '';
}
