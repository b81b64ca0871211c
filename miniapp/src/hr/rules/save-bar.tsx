import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { CommandError } from '../components/states.tsx';
import { ruleWords } from '../words.ts';
import type { RulesModel } from './use-rules.ts';

/** Stands below: whether anything is changed, and the two ways on. */
export function SaveBar({ model, wrong }: { model: RulesModel; wrong: boolean }) {
  const words = ruleWords.editor;
  const { dirty, saving, saveError, savedVersion } = model;
  if (!dirty && savedVersion === undefined) return null;
  const says = wrong ? words.wrong : dirty ? words.dirty : words.savedNow(savedVersion ?? 0);
  return (
    <View className="hr-save-bar" id="save-bar">
      {saveError && <CommandError error={saveError} safe={words.saveSafe} />}
      <View className="hr-save-row">
        <View
          className={wrong ? 'hr-save-says hr-value-said' : 'hr-save-says'}
          id="save-says"
          {...aria({ role: 'status' })}
        >
          {says}
        </View>
        {dirty && (
          <>
            <Action id="discard" kind="quiet" disabled={saving} onTap={model.discard}>
              {words.discard}
            </Action>
            <Action
              id="save-rules"
              kind="primary"
              busy={saving}
              disabled={wrong || model.draft?.rules.length === 0}
              onTap={() => void model.save()}
            >
              {saving ? words.saving : words.save}
            </Action>
          </>
        )}
      </View>
    </View>
  );
}
