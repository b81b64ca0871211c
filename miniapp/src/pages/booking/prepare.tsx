import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';
import { whenText } from '../../state/when.ts';
import { failedNames } from '../precheck/results.ts';

/** What is needed and how it goes, for who is still to come. */
export function Prepare({ view }: { view: InterviewView }) {
  const words = copy.booking.prepare;
  const invitation = copy.candidate.invitation;
  const { prechecked } = view;
  const asksFor = (...wanted: string[]) => view.questions.some(({ ways }) => ways.some((way) => wanted.includes(way)));
  const [open, setOpen] = useState<string>();
  return (
    <>
      <Card className="booking__card">
        <Text className="booking__title">{words.title}</Text>
        <Text className="booking__text">{invitation.deviceText}</Text>
        {asksFor('voice', 'video') ? <Text className="booking__text">{invitation.deviceVoice}</Text> : null}
        {asksFor('video') ? <Text className="booking__text">{invitation.deviceVideo}</Text> : null}
        <View className="booking__pair">
          <Action id="precheck" block onTap={() => go.precheck(view.interviewId)}>
            {words.precheck}
          </Action>
          <Action id="guide" block onTap={() => go.guide()}>
            {words.guide}
          </Action>
        </View>
        {prechecked === null ? null : (
          <Text
            id="prechecked"
            className={`booking__hint ${prechecked.failed.length === 0 ? '' : 'booking__hint--amber'}`}
          >
            {prechecked.failed.length === 0
              ? copy.precheck.entryDone(whenText(prechecked.at, serverTime.now()))
              : copy.precheck.entryFailed(failedNames(copy, prechecked.failed))}
          </Text>
        )}
      </Card>
      <Card className="booking__card booking__faq">
        <Text className="booking__title">{words.faq}</Text>
        {words.questions.map(({ ask, answer }, n) => (
          <View key={ask} className="booking__question">
            <Tap
              id={`faq-${n + 1}`}
              className="booking__ask"
              pressed="booking__ask--pressed"
              onTap={() => setOpen(open === ask ? undefined : ask)}
            >
              <Text className="booking__ask-text">{ask}</Text>
              <View className={`booking__fold ${open === ask ? 'booking__fold--open' : ''}`} />
            </Tap>
            {open === ask ? <Text className="booking__answer">{answer}</Text> : null}
          </View>
        ))}
      </Card>
    </>
  );
}
