import { View } from '@tarojs/components';
import { AsideCard } from '../../components/aside-card.tsx';
import type { Aside } from '../../state/asides.ts';
import type { InterviewView } from '../../state/room.ts';
import type { Sitting } from '../../state/sitting.ts';
import { BrokenCard } from './broken-card.tsx';
import { Question } from './question.tsx';
import type { Playback } from './use-playing.ts';

type Props = {
  sitting: Sitting;
  playback: Playback;
  recognition: boolean;
  question: InterviewView['questions'][number];
  number: number;
  active: boolean;
  thinking: boolean;
  note: string | undefined;
  beside: Aside[];
  onAnswer: () => void;
  onTakenBack: () => void;
};

/** A question, what was said to it, and what of it waits to be kept or put away. */
export function Turn({ sitting, question, beside, onTakenBack, ...shown }: Props) {
  const { room, recordings } = sitting;
  const { id } = question;
  return (
    <View className="room__turn">
      <Question
        {...shown}
        sitting={sitting}
        question={question}
        content={room.content(id)}
        save={room.saveState(id)}
        onTakeBack={(at) => {
          room.takeBack(id, at);
          onTakenBack();
        }}
      />
      {sitting
        .broken()
        .filter((clip) => clip.questionId === id)
        .map((clip) => (
          <BrokenCard
            key={clip.clipId}
            clip={clip}
            onKeep={() => void recordings.adopt(clip)}
            onDrop={() => recordings.discard(clip.clipId)}
          />
        ))}
      {beside.map((aside) => (
        <AsideCard
          key={`${aside.questionId}-${aside.here}-${aside.attempt}`}
          aside={aside}
          onDismiss={() => room.dismiss(aside)}
        />
      ))}
    </View>
  );
}
