import { View } from '@tarojs/components';
import { changesBetween } from '#shared/organisation/position/changes.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { serverTime } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { whenText } from '../../../state/when.ts';
import { CommandError } from '../../components/states.tsx';
import { positionWords } from '../../words.ts';
import { ChangeList } from './change-list.tsx';
import type { Editor, PositionView } from './use-editor.ts';

const words = positionWords.conflict;

/** Somebody saved first: both are there, and a person chooses. */
export function ConflictSheet({ editor, theirs }: { editor: Editor; theirs: PositionView }) {
  const { by, at, version } = theirs.made;
  const { saving } = editor;
  return (
    <Sheet open id="conflict-sheet" title={words.title} onClose={editor.closeConflict}>
      <View id="conflict-who">{words.who(by ?? '', at === null ? '' : whenText(at, serverTime.now()), version)}</View>
      <View className="hr-heading">{words.differences}</View>
      <ChangeList
        id="conflict-changes"
        changes={editor.merged ? changesBetween(draftOf(theirs.position), editor.merged) : []}
      />
      {saving.error && saving.error.kind !== 'refused' && (
        <CommandError error={saving.error} safe={positionWords.saving.safe} />
      )}
      <View className="hr-stack">
        <Action id="keep-mine" kind="primary" block busy={saving.busy} onTap={() => void editor.keepMine()}>
          {words.mine}
        </Action>
        <View className="hr-quiet">{words.mineText}</View>
        <Action id="take-theirs" block onTap={editor.takeTheirs}>
          {words.theirs}
        </Action>
      </View>
    </Sheet>
  );
}
