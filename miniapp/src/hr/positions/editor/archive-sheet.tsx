import { View } from '@tarojs/components';
import { Sheet } from '../../../components/sheet.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError } from '../../components/states.tsx';
import { positionWords } from '../../words.ts';
import type { Editor } from './use-editor.ts';

const words = positionWords.archiving;

export function ArchiveSheet({ editor, archived, onClose }: { editor: Editor; archived: boolean; onClose(): void }) {
  const { archiving } = editor;
  async function change() {
    const answer = await archiving.run(String(!archived));
    if (!answer.ok) return;
    editor.show(answer.value);
    onClose();
  }
  const title = archived ? positionWords.editor.reopen : positionWords.editor.archive;
  return (
    <Sheet open id="archive-sheet" title={title} onClose={onClose}>
      {!archived && <View className="hr-quiet">{words.ask}</View>}
      {editor.dirty && <View className="hr-save-concerns">{positionWords.history.unsaved}</View>}
      {archiving.error && <CommandError error={archiving.error} safe={positionWords.saving.safe} />}
      <SheetActions
        id="confirm-archive"
        cancel={words.cancel}
        confirm={archived ? positionWords.editor.reopen : words.confirm}
        busy={archiving.busy}
        disabled={editor.dirty}
        onCancel={onClose}
        onConfirm={() => void change()}
      />
    </Sheet>
  );
}
