/** `<switch>`, `<checkbox>`, `<radio>`, their groups, and `<picker>`. */
import { dispatch, type HostElement } from '../engine.ts';
import { tapListeners } from '../gestures.ts';
import { pick } from '../overlay/picker.ts';
import { define } from './define.ts';
import { registerField } from './form.ts';

type Choice = { value: () => unknown; checked: () => boolean; set: (checked: boolean) => void };
const choices = new WeakMap<Element, Choice>();

export function defineChoices(): void {
  define('switch', {
    properties: ['checked', 'disabled', 'type', 'color', 'name'],
    setup({ host, get, fire }) {
      const set = checkable(host, 'switch');
      tapListeners.set(host, () => {
        if (get('disabled') === true) return;
        set(!isChecked(host));
        fire('change', { value: isChecked(host) });
      });
      registerField(host, {
        name: () => String(get('name') ?? ''),
        value: () => isChecked(host),
        reset: () => set(false),
      });
      return {
        checked: (value) => set(value === true),
        disabled: (value) => host.toggleAttribute('disabled', value === true),
        color: (value) => host.style.setProperty('--choice', String(value ?? '')),
      };
    },
  });

  for (const tag of ['checkbox', 'radio'] as const) {
    define(tag, {
      properties: ['value', 'checked', 'disabled', 'color', 'name'],
      setup({ host, get }) {
        const set = checkable(host, tag);
        choices.set(host, { value: () => get('value'), checked: () => isChecked(host), set });
        tapListeners.set(host, () => {
          if (get('disabled') === true || (tag === 'radio' && isChecked(host))) return;
          const group = host.closest<HostElement>(`wx-${tag}-group`);
          if (tag === 'radio')
            for (const other of group?.querySelectorAll('wx-radio') ?? []) choices.get(other)?.set(false);
          set(!isChecked(host));
          if (group?.__wxElement) dispatch(group.__wxElement, 'change', { value: chosen(group, tag) });
        });
        return {
          checked: (value) => set(value === true),
          disabled: (value) => host.toggleAttribute('disabled', value === true),
          color: (value) => host.style.setProperty('--choice', String(value ?? '')),
        };
      },
    });
    define(`${tag}-group`, {
      properties: ['name'],
      setup({ host, get }) {
        if (tag === 'radio') host.setAttribute('role', 'radiogroup');
        registerField(host, {
          name: () => String(get('name') ?? ''),
          value: () => chosen(host, tag),
          reset: () => {
            for (const one of host.querySelectorAll(`wx-${tag}`)) choices.get(one)?.set(false);
          },
        });
      },
    });
  }

  define('picker', {
    properties: ['mode', 'range', 'rangeKey', 'value', 'start', 'end', 'fields', 'disabled', 'headerText', 'name'],
    setup({ host, get, fire }) {
      tapListeners.set(host, () => {
        if (get('disabled') === true) return;
        void pick({
          mode: String(get('mode') ?? 'selector'),
          range: (get('range') as unknown[] | undefined) ?? [],
          rangeKey: String(get('rangeKey') ?? ''),
          value: get('value'),
          start: String(get('start') ?? ''),
          end: String(get('end') ?? ''),
          title: String(get('headerText') ?? ''),
        }).then((value) => (value === undefined ? fire('cancel') : fire('change', { value })));
      });
    },
  });
}

function checkable(host: HTMLElement, role: string): (checked: boolean) => void {
  host.setAttribute('role', role);
  host.tabIndex = 0;
  const set = (checked: boolean) => host.setAttribute('aria-checked', String(checked));
  set(false);
  return set;
}

const isChecked = (host: HTMLElement) => host.getAttribute('aria-checked') === 'true';

function chosen(group: HTMLElement, tag: 'checkbox' | 'radio'): unknown {
  const on = [...group.querySelectorAll(`wx-${tag}`)].map((one) => choices.get(one)).filter((one) => one?.checked());
  const values = on.map((one) => one?.value() ?? '');
  return tag === 'radio' ? (values[0] ?? '') : values;
}
