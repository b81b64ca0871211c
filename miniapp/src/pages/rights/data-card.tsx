import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { saveFile } from '#platform/save-file.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import type { Rights } from './index.tsx';

const words = copy.privacy.data;
type Data = Output<'privacy.download'>;
const counted = ['interviews', 'messages', 'applications', 'files', 'consents', 'sessions'] as const;

/** One's own data: to look at here, and to take away as a file. */
export function DataCard({ kept }: { kept: Rights['keptMonths'] }) {
  const [data, setData] = useState<Data>();
  const [busy, setBusy] = useState<'file' | 'look'>();
  const [error, setError] = useState<CallError>();

  async function fetched(what: 'file' | 'look'): Promise<Data | undefined> {
    setBusy(what);
    setError(undefined);
    const got = await retrying(() => call('privacy.download'));
    setBusy(undefined);
    if (got.ok) return got.value;
    setError(got.error);
    return undefined;
  }
  async function save() {
    const got = await fetched('file');
    if (got === undefined) return;
    const saved = await saveFile({ name: words.file, text: JSON.stringify(got, null, 2), mime: 'application/json' });
    if (saved === 'copied') void Taro.showToast({ title: words.copied, icon: 'none' });
  }

  return (
    <Card className="rights__card">
      <Text className="rights__name" {...aria({ role: 'heading' })}>
        {words.title}
      </Text>
      <Text className="rights__text">{words.text}</Text>
      <Text className="rights__text">{words.kept(kept.unhired, kept.pool, kept.recordings)}</Text>
      {error === undefined ? null : <Text className="rights__trouble">{sentenceOf(error)}</Text>}
      <View className="rights__actions">
        <Action id="rights-download" kind="primary" busy={busy === 'file'} onTap={() => void save()}>
          {words.download}
        </Action>
        <Action
          id="rights-look"
          busy={busy === 'look'}
          onTap={() => (data === undefined ? void fetched('look').then(setData) : setData(undefined))}
        >
          {data === undefined ? words.readable : words.hide}
        </Action>
      </View>
      {data === undefined ? null : (
        <View id="rights-data" className="rights__notice">
          {counted.map((name) => (
            <Text key={name} className="rights__text">
              {words.count(words.counts[name], Array.isArray(data[name]) ? data[name].length : 0)}
            </Text>
          ))}
          <Text className="rights__json" selectable>
            {JSON.stringify(data, null, 2)}
          </Text>
        </View>
      )}
    </Card>
  );
}
