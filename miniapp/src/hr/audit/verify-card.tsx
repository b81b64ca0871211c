import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { saveFile } from '#platform/save-file.ts';
import type { Input, Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { CommandError } from '../components/states.tsx';
import { useCommand } from '../use-command.ts';
import { words as hrWords, privacyWords } from '../words.ts';
import { queryOf, type Wanted } from './use-audit.ts';

const words = privacyWords.audit;
type Found = Pick<Output<'audit.verify'>, 'blocks' | 'records' | 'anchors' | 'broken'>;

/** Walks along the whole chain, piece by piece, and says what it found; and takes what is shown away as a file. */
export function VerifyCard({ wanted }: { wanted: Wanted }) {
  const [found, setFound] = useState<Found & { over: boolean }>();
  const [error, setError] = useState<CallError>();
  const exporting = useCommand(() => call('audit.export', { query: queryOf(wanted) }));

  async function verify() {
    setError(undefined);
    let from: Input<'audit.verify'>['from'] = null;
    const sum = { blocks: 0, records: 0, anchors: 0 };
    for (;;) {
      const piece: Awaited<ReturnType<typeof next>> = await next(from);
      if (!piece.ok) return setError(piece.error);
      const { blocks, records, anchors, broken, walk } = piece.value;
      sum.blocks += blocks;
      sum.records += records;
      sum.anchors += anchors;
      setFound({ ...sum, broken, over: walk === null });
      if (walk === null) return;
      from = walk;
    }
  }
  async function take() {
    const got = await exporting.run(JSON.stringify(wanted));
    if (!got.ok) return;
    const { name, csv, rows, whole } = got.value;
    await saveFile({ name, text: csv, mime: 'text/csv' });
    void Taro.showToast({ title: words.exported(rows, whole), icon: 'none' });
  }

  return (
    <View className="hr-card hr-padded hr-audit-verify">
      <View className="hr-audit-actions">
        <Action
          id="verify"
          kind="primary"
          busy={found?.over === false && error === undefined}
          onTap={() => void verify()}
        >
          {words.verify}
        </Action>
        <Action id="export" busy={exporting.busy} onTap={() => void take()}>
          {words.export}
        </Action>
      </View>
      {found !== undefined && (
        <View
          id="verified"
          className={found.broken === null ? 'hr-audit-whole' : 'hr-audit-broken'}
          {...aria({ role: 'status' })}
        >
          {found.broken !== null
            ? words.broken(found.broken.block, words.hows[found.broken.how])
            : found.over
              ? words.intact(found.blocks, found.records, found.anchors)
              : words.verifying(found.records)}
        </View>
      )}
      {(error ?? exporting.error) && (
        <CommandError error={error ?? exporting.error ?? { kind: 'unknown' }} safe={hrWords.state.unreachable} />
      )}
    </View>
  );
}

const next = (from: Input<'audit.verify'>['from']) =>
  retrying(() => call('audit.verify', { input: { from: from ?? null } }));
