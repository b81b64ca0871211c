/**
 * What WeChat takes as a value of each kind of template field. Written apart from the product's `fitField`, from the
 * platform's page, so that one can find the other's mistake. Lengths are in characters.
 */
const moment = '(\\d{4}年\\d{1,2}月\\d{1,2}日\\s?)?([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const calendarDay = '\\d{4}年\\d{1,2}月\\d{1,2}日(\\s?([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?)?';

const rules: Record<string, RegExp> = {
  thing: /^.{1,20}$/u,
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/u,
  letter: /^[A-Za-z]{1,32}$/u,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^(\p{Script=Han}{1,10}|[^\p{N}\p{Script=Han}]{1,20})$/u,
  phone_number: /^[\d+\-()*#]{1,17}$/u,
  car_number: /^[\p{Script=Han}A-Za-z0-9]{1,8}$/u,
  amount: /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u,
  time: new RegExp(`^${moment}(~${moment})?$`, 'u'),
  date: new RegExp(`^${calendarDay}(~${calendarDay})?$`, 'u'),
};

/** The end of the errmsg for a value WeChat refuses with 47003, or undefined for one it takes. */
export function fieldFault(key: string, value: unknown): 'is empty' | 'invalid' | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return value === undefined ? 'is empty' : 'invalid';
  const text = String(value);
  if (text.trim() === '') return 'is empty';
  const rule = rules[key.replace(/\d+$/, '')];
  return rule?.test(text) && !/\p{Cc}/u.test(text) ? undefined : 'invalid';
}
