import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
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
import { keepCode } from './kept-code.ts';

const words = copy.privacy.erasure;

/** Asked for here, taken back here until it is begun; the code is for afterwards, when nobody can sign in any more. */
export function ErasureCard({ erasure, onDone }: { erasure: Rights['erasure']; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operationId = useRef(newOperationId());

  async function send(what: 'ask' | 'back') {
    setBusy(true);
    setError(undefined);
    const input = { operationId: operationId.current };
    const answer =
      what === 'ask'
        ? await retrying(() => call('privacy.askErasure', { input }))
        : await retrying(() => call('privacy.takeBack', { input: { ...input, erasureId: erasure?.erasureId ?? '' } }));
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    operationId.current = newOperationId();
    if ('code' in answer.value && answer.value.code !== null) keepCode(answer.value.code);
    setAsking(false);
    onDone();
  }
  async function copyCode(code: string) {
    await Taro.setClipboardData({ data: code }).catch(() => undefined);
    void Taro.showToast({ title: words.copied, icon: 'none' });
  }

  return (
    <Card className="rights__card">
      <Text className="rights__name" {...aria({ role: 'heading' })}>
        {words.title}
      </Text>
      <Text className="rights__text">{words.text}</Text>
      {erasure === null ? (
        <View className="rights__actions">
          <Action id="rights-erase" kind="danger" onTap={() => setAsking(true)}>
            {words.ask}
          </Action>
        </View>
      ) : (
        <View id="rights-asked" className="rights__notice">
          <Text className="rights__strong" {...aria({ role: 'status' })}>
            {erasure.state === 'asked'
              ? words.asked(whenText(erasure.dueAt ?? erasure.askedAt, serverTime.now()))
              : erasure.state === 'settling'
                ? words.settling
                : words.running}
          </Text>
          {erasure.code === null ? null : (
            <>
              <Text className="rights__text">{words.codeText}</Text>
              <Text id="rights-code" className="rights__code" selectable>
                {erasure.code}
              </Text>
            </>
          )}
          {error === undefined ? null : <Text className="rights__trouble">{sentenceOf(error)}</Text>}
          <View className="rights__actions">
            {erasure.code === null ? null : (
              <Action id="rights-copy" kind="primary" onTap={() => void copyCode(erasure.code ?? '')}>
                {words.copyCode}
              </Action>
            )}
            {erasure.state === 'asked' && (
              <Action id="rights-back" busy={busy} onTap={() => void send('back')}>
                {words.takeBack}
              </Action>
            )}
          </View>
        </View>
      )}
      <Sheet id="erase-sheet" open={asking} title={words.askTitle} onClose={() => setAsking(false)}>
        <Text className="rights__text">{words.text}</Text>
        <Text className="rights__text">{words.askText(privacyLimits.erasureDays)}</Text>
        {error === undefined ? null : <Text className="rights__trouble">{sentenceOf(error)}</Text>}
        <View className="rights__actions">
          <Action id="erase-keep" onTap={() => setAsking(false)}>
            {words.keep}
          </Action>
          <Action id="erase-confirm" kind="danger" busy={busy} onTap={() => void send('ask')}>
            {words.confirm}
          </Action>
        </View>
      </Sheet>
    </Card>
  );
}
