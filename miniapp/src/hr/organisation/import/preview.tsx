import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { Action } from '../../../components/action.tsx';
import { Chip, type Tone } from '../../../components/card.tsx';
import { organisationWords } from '../../words.ts';
import { changesIn } from './changes.ts';

export type Preview = Output<'organisation.previewWecom'>;
type Kind = 'added' | 'changed' | 'gone';
type Line = { key: string; change: Kind; name: string; lines: string[]; warm?: string };

const words = organisationWords.import;
const kinds = ['added', 'changed', 'gone'] as const;
const toneOf = { added: 'accent', changed: 'plain', gone: 'amber' } as const satisfies Record<Kind, Tone>;
/** Lines of a list that are shown at first. */
const first = 8;

/** What an import would do: how much is new, changed and gone, and each of it. Nothing is done yet. */
export function PreviewCards({ preview, fromWecom }: { preview: Preview; fromWecom: boolean }) {
  const counts = changesIn(preview);
  const none = kinds.every((kind) => counts[kind] === 0);
  return (
    <View id="preview">
      <View className="hr-card hr-import-counts" {...aria({ role: 'status' })}>
        {kinds.map((kind) => (
          <View key={kind} className="hr-import-count">
            <Text
              id={`preview-${kind}`}
              className={kind === 'gone' && counts.gone > 0 ? 'hr-import-number hr-org-warm' : 'hr-import-number'}
            >
              {counts[kind]}
            </Text>
            <Text className="hr-quiet">{words.kinds[kind]}</Text>
          </View>
        ))}
      </View>
      <View className="hr-quiet hr-import-hint">
        {none ? words.nothing : preview.unchanged > 0 ? words.unchanged(preview.unchanged) : ''}
      </View>
      <List id="departments" title={words.departments} lines={departmentLines(preview, fromWecom)} />
      <List id="posts" title={words.posts} lines={postLines(preview)} />
      <List id="people" title={words.people} lines={peopleLines(preview)} />
    </View>
  );
}

function departmentLines({ departments }: Preview, fromWecom: boolean): Line[] {
  return departments.map(({ change, path, was }) => ({
    key: `${change} ${path}`,
    change,
    name: path,
    lines: [
      ...(was === null ? [] : [words.was(was)]),
      ...(change === 'gone' && fromWecom ? [words.goneDepartment] : []),
    ],
  }));
}

function postLines({ posts }: Preview): Line[] {
  const { numbers } = organisationWords;
  const said = (name: string, { from, to }: { from: number | null; to: number }) =>
    from === null || from === to ? words.newNumber(name, String(to)) : words.number(name, String(from), String(to));
  return posts.map(({ change, department, position, headcount, inPost }) => ({
    key: `${department} ${position}`,
    change,
    name: `${department} · ${position}`,
    lines: [[said(numbers.headcount, headcount), said(numbers.inPost, inPost)].join(words.list)],
  }));
}

function peopleLines({ people }: Preview): Line[] {
  return people.map(({ change, name, wecomUserId, heads, owns }) => ({
    key: wecomUserId,
    change,
    name,
    lines: heads.length === 0 ? [] : [words.headOf(heads.join(words.list))],
    ...(owns > 0 && change === 'gone' ? { warm: words.owns(owns) } : {}),
  }));
}

function List({ id, title, lines }: { id: string; title: string; lines: Line[] }) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, first);
  return (
    <View id={`changes-${id}`}>
      <View className="hr-heading">{title}</View>
      <View className="hr-card" {...aria({ role: 'list', label: title })}>
        {shown.map(({ key, change, name, lines: more, warm }) => (
          <View key={key} className="hr-import-line" {...aria({ role: 'listitem' })}>
            <Chip tone={toneOf[change]}>{words.kinds[change]}</Chip>
            <View className="hr-import-what">
              <View>{name}</View>
              {more.map((text) => (
                <View key={text} className="hr-quiet">
                  {text}
                </View>
              ))}
              {warm !== undefined && <View className="hr-org-warm">{warm}</View>}
            </View>
          </View>
        ))}
        {lines.length > shown.length && (
          <Action id={`more-${id}`} kind="quiet" block onTap={() => setAll(true)}>
            {words.more(lines.length - shown.length)}
          </Action>
        )}
      </View>
    </View>
  );
}
