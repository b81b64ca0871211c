/** `<input>` and `<textarea>`: a real one inside, whose events are told in the client's terms. */

import { lowerKeyboard, raiseKeyboard, wasPressed } from '../keyboard.ts';
import type { BuiltIn } from './define.ts';
import { define } from './define.ts';
import { registerField } from './form.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Changes = Record<string, (value: unknown) => void>;

const inputModes: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };

export function defineFields(): void {
  define('input', {
    properties: [...shared, 'type', 'password', 'alwaysEmbed', 'safePassword'],
    setup(own) {
      const field = document.createElement('input');
      const changes = setupField(own, field);
      field.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        own.fire('confirm', { value: field.value });
        if (own.get('confirmHold') !== true) field.blur();
      });
      return {
        ...changes,
        password: (value) => {
          field.type = value === true ? 'password' : 'text';
        },
        type: (value) => {
          field.inputMode = inputModes[String(value)] ?? 'text';
        },
      };
    },
    attached: focusOnArrival,
  });

  define('textarea', {
    properties: [...shared, 'autoHeight', 'fixed', 'showConfirmBar', 'disableDefaultPadding'],
    setup(own) {
      const field = document.createElement('textarea');
      const changes = setupField(own, field);
      let lines = 0;
      field.addEventListener('input', () => {
        const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || 20;
        const now = Math.round(field.scrollHeight / lineHeight);
        if (now !== lines) own.fire('linechange', { height: field.scrollHeight, lineCount: now });
        lines = now;
      });
      field.addEventListener('keydown', (event) => {
        const sends = !['return', undefined, ''].includes(own.get('confirmType') as string | undefined);
        if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !sends) return;
        event.preventDefault();
        own.fire('confirm', { value: field.value });
      });
      return {
        ...changes,
        autoHeight: (value) => {
          own.host.classList.toggle('wx-auto-height', value === true);
        },
      };
    },
    attached: focusOnArrival,
  });
}

const shared = [
  'value', 'placeholder', 'placeholderStyle', 'placeholderClass', 'disabled', 'maxlength', 'focus', 'autoFocus', 'name', 'cursor',
  'cursorSpacing', 'selectionStart', 'selectionEnd', 'adjustPosition', 'holdKeyboard', 'confirmType', 'confirmHold',
  'adjustKeyboardTo', 'cursorColor',
]; // biome-ignore format: a list of names

function setupField(own: BuiltIn, field: Field): Changes {
  const { host, fire } = own;
  host.append(field);
  field.autocomplete = 'off';
  field.maxLength = 140;
  let entered = '';
  field.addEventListener('input', () => {
    entered = field.value;
    fire('input', { value: field.value, cursor: field.selectionEnd ?? field.value.length, keyCode: 0 });
  });
  field.addEventListener('focus', () => {
    fire('focus', { value: field.value, height: wasPressed(host) || focusing.has(field) ? raise(own, field) : 0 });
  });
  field.addEventListener('blur', () => {
    fire('blur', { value: field.value, cursor: field.selectionEnd ?? 0 });
    lowerKeyboard(field);
  });
  host.addEventListener('mousedown', (event) => {
    if (event.target === host) setTimeout(() => field.focus(), 0);
  });
  registerField(host, {
    name: () => String(own.get('name') ?? ''),
    value: () => field.value,
    reset: () => {
      field.value = '';
    },
  });
  return {
    value: (value) => {
      const next = value === undefined || value === null ? '' : String(value);
      // The client compares with what was last set or typed, so that a late echo does not undo a keystroke twice.
      if (next !== field.value && next !== entered) field.value = next;
      else if (next === entered && next !== field.value) field.value = next;
    },
    placeholder: (value) => {
      field.placeholder = String(value ?? '');
    },
    placeholderStyle: (value) => {
      const color = /(?:^|;)\s*color:\s*([^;]+)/.exec(String(value ?? ''))?.[1];
      if (color) host.style.setProperty('--placeholder', color);
    },
    disabled: (value) => {
      field.disabled = value === true;
    },
    maxlength: (value) => {
      const most = Number(value ?? 140);
      if (most < 0) field.removeAttribute('maxlength');
      else field.maxLength = most;
    },
    focus: (value) => {
      if (value === true) setTimeout(() => focusByProgram(field), 0);
      else if (document.activeElement === field) field.blur();
    },
    confirmType: (value) => {
      if (value && value !== 'return') field.enterKeyHint = String(value);
    },
    ariaLabel: (value) => {
      if (value) field.setAttribute('aria-label', String(value));
    },
  };
}

function focusOnArrival({ host, get }: BuiltIn): void {
  if (get('autoFocus') !== true && get('focus') !== true) return;
  setTimeout(() => focusByProgram(host.querySelector<Field>('input,textarea')), 0);
}

/** Fields the mini-program itself puts the cursor into, which raises the keyboard as a finger does. */
const focusing = new WeakSet<Field>();

function focusByProgram(field: Field | null): void {
  if (!field) return;
  focusing.add(field);
  field.focus();
  focusing.delete(field);
}

function raise({ get, fire }: BuiltIn, field: Field): number {
  return raiseKeyboard({
    field,
    adjusts: get('adjustPosition') !== false,
    spacing: Number.parseFloat(String(get('cursorSpacing') ?? 0)) || 0,
    holds: get('holdKeyboard') === true,
    changed: (height, duration) => fire('keyboardheightchange', { height, duration }),
  });
}
