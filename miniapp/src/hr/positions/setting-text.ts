import type { PositionSetting } from '#shared/organisation/position/draft.ts';
import type { Settings } from '#shared/settings.ts';
import { positionWords } from '../words.ts';

const words = positionWords.settings;
type Values = Pick<Settings, PositionSetting>;

/** A setting's value in words. */
export function settingText<N extends PositionSetting>(name: N, value: Values[N]): string {
  if (value === null) return name === 'answersNeeded' ? words.allRequired : words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (name === 'matchThreshold') return `${Math.round(Number(value) * 100)}%`;
  if (name === 'reminders') return remindersText(value);
  if (Array.isArray(value)) return value.map((one) => words.channels[String(one)] ?? String(one)).join(words.arrow);
  if (typeof value === 'object') return words.span(value.from, value.to);
  const unit = words.units[name] ?? '';
  return unit === '' ? String(value) : `${String(value)} ${unit}`;
}

function remindersText(value: unknown): string {
  const minutes = Array.isArray(value) ? value.map(Number) : [];
  return minutes.length === 0 ? words.none : minutes.map((one) => words.before(one)).join(words.list);
}
