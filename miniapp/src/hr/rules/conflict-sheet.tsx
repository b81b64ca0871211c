import { View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Changes } from '../components/changes.tsx';
import { ruleWords } from '../words.ts';
import { type Draft, draftOf, type RulesView } from './draft.ts';
import { draftText } from './sentence.ts';

type Props = { theirs: RulesView; mine: Draft; onKeep(): void; onTake(): void; onClose(): void };

/** Somebody else was first: both are shown, and nothing is lost before a person chooses. */
export function ConflictSheet({ theirs, mine, onKeep, onTake, onClose }: Props) {
  const words = ruleWords.editor;
  return (
    <Sheet open id="conflict-sheet" title={words.conflictTitle} onClose={onClose}>
      <View className="hr-rule-hint">
        {words.conflictText(theirs.savedBy ?? words.somebody, theirs.ruleSet.version)}
      </View>
      <Changes
        before={draftText(ruleWords, draftOf(theirs))}
        after={draftText(ruleWords, mine)}
        names={[words.theirs, words.mine]}
      />
      <View className="hr-sheet-stack">
        <Action block id="keep-mine" kind="primary" onTap={onKeep}>
          {words.keepMine}
        </Action>
        <Action block id="take-theirs" onTap={onTake}>
          {words.takeTheirs}
        </Action>
      </View>
    </Sheet>
  );
}
