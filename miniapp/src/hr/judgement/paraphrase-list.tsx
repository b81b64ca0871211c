import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Tap } from '../../components/tap.tsx';
import { whenText } from '../../state/when.ts';
import { CommandError } from '../components/states.tsx';
import { actor } from '../review/actor.ts';
import { reportWords, words } from '../words.ts';

type Paraphrase = Output<'position.paraphrases'>['paraphrases'][number];

/** The phrases accepted for a position, each with who accepted it; any can be withdrawn. Read when it is asked for. */
export function ParaphraseList({ positionId, now }: { positionId: string; now: number }) {
  const [all, setAll] = useState<Paraphrase[]>();
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<CallError>();
  const text = reportWords.paraphrase;

  async function read() {
    const answer = await call('position.paraphrases', { params: { positionId } });
    if (answer.ok) setAll(answer.value.paraphrases);
    setError(answer.ok ? undefined : answer.error);
  }
  async function withdraw(paraphraseId: string) {
    setBusy(paraphraseId);
    const answer = await retrying(() => call('position.withdrawParaphrase', { params: { positionId, paraphraseId } }));
    setBusy(undefined);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) await read();
  }
  return (
    <View id="paraphrases">
      {all === undefined && (
        <Tap id="show-paraphrases" className="hr-link" pressed="hr-link-pressed" onTap={() => void read()}>
          {text.show}
        </Tap>
      )}
      {all?.length === 0 && <View className="hr-quiet">{text.empty}</View>}
      {all && all.length > 0 && (
        <View className="hr-quiet">{text.list(all.filter((one) => one.withdrawnAt === null).length)}</View>
      )}
      {all?.map(({ paraphraseId, phrase, keyPoint, by, at, withdrawnAt }) => (
        <View key={paraphraseId} id={`paraphrase-${paraphraseId}`} className="hr-paraphrase">
          <View className="hr-paraphrase-text">
            <View className={withdrawnAt === null ? '' : 'hr-paraphrase-gone'}>{text.item(phrase, keyPoint)}</View>
            <View className="hr-paraphrase-by">
              {withdrawnAt === null
                ? text.by(actor(words.actor, by), whenText(at, now))
                : text.withdrawn(whenText(withdrawnAt, now))}
            </View>
          </View>
          {withdrawnAt === null && (
            <Tap
              className="hr-link"
              pressed="hr-link-pressed"
              off={busy === paraphraseId}
              label={`${text.withdraw} ${phrase}`}
              onTap={() => void withdraw(paraphraseId)}
            >
              {busy === paraphraseId ? text.withdrawing : text.withdraw}
            </Tap>
          )}
        </View>
      ))}
      {error && <CommandError error={error} safe={words.state.unreachable} />}
    </View>
  );
}
