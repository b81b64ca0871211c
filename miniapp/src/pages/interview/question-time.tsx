import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { lengthText } from '../../state/bubble-text.ts';
import type { QuestionTime } from '../../state/question-clock.ts';

const soonSeconds = 30;

/** How long there is for this question, in quiet type. */
export function TimeLeft({ time, paused }: { time: QuestionTime; paused: boolean }) {
  if (time.phase !== 'answering') return null;
  const words = copy.room.time;
  const soon = time.left <= soonSeconds && !paused;
  return (
    <Text id="question-time" className={`question-time ${soon ? 'question-time--soon' : ''}`}>
      {paused ? words.paused : time.left > 0 ? words.left(lengthText(Math.ceil(time.left))) : words.over}
    </Text>
  );
}

/** Time to think, in the place where the answer will be given. */
export function Preparing({ left, onBegin }: { left: number; onBegin: () => void }) {
  const words = copy.room.time;
  return (
    <View id="preparing" className="composer preparing">
      <Text className="preparing__left" {...aria({ role: 'timer' })}>
        {words.preparing(lengthText(Math.ceil(left)))}
      </Text>
      <Text className="preparing__text">{words.prepareText}</Text>
      <Action id="begin-answer" kind="primary" block onTap={onBegin}>
        {words.begin}
      </Action>
    </View>
  );
}
