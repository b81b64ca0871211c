import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { AskSheet } from '../../components/ask-sheet.tsx';
import { Card } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';
import { Threads } from './threads.tsx';
import { type Wish, wishesOf } from './wishes.ts';

/** What was asked of HR, and what can be asked. */
export function Asked({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.candidate.progress.ask;
  const wishes = wishesOf(copy, view);
  const [asking, setAsking] = useState<Wish>();
  const [open, setOpen] = useState(false);
  return (
    <>
      {view.tickets.length === 0 ? null : <Threads view={view} onChanged={onChanged} />}
      {wishes.length === 0 ? null : (
        <Card className="progress__card progress__wishes">
          <Text className="progress__title">{words.title}</Text>
          {wishes.map((wish) => (
            <Tap
              key={wish.id}
              id={`ask-${wish.id}`}
              className="progress__wish"
              pressed="progress__wish--pressed"
              onTap={() => {
                setAsking(wish);
                setOpen(true);
              }}
            >
              <Text className="progress__wish-words">{wish.words}</Text>
              <View className="progress__arrow" />
            </Tap>
          ))}
        </Card>
      )}
      {asking === undefined ? null : (
        <AskSheet
          key={asking.id}
          open={open}
          interviewId={view.interviewId}
          kind={asking.kind}
          title={asking.words}
          text={asking.text}
          reasons={asking.reasons}
          onClose={() => setOpen(false)}
          onSent={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}
