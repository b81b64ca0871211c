import { View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { whenText } from '../../state/when.ts';
import { may } from '../may.tsx';
import type { Dossier } from '../review/dossier.ts';
import { requestWords } from '../words.ts';
import { GiveSheet } from './give-sheet.tsx';
import { type Gift, giftsIn } from './grants.ts';

type Props = { dossier: Dossier; now: number; onDone(): Promise<void> };

/** Until when the candidate may answer and how long for each, and what HR can change about it. */
export function TimesCard({ dossier, now, onDone }: Props) {
  const [giving, setGiving] = useState<Gift>();
  const [done, setDone] = useState<string>();
  const { status, closesAt, extraTime } = dossier;
  const text = requestWords.times;
  const gifts = may('interview.extend') ? giftsIn(status) : [];
  const open = status === 'invited' || status === 'scheduled' || status === 'in_progress';
  const when = whenText(closesAt, now);
  return (
    <View id="times">
      <View className="hr-heading">{text.title}</View>
      <View className="hr-card hr-padded hr-times">
        {open && (
          <View className="hr-tabular">{Date.parse(closesAt) > now ? text.closesAt(when) : text.closed(when)}</View>
        )}
        <View className="hr-quiet hr-tabular">{extraTime > 1 ? text.extraTime(extraTime) : text.noExtraTime}</View>
        {done !== undefined && (
          <View className="hr-times-done" id="give-done">
            {done}
          </View>
        )}
        {gifts.length > 0 && (
          <View className="hr-times-actions">
            {gifts.map((gift) => (
              <Action key={gift} id={`give-${gift}`} onTap={() => setGiving(gift)}>
                {text[gift]}
              </Action>
            ))}
          </View>
        )}
      </View>
      {giving !== undefined && (
        <GiveSheet
          gift={giving}
          dossier={dossier}
          now={now}
          onClose={() => setGiving(undefined)}
          onDone={(said) => {
            setGiving(undefined);
            setDone(said);
            void onDone();
          }}
        />
      )}
    </View>
  );
}
