import { View } from '@tarojs/components';
import { useState } from 'react';
import { isImproper } from '#shared/organisation/position/lint.ts';
import { Check } from '../../../components/check.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError } from '../../components/states.tsx';
import { positionWords } from '../../words.ts';
import { ChangeList } from './change-list.tsx';
import { findingText } from './notes.tsx';
import type { Editor } from './use-editor.ts';

type Props = { editor: Editor; underway: number; onDone(): void; onClose(): void };

const words = positionWords.saving;

/** What changes and whom it concerns, before it is saved. */
export function SaveSheet({ editor, underway, onDone, onClose }: Props) {
  const { saving, changes, findings } = editor;
  const improper = isImproper(findings);
  const [acknowledged, setAcknowledged] = useState(false);
  const save = async () => {
    await editor.save(acknowledged);
    onDone();
  };
  return (
    <Sheet open id="save-sheet" title={words.title} onClose={onClose}>
      <ChangeList id="save-changes" changes={changes} />
      <View id="save-concerns" className="hr-save-concerns">
        {words.concerns(underway)}
      </View>
      {findings.map((one) => (
        <View key={`${one.code}-${one.place}-${one.index}`} className={`hr-finding hr-finding-${one.level}`}>
          {findingText(one)}
        </View>
      ))}
      {improper && (
        <Check id="acknowledge" checked={acknowledged} hint={words.acknowledged} onChange={setAcknowledged}>
          {words.acknowledge}
        </Check>
      )}
      {saving.error && <CommandError error={saving.error} safe={words.safe} />}
      <SheetActions
        id="confirm-save"
        cancel={words.cancel}
        confirm={words.confirm}
        busy={saving.busy}
        disabled={improper && !acknowledged}
        onCancel={onClose}
        onConfirm={() => void save()}
      />
    </Sheet>
  );
}
