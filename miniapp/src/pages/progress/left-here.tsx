import { Text, View } from '@tarojs/components';
import { useReducer } from 'react';
import { AsideCard } from '../../components/aside-card.tsx';
import { copy } from '../../copy.ts';
import { journal } from '../../state/device.ts';
import { leftHere } from '../../state/over.ts';
import type { InterviewView } from '../../state/room.ts';

const working: InterviewView['status'][] = ['invited', 'scheduled', 'in_progress'];

/** What of this interview never left the device, once it is over: kept until the person puts it away. */
export function LeftHere({ view }: { view: InterviewView }) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const { interviewId, attempt, questions } = view;
  const left = working.includes(view.status) ? [] : leftHere(view, (id) => journal.read(interviewId, attempt, id));
  if (left.length === 0) return null;
  const words = copy.candidate.over;
  return (
    <View id="left-here" className="progress__left">
      <Text className="progress__text">{words.left}</Text>
      {left.map((aside) => (
        <AsideCard
          key={aside.questionId}
          aside={aside}
          number={questions.findIndex(({ id }) => id === aside.questionId) + 1}
          dismiss={words.discard}
          onDismiss={() => {
            journal.drop(interviewId, attempt, aside.questionId);
            redraw();
          }}
        />
      ))}
    </View>
  );
}
