import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { copy } from '../../copy.ts';
import type { Branch } from '../../state/stages.ts';
import { whenText } from '../../state/when.ts';

/** 未参加处理: what was done about an interview nobody came to, and what is open to the candidate. */
export function BranchList({ branch }: { branch: Branch }) {
  const words = copy.candidate.progress;
  const { stages } = copy.booking;
  const told = {
    undelivered: stages.notReminded,
    unneeded: stages.noReminder,
    reason: stages.asking,
    waiting: stages.waiting,
    picking: stages.picking,
    none: words.branchNext,
  };
  return (
    <View id="no-show-branch" className="stages stages--branch" {...aria({ role: 'list', label: words.branch })}>
      <Text className="stages__branch-name">{words.branch}</Text>
      {branch.map(({ kind, state, note }) => (
        <View key={kind} className={`stages__one stages__one--${state}`} {...aria({ role: 'listitem' })}>
          <View className="stages__rail">
            <View className="stages__dot" />
          </View>
          <View className="stages__words">
            <Text className="stages__name">{words.branchSteps[kind]}</Text>
            <Text className="stages__state">
              {note.kind === 'at' ? whenText(note.at, serverTime.now()) : told[note.kind]}
            </Text>
          </View>
        </View>
      ))}
    </View>
  );
}
