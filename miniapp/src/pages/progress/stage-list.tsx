import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { copy } from '../../copy.ts';
import type { Stage } from '../../state/stages.ts';
import { whenText } from '../../state/when.ts';

export function StageList({ stages }: { stages: Stage[] }) {
  const words = copy.candidate.progress;
  const told = { done: words.stageDone, now: words.stageNow, next: words.stageNext, missed: '', none: '' };
  return (
    <View id="stage-list" className="stages" {...aria({ role: 'list' })}>
      {stages.map((stage) => (
        <View key={stage.name} className={`stages__one stages__one--${stage.state}`} {...aria({ role: 'listitem' })}>
          <View className="stages__rail">
            <View className="stages__dot" />
          </View>
          <View className="stages__words">
            <Text className="stages__name">{words.stages[stage.name]}</Text>
            <Text className="stages__state">{told[stage.state]}</Text>
            <Text className="stages__note">{noteText(stage.note)}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

function noteText(note: Stage['note']): string {
  const words = copy.candidate.progress;
  return 'at' in note ? words[note.kind](whenText(note.at, serverTime.now())) : words[note.kind];
}
