import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Purpose } from '#shared/privacy/laws.ts';
import { call, serverTime } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { whenText } from '../../state/when.ts';
import type { Rights } from './index.tsx';

const words = copy.privacy.consents;
type Consent = Rights['consents'][number];

/** Every consent with its purpose and the notice it was given on; each is taken back as easily as it was given. */
export function Consents({ mine, onDone }: { mine: Rights; onDone: () => void }) {
  const [asked, setAsked] = useState<Purpose>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string>();
  const [error, setError] = useState<CallError>();
  const operation = useRef(new Map<Purpose, string>());

  async function withdraw(purpose: Purpose) {
    setBusy(true);
    setError(undefined);
    const operationId = operation.current.get(purpose) ?? newOperationId();
    operation.current.set(purpose, operationId);
    const answer = await retrying(() => call('privacy.withdraw', { input: { operationId, purpose } }));
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    const moved = answer.value.leftToPeople.length;
    setAsked(undefined);
    setDone(moved > 0 ? words.leftToPeople(moved) : words.done);
    onDone();
  }

  return (
    <Card className="rights__card">
      <Text className="rights__name" {...aria({ role: 'heading' })}>
        {words.title}
      </Text>
      {mine.consents.length === 0 && <Text className="rights__text">{words.none}</Text>}
      {mine.consents.map((consent) => (
        <View key={`${consent.interviewId} ${consent.purpose}`} className="rights__row">
          <View className="rights__words">
            <Text className="rights__strong">{words.purposes[consent.purpose]}</Text>
            <Text className="rights__text">{`${consent.position} · ${stateOf(consent)}`}</Text>
          </View>
          {consent.granted && consent.withdrawnAt === null && (
            <Action
              id={`withdraw-${consent.purpose}`}
              ariaLabel={words.ask(words.purposes[consent.purpose])}
              onTap={() => setAsked(consent.purpose)}
            >
              {words.withdraw}
            </Action>
          )}
        </View>
      ))}
      {done === undefined ? null : (
        <Text id="rights-done" className="rights__done" {...aria({ role: 'status' })}>
          {done}
        </Text>
      )}
      {asked === undefined ? null : (
        <Sheet id="withdraw-sheet" open title={words.ask(words.purposes[asked])} onClose={() => setAsked(undefined)}>
          <Text className="rights__text">{words.effects[asked]}</Text>
          {error === undefined ? null : <Text className="rights__trouble">{sentenceOf(error)}</Text>}
          <View className="rights__actions">
            <Action id="withdraw-confirm" kind="primary" block busy={busy} onTap={() => void withdraw(asked)}>
              {words.confirm}
            </Action>
          </View>
        </Sheet>
      )}
    </Card>
  );
}

function stateOf({ granted, withdrawnAt, at, version }: Consent): string {
  const now = serverTime.now();
  if (!granted) return words.refused;
  return withdrawnAt === null ? words.given(whenText(at, now), version) : words.takenBack(whenText(withdrawnAt, now));
}
