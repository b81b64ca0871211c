import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../../components/action.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { positionWords } from '../../words.ts';
import { findingText } from './notes.tsx';
import type { Editor } from './use-editor.ts';

const words = positionWords.editor;

/** Stands below while there is something to say: what was deleted, what is not saved, what was saved. */
export function SaveBar({ editor, wrong, onSave }: { editor: Editor; wrong: boolean; onSave(): void }) {
  const { dirty, changes, findings, removed, savedVersion } = editor;
  const [asked, setAsked] = useState(false);
  if (!dirty && savedVersion === undefined) return null;
  const errors = findings.filter(({ level }) => level === 'error');
  const first = errors[0];
  const says = dirty ? words.changed(changes.length) : words.saved(savedVersion ?? 0);
  return (
    <View className="hr-save-bar" id="save-bar">
      {removed !== undefined && (
        <View className="hr-save-row" id="removed">
          <Text className="hr-save-says">{words.removed(removed.what)}</Text>
          <Action id="undo-remove" kind="quiet" onTap={editor.undo}>
            {words.undo}
          </Action>
        </View>
      )}
      <View className="hr-save-row">
        <View className="hr-save-says" {...aria({ role: 'status' })}>
          <Text id="save-says">{wrong ? words.fix(errors.length) : says}</Text>
          {dirty && <Text className="hr-save-kept">{first ? findingText(first) : words.kept}</Text>}
        </View>
        {dirty && (
          <>
            <Action id="discard" kind="quiet" onTap={() => setAsked(true)}>
              {words.discard}
            </Action>
            <Action id="save-position" kind="primary" disabled={wrong} onTap={onSave}>
              {words.save}
            </Action>
          </>
        )}
      </View>
      {asked && (
        <Sheet open id="discard-sheet" title={words.discardAsk} onClose={() => setAsked(false)}>
          <SheetActions
            id="confirm-discard"
            cancel={words.leave.stay}
            confirm={words.discard}
            onCancel={() => setAsked(false)}
            onConfirm={() => {
              setAsked(false);
              editor.discard();
            }}
          />
        </Sheet>
      )}
    </View>
  );
}
