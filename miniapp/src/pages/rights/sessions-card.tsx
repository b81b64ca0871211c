import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card, Chip } from '../../components/card.tsx';
import { Opened } from '../../components/opened.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { whenText } from '../../state/when.ts';

const words = copy.privacy.sessions;
const { apps, device: deviceText, sessions: text, systems } = copy.privacy.devices;
type Sessions = Output<'session.mine'>['sessions'];

/** Where one is signed in; every place but this one can be signed out. */
export function SessionsCard() {
  const loaded = useLoaded(() => retrying(() => call('session.mine'), { tries: 2 }));
  return (
    <Card className="rights__card">
      <Text className="rights__name" {...aria({ role: 'heading' })}>
        {text.title}
      </Text>
      <Text className="rights__text">{words.text}</Text>
      <Opened of={loaded}>{({ sessions }) => <Places first={sessions} />}</Opened>
    </Card>
  );
}

function Places({ first }: { first: Sessions }) {
  const [left, setLeft] = useState(first);
  const [ending, setEnding] = useState<string>();
  const [done, setDone] = useState(false);
  const [error, setError] = useState<CallError>();
  const now = serverTime.now();

  async function end(sessionId: string) {
    setEnding(sessionId);
    setError(undefined);
    const answer = await retrying(() => call('session.end', { params: { sessionId } }));
    setEnding(undefined);
    if (!answer.ok) return setError(answer.error);
    setLeft(answer.value.sessions);
    setDone(true);
  }

  return (
    <View id="rights-sessions">
      {left.map(({ sessionId, device, createdAt, usedAt, current }) => {
        const name = deviceText(apps[device.app], systems[device.system]);
        return (
          <View key={sessionId} className="rights__row">
            <View className="rights__words">
              <View className="rights__device">
                <Text className="rights__strong">{name}</Text>
                {current && <Chip>{text.current}</Chip>}
              </View>
              <Text className="rights__text">{text.since(whenText(createdAt, now), whenText(usedAt, now))}</Text>
            </View>
            {!current && (
              <Action
                id={`end-${sessionId}`}
                busy={ending === sessionId}
                disabled={ending !== undefined && ending !== sessionId}
                ariaLabel={`${text.end} ${name}`}
                onTap={() => void end(sessionId)}
              >
                {text.end}
              </Action>
            )}
          </View>
        );
      })}
      {done && (
        <Text id="rights-ended" className="rights__done" {...aria({ role: 'status' })}>
          {words.ended}
        </Text>
      )}
      {error === undefined ? null : <Text className="rights__trouble">{sentenceOf(error)}</Text>}
      <Text className="rights__text">{words.note}</Text>
    </View>
  );
}
