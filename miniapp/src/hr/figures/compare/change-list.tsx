import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { Action } from '../../../components/action.tsx';
import { Tap } from '../../../components/tap.tsx';
import { figureWords } from '../../words.ts';
import { shortDay } from '../day-text.ts';

const words = figureWords.compare;
const shownFirst = 6;

type Change = Output<'figures.changes'>['changes'][number];
type Props = { changes: readonly Change[]; chosen: string; onChoose(date: string): void };

/** Days on which something was changed; a tap holds the figures against one. */
export function ChangeList({ changes, chosen, onChoose }: Props) {
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <View className="hr-quiet">{words.changesNone}</View>;
  return (
    <>
      {changes.slice(0, all ? undefined : shownFirst).map(({ date, what, name, by }, index) => (
        <Tap
          key={`${date} ${what} ${name}`}
          id={`change-${index}`}
          className={date === chosen ? 'hr-compare-change hr-compare-change-on' : 'hr-compare-change'}
          pressed="hr-link-pressed"
          onTap={() => onChoose(date)}
        >
          <Text>{what === 'settings' ? words.settings : words[what](name ?? '')}</Text>
          <Text className="hr-quiet">{words.by(by, shortDay(date))}</Text>
        </Tap>
      ))}
      {!all && changes.length > shownFirst && (
        <Action id="changes-all" kind="quiet" onTap={() => setAll(true)}>
          {words.changesAll(changes.length)}
        </Action>
      )}
    </>
  );
}
