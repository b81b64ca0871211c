import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import { isRefused } from '../../../api/call-error.ts';
import { Skeleton } from '../../../components/states.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { Failure } from '../../components/states.tsx';
import { useCommand } from '../../use-command.ts';
import { organisationWords } from '../../words.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { DoneCard } from './done-card.tsx';
import { PreviewCards } from './preview.tsx';

/** The address book of WeCom: looked at first, taken over when a person has seen what changes. */
export function WecomImport() {
  const words = organisationWords.import;
  const loaded = useLoaded(() => call('organisation.previewWecom'));
  const [applied, setApplied] = useState<Output<'organisation.applyWecom'>>();
  const [outdated, setOutdated] = useState(false);
  const applying = useCommand((digest, operationId) =>
    call('organisation.applyWecom', { input: { operationId, digest } }),
  );
  if (applied !== undefined) return <DoneCard applied={applied} />;
  if (loaded.phase === 'loading') {
    return (
      <View>
        <View className="hr-quiet hr-import-hint">{words.reading}</View>
        <Skeleton cards={2} />
      </View>
    );
  }
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={loaded.reload} />;
  const preview = loaded.value;

  async function apply() {
    const answer = await applying.run(preview.digest);
    if (answer.ok) return setApplied(answer.value);
    const changed = isRefused(answer.error, 'preview_outdated');
    setOutdated(changed);
    if (changed) loaded.reload();
  }
  return (
    <View>
      <View className="hr-quiet hr-import-hint">{words.wecomText}</View>
      {outdated && (
        <View className="hr-import-note" id="outdated">
          {words.outdated}
        </View>
      )}
      <PreviewCards preview={preview} fromWecom />
      <ConfirmBar
        preview={preview}
        busy={applying.busy}
        error={outdated ? undefined : applying.error}
        onConfirm={() => void apply()}
        onAgain={loaded.reload}
      />
    </View>
  );
}
