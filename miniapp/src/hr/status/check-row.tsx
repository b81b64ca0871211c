import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { whenText } from '../../state/when.ts';
import { CommandError } from '../components/states.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { useCommand } from '../use-command.ts';
import { statusWords, words } from '../words.ts';
import { differenceLines } from './difference-text.ts';
import type { Check } from './use-checks.ts';

type Props = { check: Check; now: number; onDone(): void };

/** One check: whom it looked at, what it found, and the ways on from there. */
export function CheckRow({ check, now, onDone }: Props) {
  const { interviewId, applicationId, differences, kind, opening } = check;
  const [resynced, setResynced] = useState(false);
  const resync = useCommand((id) => call('interview.resync', { params: { interviewId: id } }));
  const healed = differences.every((one) => one.healed);
  const where = opening && statusWords.opening(opening.department, opening.position);

  async function again() {
    if (interviewId === null) return;
    const answer = await resync.run(interviewId);
    if (!answer.ok) return;
    setResynced(true);
    onDone();
  }

  return (
    <View id={`check-${interviewId ?? kind}`} className="hr-found">
      <View className="hr-found-head">
        <View className="hr-found-who">
          <Text className="hr-found-name">
            {kind === 'interview' ? (check.candidate ?? statusWords.unknown) : statusWords.subject[kind]}
          </Text>
          {where !== null && <Text className="hr-found-where">{where}</Text>}
        </View>
        {differences.length === 0 ? (
          <Chip>{kind === 'interview' ? statusWords.agreed : statusWords.countAgreed}</Chip>
        ) : (
          <Chip tone={healed ? 'accent' : 'amber'}>{healed ? statusWords.healed : statusWords.notHealed}</Chip>
        )}
      </View>
      {differences.map(({ what, fields }) => {
        const { lines, others } = differenceLines(fields);
        return (
          <View key={what} className="hr-found-difference">
            <Text className="hr-found-what">{statusWords.whats[what]}</Text>
            <View className="hr-found-lines">
              {lines.map((line) => (
                <View key={line}>{line}</View>
              ))}
              {others > 0 && <View className="hr-found-where">{statusWords.more(others)}</View>}
            </View>
          </View>
        );
      })}
      <View className="hr-found-foot">
        <Text className="hr-found-when">
          {whenText(check.at, now)} · {statusWords.cause[check.cause]}
          {check.person !== null && ` · ${statusWords.by(check.person)}`}
        </Text>
        {interviewId !== null && applicationId !== null && (
          <View className="hr-found-ways">
            <Action id={`resync-${interviewId}`} kind="quiet" busy={resync.busy} onTap={() => void again()}>
              {resynced ? statusWords.resynced : statusWords.resync}
            </Action>
            <Action kind="quiet" onTap={() => void Taro.navigateTo({ url: reviewUrl(applicationId, 'dossier') })}>
              {statusWords.dossier}
            </Action>
          </View>
        )}
      </View>
      {resync.error && <CommandError error={resync.error} safe={words.state.unreachable} />}
    </View>
  );
}
