import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { settingsWords } from '../words.ts';
import { changesBetween, onTopOf, ownOf } from './draft.ts';
import { changeText } from './setting-text.ts';
import type { SettingsModel } from './use-settings.ts';

const words = settingsWords.saving;

/** Below, while something is not saved or was saved just now. */
export function SaveBar({ model }: { model: SettingsModel }) {
  const { dirty, changes, contactChanged, wrong, saving, said, mayUndo } = model;
  const [asked, setAsked] = useState(false);
  if (!dirty && wrong === 0 && said === undefined) return null;
  const count = changes.length + (contactChanged ? 1 : 0);
  const unsaved = dirty || wrong > 0;
  return (
    <View className="hr-save-bar" id="save-bar">
      <View className="hr-save-row">
        <View className="hr-save-says" {...aria({ role: 'status' })}>
          <Text id="save-says">
            {wrong > 0
              ? words.wrong(wrong)
              : dirty
                ? words.dirty(count)
                : said === 'undone'
                  ? words.undone
                  : words.saved}
          </Text>
          {unsaved && <Text className="hr-save-kept">{words.kept}</Text>}
        </View>
        {unsaved && (
          <>
            <Action id="discard" kind="quiet" onTap={model.discard}>
              {words.discard}
            </Action>
            <Action id="save-settings" kind="primary" disabled={wrong > 0} onTap={() => setAsked(true)}>
              {words.save}
            </Action>
          </>
        )}
        {!unsaved && mayUndo && (
          <Action id="undo-save" busy={saving.busy} onTap={() => void model.undo()}>
            {words.undo}
          </Action>
        )}
      </View>
      {!asked && saving.error && saving.error.kind !== 'refused' && (
        <CommandError error={saving.error} safe={words.safe} />
      )}
      <Sheet id="save-sheet" open={asked} title={words.title} onClose={() => setAsked(false)}>
        <View id="save-changes">
          {changes.map((change) => (
            <View key={change.name} className="hr-set-change">
              {changeText(change)}
            </View>
          ))}
          {contactChanged && <View className="hr-set-change">{settingsWords.contact.title}</View>}
        </View>
        <View className="hr-set-concerns">{words.concerns}</View>
        {saving.error && <CommandError error={saving.error} safe={words.safe} />}
        <SheetActions
          id="confirm-save"
          cancel={words.back}
          confirm={saving.busy ? words.saving : words.save}
          busy={saving.busy}
          onCancel={() => setAsked(false)}
          onConfirm={() => void model.save().then((done) => done && setAsked(false))}
        />
      </Sheet>
      {model.theirs && <Conflict model={model} theirs={model.theirs} onDone={() => setAsked(false)} />}
    </View>
  );
}

type ConflictProps = { model: SettingsModel; theirs: NonNullable<SettingsModel['theirs']>; onDone(): void };

/** Somebody saved first: what is different, and whose stays. */
function Conflict({ model, theirs, onDone }: ConflictProps) {
  const { conflict } = settingsWords;
  const { editing } = model;
  if (editing === undefined) return null;
  const mine = onTopOf(theirs, editing.base, editing.draft);
  return (
    <Sheet open id="conflict-sheet" title={conflict.title} onClose={model.closeConflict}>
      <View className="hr-fact">{conflict.text}</View>
      <View id="conflict-changes">
        {changesBetween(theirs.defaults, ownOf(theirs), mine.own).map((change) => (
          <View key={change.name} className="hr-set-change">
            {changeText(change)}
          </View>
        ))}
      </View>
      <View className="hr-stack">
        <Action
          id="keep-mine"
          kind="primary"
          block
          busy={model.saving.busy}
          onTap={() => {
            onDone();
            void model.keepMine();
          }}
        >
          {conflict.mine}
        </Action>
        <Action
          id="take-theirs"
          block
          onTap={() => {
            onDone();
            model.takeTheirs();
          }}
        >
          {conflict.theirs}
        </Action>
      </View>
    </Sheet>
  );
}
