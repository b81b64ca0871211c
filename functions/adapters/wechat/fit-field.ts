/** The kinds of value in a subscribe-message template; the kind is the key without its number (`thing1` → `thing`). */
export const fieldKinds = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'phrase',
  'name',
  'phone_number',
  'car_number',
  'amount',
  'time',
  'date',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** The kind of a template key, or undefined where WeChat has no such kind. */
export function fieldKind(key: string): FieldKind | undefined {
  const kind = key.replace(/\d+$/, '');
  return fieldKinds.find((known) => known === kind);
}

const han = /\p{Script=Han}/u;
// Year, month, day by code point: words for people live in `copy`, these are WeChat’s format.
const day = '\\d{4}\\u5e74\\d{1,2}\\u6708\\d{1,2}\\u65e5';
const hour = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const time = `(${day} ?)?${hour}`;
const date = `${day}( ?${hour})?`;
const timePattern = new RegExp(`^${time}(~${time})?$`);
const datePattern = new RegExp(`^${date}(~${date})?$`);
const amountPattern = /^[\p{Sc}]?\d{1,10}(\.\d+)?\u5143?$/u;

const fitters: Record<FieldKind, (text: string) => string | undefined> = {
  thing: (text) => cut(text, 20, '…'),
  number: (text) => whole(text.replace(/[\s,]/g, ''), 32, /^-?\d+(\.\d+)?$/),
  letter: (text) => cut(text.replace(/[^A-Za-z]/g, ''), 32),
  symbol: (text) => cut(text.replace(/[\p{L}\p{N}\s]/gu, ''), 5),
  character_string: (text) => cut(text.replace(/[^\x21-\x7e]/g, ''), 32),
  phrase: (text) => cut(onlyHan(text), 5),
  name: (text) => (han.test(text) ? cut(onlyHan(text), 10) : cut(text.replace(/[^\x21-\x2f\x3a-\x7e]/g, ''), 20)),
  phone_number: (text) => whole(text.replace(/\s/g, ''), 17, /^[\d+\-()*#]+$/),
  car_number: (text) => whole(text.replace(/\s/g, ''), 8, /^[\p{Script=Han}A-Za-z0-9]+$/u),
  amount: (text) => whole(text.replace(/[\s,]/g, ''), 40, amountPattern),
  time: (text) => whole(text, 60, timePattern),
  date: (text) => whole(text, 60, datePattern),
};

/**
 * The text as WeChat takes it for that kind of field: control characters out, words cut (`thing` with … at its end),
 * or undefined where it cannot be made to fit (an empty text, a number that is none): WeChat would answer 47003.
 */
export function fitField(kind: FieldKind, text: string): string | undefined {
  const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return fitters[kind](plain) || undefined;
}

const onlyHan = (text: string): string => [...text].filter((char) => han.test(char)).join('');

const whole = (text: string, limit: number, pattern: RegExp): string | undefined =>
  text.length <= limit && pattern.test(text) ? text : undefined;

/** Counts UTF-16 units, WeChat's strictest reading, and never leaves half a character behind. */
function cut(text: string, limit: number, ending = ''): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length + ending.length > limit) break;
    kept += segment;
  }
  return kept.trimEnd() + ending;
}
