/** The wheel of `<picker>`, as a list per column. */
import { h } from '../dom.ts';
import { fromBelow } from './sheet.ts';

type Picker = {
  mode: string;
  range: unknown[];
  rangeKey: string;
  value: unknown;
  start: string;
  end: string;
  title: string;
};

/** @returns what `change` carries: an index, indexes, `YYYY-MM-DD` or `HH:mm`; undefined when cancelled */
export function pick(picker: Picker): Promise<unknown> {
  if (picker.mode === 'date' || picker.mode === 'time') return pickMoment(picker);
  const several = picker.mode === 'multiSelector';
  const columns = (several ? picker.range : [picker.range]) as unknown[][];
  const at = (several ? [...((picker.value as number[] | undefined) ?? [])] : [Number(picker.value) || 0]) as number[];
  return fromBelow<unknown>((close) => [
    header(picker.title, close, () => (several ? columns.map((_, index) => at[index] ?? 0) : (at[0] ?? 0))),
    h('div', { class: 'wxui-picker-columns' }, ...columns.map((column, index) => list(column, index))),
  ]);

  function list(column: unknown[], index: number): HTMLElement {
    const rows = column.map((item, row) => {
      const text = picker.rangeKey ? (item as Record<string, unknown>)[picker.rangeKey] : item;
      const choose = () => {
        at[index] = row;
        for (const [other, element] of rows.entries()) element.setAttribute('aria-selected', String(other === row));
      };
      return h(
        'div',
        {
          class: 'wxui-picker-row',
          role: 'option',
          'aria-selected': String(row === (at[index] ?? 0)),
          onclick: choose,
        },
        String(text),
      );
    });
    return h('div', { class: 'wxui-picker-column', role: 'listbox' }, ...rows);
  }
}

function pickMoment({ mode, value, start, end, title }: Picker): Promise<unknown> {
  const field = h('input', {
    type: mode,
    class: 'wxui-picker-moment',
    value: String(value ?? ''),
    min: start || undefined,
    max: end || undefined,
    'aria-label': title || mode,
  });
  return fromBelow<unknown>((close) => [header(title, close, () => (field as HTMLInputElement).value), field]);
}

function header(title: string, close: (value: unknown) => void, chosen: () => unknown): HTMLElement {
  return h(
    'div',
    { class: 'wxui-picker-header' },
    h('button', { class: 'wxui-picker-cancel', onclick: () => close(undefined) }, '取消'),
    h('span', {}, title),
    h('button', { class: 'wxui-picker-confirm', onclick: () => close(chosen()) }, '确定'),
  );
}
