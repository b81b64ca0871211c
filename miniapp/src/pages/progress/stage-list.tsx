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
            {stage.reminded?.map((one) => (
              <Text key={`${one.minutes}`} className="stages__note">
                {remindedText(one)}
              </Text>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}

type Reminded = NonNullable<Stage['reminded']>[number];

/** One that HR asked for comes at any minute: long before its time the hour says enough. */
function lengthText(minutes: number): string {
  const words = copy.booking.stages;
  const rounded = minutes < 180 ? minutes : Math.round(minutes / 60) * 60;
  if (rounded % 1440 === 0 && rounded > 1440) return words.days(rounded / 1440);
  return rounded % 60 === 0 ? words.hours(rounded / 60) : words.minutes(rounded);
}

/** 「提前 24 小时的提醒：昨天 14:00 已发送」 */
function remindedText({ minutes, at, outcome }: Reminded): string {
  const words = copy.booking.stages;
  const before = words.before(lengthText(minutes));
  return outcome === 'due' ? words.due(before, whenText(at, serverTime.now())) : words[outcome](before);
}

function noteText(note: Stage['note']): string {
  const words = { ...copy.candidate.progress, ...copy.booking.stages, pickTime: copy.booking.stages.picking };
  return 'at' in note ? words[note.kind](whenText(note.at, serverTime.now())) : words[note.kind];
}
