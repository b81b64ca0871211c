import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call, serverTime } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Chip } from '../../../components/card.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { whenText } from '../../../state/when.ts';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError, Failure } from '../../components/states.tsx';
import { may } from '../../may.tsx';
import { positionWords } from '../../words.ts';
import { ChangeList } from './change-list.tsx';
import type { Editor } from './use-editor.ts';

const words = positionWords.history;

/** Every version: who, when, what; each can be the next one again. */
export function HistorySheet({ positionId, editor, onClose }: { positionId: string; editor: Editor; onClose(): void }) {
  const loaded = useLoaded(() => call('position.history', { params: { positionId } }), [positionId]);
  const [asked, setAsked] = useState<number>();
  const { restoring } = editor;
  const now = serverTime.now();

  async function restore(to: number) {
    const answer = await restoring.run(String(to));
    if (!answer.ok) return;
    editor.show(answer.value);
    onClose();
  }
  return (
    <Sheet open id="history-sheet" title={words.title} onClose={onClose}>
      {loaded.phase === 'loading' && <Skeleton cards={2} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={loaded.reload} />}
      {loaded.phase === 'ready' &&
        loaded.value.versions.map(({ version, kind, at, by, acknowledged, changes }, index) => (
          <View key={version} className="hr-version" id={`version-${version}`}>
            <View className="hr-question-facts">
              <Text className="hr-question-number">{words.version(version)}</Text>
              {index === 0 && <Chip tone="accent">{words.now}</Chip>}
              <Text className="hr-quiet hr-tabular">
                {[words.kinds[kind], by, at === null ? null : whenText(at, now)].filter(Boolean).join(' · ')}
              </Text>
            </View>
            {acknowledged && <View className="hr-quiet">{words.acknowledged}</View>}
            <ChangeList id={`changes-${version}`} changes={changes} />
            {index > 0 && asked !== version && may('position.restore') && (
              <Action id={`restore-${version}`} kind="quiet" disabled={editor.dirty} onTap={() => setAsked(version)}>
                {words.restore}
              </Action>
            )}
            {asked === version && (
              <View>
                <View className="hr-save-concerns">{words.restoreAsk(version)}</View>
                {restoring.error && <CommandError error={restoring.error} safe={positionWords.saving.safe} />}
                <SheetActions
                  id="confirm-restore"
                  cancel={positionWords.saving.cancel}
                  confirm={words.restore}
                  busy={restoring.busy}
                  onCancel={() => setAsked(undefined)}
                  onConfirm={() => void restore(version)}
                />
              </View>
            )}
          </View>
        ))}
      {editor.dirty && <View className="hr-quiet">{words.unsaved}</View>}
      <View className="hr-stack">
        <Action block onTap={onClose}>
          {words.close}
        </Action>
      </View>
    </Sheet>
  );
}
