import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { LineField } from '../components/line-field.tsx';
import { organisationWords } from '../words.ts';

export type Person = Output<'organisation.people'>['people'][number];

type Props = {
  id: string;
  label: string;
  people: readonly Person[];
  chosen: readonly string[];
  /** One, or several. */
  several?: boolean;
  /** What nobody is called; without it somebody stays chosen. */
  nobody?: string;
  onChange(userIds: string[]): void;
};

/** As many as are shown without a search. */
const most = 8;

/** Colleagues by name; who is chosen stands first, and a search finds the others. */
export function PeopleChoices({ id, label, people, chosen, several = false, nobody, onChange }: Props) {
  const words = organisationWords.people;
  const [typed, setTyped] = useState('');
  const here = people.filter(({ gone, userId }) => !gone || chosen.includes(userId));
  const matching = here.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const first = matching.filter(({ userId }) => chosen.includes(userId));
  const others = matching.filter(({ userId }) => !chosen.includes(userId));
  const shown = [...first, ...others.slice(0, Math.max(0, most - first.length))];
  const hidden = matching.length - shown.length;
  const tap = (userId: string) => {
    if (!several) return onChange([userId]);
    onChange(chosen.includes(userId) ? chosen.filter((one) => one !== userId) : [...chosen, userId]);
  };
  const chip = (value: string, name: string, on: boolean, choose: () => void) => (
    <View
      key={value}
      id={`${id}-${value}`}
      className={on ? 'hr-choice hr-choice-on' : 'hr-choice'}
      hoverClass="hr-link-pressed"
      {...aria({ role: 'checkbox', checked: on })}
      onClick={choose}
    >
      {name}
    </View>
  );
  return (
    <View className="hr-org-people">
      <View className="hr-quiet">{label}</View>
      {here.length > most && (
        <LineField id={`${id}-find`} label={`${label} ${words.search}`} placeholder={words.search} onText={setTyped} />
      )}
      <View className="hr-choices" {...aria({ role: 'group', label })}>
        {nobody !== undefined && chip('nobody', nobody, chosen.length === 0, () => onChange([]))}
        {shown.map(({ userId, name, awayUntil }) =>
          chip(
            userId,
            awayUntil === null ? name : `${name} · ${organisationWords.requisition.away(awayUntil)}`,
            chosen.includes(userId),
            () => tap(userId),
          ),
        )}
      </View>
      {here.length === 0 && <View className="hr-quiet">{words.nobody}</View>}
      {here.length > 0 && matching.length === 0 && <View className="hr-quiet">{words.none}</View>}
      {hidden > 0 && <View className="hr-quiet">{words.more(hidden)}</View>}
    </View>
  );
}
