import type { Aria, AriaProps } from '../../components/aria.ts';

const focusable = ['button', 'checkbox', 'link'];

/** A keyboard presses what a finger taps. */
function pressOnEnter(event: KeyboardEvent) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).click();
}

export const aria = ({ role, label, checked, expanded, hidden, disabled, now, max }: Aria): AriaProps => ({
  ...(role === undefined ? {} : { role }),
  ...(role !== undefined && focusable.includes(role) ? { tabindex: '0', onKeyDown: pressOnEnter } : {}),
  ...(role === 'heading' ? { 'aria-level': 1 } : {}),
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
  ...(expanded === undefined ? {} : { 'aria-expanded': String(expanded) }),
  ...(hidden ? { 'aria-hidden': 'true' } : {}),
  ...(disabled ? { 'aria-disabled': 'true' } : {}),
  ...(now === undefined ? {} : { 'aria-valuenow': now, 'aria-valuemin': 0 }),
  ...(max === undefined ? {} : { 'aria-valuemax': max }),
});

/** A press would take the focus from the text box, and the keyboard with it. */
export const keepFocus: AriaProps = { onMouseDown: (event: MouseEvent) => event.preventDefault() };
