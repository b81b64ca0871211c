import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { CommandError, Empty } from '../components/states.tsx';
import { May } from '../may.tsx';
import { words as hrWords, privacyWords } from '../words.ts';
import { RecordRow } from './record-row.tsx';
import { nameOf } from './use-audit.ts';
import './index.scss';

const words = privacyWords.audit;
type Page = Output<'audit.ofApplication'>;

/** 谁看过: asked for by a tap, because asking is noted as well. */
export function SeenBy({ applicationId }: { applicationId: string }) {
  const [seen, setSeen] = useState<Page>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const params = { applicationId };

  async function read(cursor?: string) {
    setBusy(true);
    setError(undefined);
    const query = cursor === undefined ? {} : { cursor };
    const got = await retrying(() => call('audit.ofApplication', { params, query }));
    setBusy(false);
    if (!got.ok) return setError(got.error);
    const before = cursor === undefined ? [] : (seen?.records ?? []);
    setSeen({ ...got.value, records: [...before, ...got.value.records] });
  }

  return (
    <May to="audit.ofApplication">
      <View className="hr-heading">{words.seen}</View>
      <View id="seen-by" className="hr-card">
        {seen === undefined ? (
          <View className="hr-padded">
            <Action id="seen-by-show" busy={busy} onTap={() => void read()}>
              {words.seenShow}
            </Action>
          </View>
        ) : (
          <>
            {seen.records.length === 0 && <Empty text={words.empty} />}
            {seen.records.map((record) => (
              <RecordRow key={nameOf(record)} record={record} now={serverTime.now()} />
            ))}
          </>
        )}
      </View>
      {seen?.cursor && (
        <Action id="seen-by-more" block busy={busy} onTap={() => void read(seen.cursor ?? undefined)}>
          {words.more}
        </Action>
      )}
      {error && <CommandError error={error} safe={hrWords.state.unreachable} />}
    </May>
  );
}
