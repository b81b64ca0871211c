import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { copy } from '../../copy.ts';
import type { Branch } from '../../state/stages.ts';
import { whenText } from '../../state/when.ts';

/** 未参加处理: what was done about an interview nobody came to, and what is open to the candidate. */
export function BranchList({ branch }: { branch: Branch }) {
  const words = copy.candidate.progress;
  const told = { done: words.stageDone, now: words.stageNow, next: words.branchNext };
  return (
    <View id="no-show-branch" className="stages stages--branch" {...aria({ role: 'list', label: words.branch })}>
      <Text className="stages__branch-name">{words.branch}</Text>
      {branch.map(({ kind, state, at }) => (
        <View key={kind} className={`stages__one stages__one--${state}`} {...aria({ role: 'listitem' })}>
          <View className="stages__rail">
            <View className="stages__dot" />
          </View>
          <View className="stages__words">
            <Text className="stages__name">{words.branchSteps[kind]}</Text>
            <Text className="stages__state">{at === null ? told[state] : whenText(at, serverTime.now())}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
