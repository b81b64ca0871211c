import type { PositionChange } from '#shared/organisation/position/changes.ts';
import { type PositionSetting, positionSettings } from '#shared/organisation/position/draft.ts';
import { positionWords } from '../words.ts';
import { settingText } from './setting-text.ts';

const words = positionWords.change;
const longest = 28;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** One difference of two versions, in a line. */
export function changeText({ part, kind, name, from, to }: PositionChange): string {
  if (part === 'title') return words.title(from ?? '', to ?? '');
  if (part === 'criteria') return words.criteria;
  if (part === 'briefing') return words.briefing;
  if (part === 'setting') return settingChange(name, from, to);
  if (kind === 'moved') return words.moved;
  const what = words.of(words[part][kind] ?? '', short(name));
  return from !== null && to !== null ? words.fromTo(what, from, to) : what;
}

function settingChange(name: string, from: string | null, to: string | null): string {
  const setting: PositionSetting | undefined = positionSettings.find((one) => one === name);
  if (setting === undefined) return name;
  const text = (json: string | null) => (json === null ? words.inherited : settingText(setting, JSON.parse(json)));
  return words.fromTo(positionWords.settings.names[setting], text(from), text(to));
}
