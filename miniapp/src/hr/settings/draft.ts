import type { Output } from '#shared/contract/operations.ts';
import { type StageName, stageNames, usualOwners } from '#shared/organisation/stage-owners.ts';
import type { Settings } from '#shared/settings.ts';

export type View = Output<'settings.get'>;
export type Name = keyof Settings;
export type Contact = View['contact'];
/** What the company decided; what is not in it is the default. */
export type Own = Partial<Settings>;
export type Draft = {
  own: Own;
  contact: Contact;
  /** What stands in a box and cannot be taken, by the box. */
  wrong: Readonly<Record<string, string>>;
};
export type Change = { [N in Name]: { name: N; from: Settings[N]; to: Settings[N] } }[Name];

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The server's, without the keys that hold nothing. */
export const ownOf = (view: Pick<View, 'own'>): Own =>
  Object.fromEntries(Object.entries(view.own).filter(([, value]) => value !== undefined));

export const draftOf = (view: View): Draft => ({ own: ownOf(view), contact: view.contact, wrong: {} });

/** What holds: the company's where it decided. */
export const held = (defaults: Settings, own: Own): Settings => ({ ...defaults, ...own });

/** A value that is the default is no decision of the company's. */
export function put(defaults: Settings, own: Own, change: View['own']): Own {
  const entries = Object.entries({ ...own, ...change });
  return Object.fromEntries(
    entries.filter(([name, value]) => value !== undefined && !same(value, defaults[name as Name])),
  );
}

export const without = (own: Own, ...names: readonly Name[]): Own =>
  Object.fromEntries(Object.entries(own).filter(([name]) => !names.some((one) => one === name)));

/** Who has a stage in hand; the usual one is not said. */
export function withOwner(owners: Settings['owners'], stage: StageName, owner: string): Settings['owners'] {
  const next = {
    ...Object.fromEntries(stageNames.map((name) => [name, owners[name] ?? usualOwners[name]])),
    [stage]: owner,
  };
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => value !== usualOwners[name as StageName]));
}

/** Settings that hold another value after it than before. */
export function changesBetween(defaults: Settings, before: Own, after: Own): Change[] {
  const [from, to] = [held(defaults, before), held(defaults, after)];
  const changed = <N extends Name>(name: N) => ({ name, from: from[name], to: to[name] }) as Change;
  return (Object.keys(defaults) as Name[]).filter((name) => !same(from[name], to[name])).map(changed);
}

/** What was changed here, on top of what somebody saved meanwhile. */
export function onTopOf(theirs: View, base: View, mine: Draft): Draft {
  const changes = changesBetween(theirs.defaults, ownOf(base), mine.own);
  const own = put(theirs.defaults, ownOf(theirs), Object.fromEntries(changes.map(({ name, to }) => [name, to])));
  return { own, contact: same(base.contact, mine.contact) ? theirs.contact : mine.contact, wrong: mine.wrong };
}

export const withWrong = (wrong: Draft['wrong'], box: string, text: string | undefined): Draft['wrong'] => {
  const others = Object.entries(wrong).filter(([one]) => one !== box);
  return Object.fromEntries(text === undefined ? others : [...others, [box, text]]);
};

/** A whole number that was typed, within its bounds. */
export function numberIn(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const number = /^\d{1,8}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** A night that begins when it ends is none. */
export const isNoNight = ({ quiet }: Own): boolean => quiet !== undefined && quiet !== null && quiet.from === quiet.to;
export const isNobody = (contact: Contact): boolean =>
  [contact.name, contact.phone, contact.hours].some((text) => text.trim() === '');

/** How much is to be put right before it can be saved. */
export const wrongIn = ({ own, contact, wrong }: Draft): number =>
  Object.keys(wrong).length + Number(isNoNight(own)) + Number(isNobody(contact));
