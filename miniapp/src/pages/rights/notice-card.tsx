import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { copy, language } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { NoticeText } from './notice-text.tsx';

const words = copy.privacy;

/** What the AI does, in a few lines; and the whole notice under the law that the company asks under. */
export function NoticeCard() {
  const [notice, setNotice] = useState<Output<'privacy.notice'>>();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  async function show() {
    if (shown || notice !== undefined) return setShown(!shown);
    setBusy(true);
    const got = await retrying(() => call('privacy.notice', { query: { language } }));
    setBusy(false);
    setError(got.ok ? undefined : got.error);
    if (!got.ok) return;
    setNotice(got.value);
    setShown(true);
  }

  return (
    <Card className="rights__card">
      <Text className="rights__name" {...aria({ role: 'heading' })}>
        {words.ai.title}
      </Text>
      {words.ai.items.map((item) => (
        <View key={item} className="rights__item">
          <View className="rights__dot" />
          <Text className="rights__text">{item}</Text>
        </View>
      ))}
      {error === undefined ? null : <Text className="rights__trouble">{sentenceOf(error)}</Text>}
      <View className="rights__actions">
        <Action id="rights-notice" busy={busy} onTap={() => void show()}>
          {shown ? words.notice.hide : words.notice.show}
        </Action>
      </View>
      {shown && notice !== undefined && (
        <View id="rights-notice-text" className="rights__notice">
          <NoticeText notice={notice} />
        </View>
      )}
    </Card>
  );
}
