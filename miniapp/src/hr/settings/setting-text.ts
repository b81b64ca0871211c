import { ownTextKinds } from '#shared/messaging/own-text.ts';
import { positionSettings } from '#shared/organisation/position/draft.ts';
import { stageNames, usualOwners } from '#shared/organisation/stage-owners.ts';
import type { Settings } from '#shared/settings.ts';
import { settingText } from '../positions/setting-text.ts';
import { bookingWords, positionWords, settingsWords as words } from '../words.ts';
import type { Change, Name } from './draft.ts';

const list = positionWords.settings.list;

/** The value of a setting in words. */
export function valueText<N extends Name>(name: N, value: Settings[N]): string;
export function valueText(name: Name, value: Settings[Name]): string {
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (name === 'timeZone') return words.zones[String(value)] ?? String(value);
  if (name === 'texts') return textsText(value as Settings['texts']);
  if (name === 'owners') return ownersText(value as Settings['owners']);
  const ofPosition = positionSettings.find((one) => one === name);
  if (ofPosition !== undefined) return settingText(ofPosition, value as Settings[typeof ofPosition]);
  return [String(value), words.units[name] ?? ''].filter((part) => part !== '').join(' ');
}

export const changeText = ({ name, from, to }: Change): string =>
  words.saving.line(words.names[name], valueText(name, from), valueText(name, to));

function textsText(texts: Settings['texts']): string {
  const said = ownTextKinds.flatMap((kind) =>
    texts[kind] === undefined ? [] : [`${words.texts[kind]} ${texts[kind]}`],
  );
  return said.length === 0 ? words.none : said.join(list);
}

function ownersText(owners: Settings['owners']): string {
  const { name, owner } = bookingWords.stages;
  return stageNames.map((stage) => `${name[stage]} ${owner[owners[stage] ?? usualOwners[stage]]}`).join(list);
}
