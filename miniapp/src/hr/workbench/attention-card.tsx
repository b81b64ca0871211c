import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { lateness, waitingTime } from '../waiting.ts';
import { bookingWords, requestWords, words } from '../words.ts';
import type { Waiting } from './use-attention.ts';
import './attention-card.scss';

type Props = {
  rows: Waiting[];
  promised: number;
  chosen: string | undefined;
  now: number;
  onOpen(applicationId: string, tab: 'requests' | 'dossier'): void;
};

const few = 3;

/** Who asked something and waits for an answer, and what HR is alarmed of; nothing when there is nothing. */
export function AttentionCard({ rows, promised, chosen, now, onOpen }: Props) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const alarming = rows.some(({ alarms }) => alarms.length > 0);
  const asked = rows.some(({ tickets }) => tickets.length > 0);
  return (
    <View className="hr-attention" id="attention">
      <View className="hr-attention-head">
        <Text className="hr-attention-title">
          {alarming ? requestWords.attentionTitle(rows.length) : requestWords.waitingTitle(rows.length)}
        </Text>
        {asked && <Text className="hr-quiet">{requestWords.promised(promised)}</Text>}
      </View>
      {(all ? rows : rows.slice(0, few)).map((row) => {
        const late = lateness(row.since, now, promised);
        const time = waitingTime(words.waiting, row.since, now);
        const on = row.applicationId === chosen;
        return (
          <View
            key={row.interviewId}
            id={`waiting-${row.interviewId}`}
            className={on ? 'hr-attention-row hr-attention-on' : 'hr-attention-row'}
            hoverClass="hr-person-pressed"
            {...aria({ role: 'button' })}
            onClick={() => onOpen(row.applicationId, row.tickets.length > 0 ? 'requests' : 'dossier')}
          >
            <View className="hr-attention-who">
              <View className="hr-attention-name">
                {row.candidate}
                <Text className="hr-attention-position"> {row.position}</Text>
              </View>
              <View className="hr-attention-kinds">
                {row.alarms.map((alarm) => (
                  <Chip key={alarm} tone="amber">
                    {bookingWords.alarm[alarm]}
                  </Chip>
                ))}
                {row.tickets.map((kind) => (
                  <Chip key={kind} tone="amber">
                    {requestWords.kind[kind]}
                  </Chip>
                ))}
              </View>
            </View>
            <Text className={`hr-person-time${late > 0 ? ' hr-warm' : ''}${late >= 1 ? ' hr-hot' : ''}`}>
              {time === undefined ? words.waiting.now : words.waiting.waited(time)}
            </Text>
          </View>
        );
      })}
      {rows.length > few && (
        <Tap className="hr-link hr-attention-more" pressed="hr-link-pressed" onTap={() => setAll(!all)}>
          {all ? requestWords.showFewer : requestWords.showAll(rows.length)}
        </Tap>
      )}
    </View>
  );
}
