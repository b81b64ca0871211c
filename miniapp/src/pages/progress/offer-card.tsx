import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { limits } from '#shared/limits.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Paragraph } from '../../components/paragraph.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { FactRows, Stands } from './fact-rows.tsx';
import { useAnswer } from './use-answer.ts';
import './hiring.scss';

type Offer = NonNullable<InterviewView['hiring']['offer']>;
type Choice = 'accepted' | 'declined';

/** The offer and its answer; what follows from either is said before the tap that does it. */
export function OfferCard({ view, offer, onChanged }: { view: InterviewView; offer: Offer; onChanged: () => void }) {
  const words = copy.hiring.offer;
  const { interviewId } = view;
  const [asked, setAsked] = useState<Choice>();
  const text = useRef('');
  const { answer, error, isBusy } = useAnswer<{ answer: Choice; words?: string }>(
    (given, operationId) =>
      call('booking.answerOffer', { params: { interviewId }, input: { operationId, since: offer.since, ...given } }),
    () => {
      setAsked(undefined);
      onChanged();
    },
  );
  const ask = (choice: Choice) => {
    text.current = '';
    setAsked(choice);
  };
  const said = offer.answer;
  const accepts = asked === 'accepted';
  return (
    <Card id="offer" className="progress__card">
      <Text className="progress__title">{words.title}</Text>
      <FactRows
        rows={[
          { id: 'offer-until', name: words.until, value: said === null ? offer.untilText : '', strong: true },
          { id: 'offer-words', name: words.words, value: offer.words },
        ]}
      />
      {said === 'accepted' && <Stands id="offer-accepted" title={words.accepted} text={words.acceptedText} />}
      {said === 'declined' && <Stands id="offer-declined" title={words.declined} text={words.declinedText} />}
      {said === 'lapsed' && <Stands id="offer-lapsed" title={words.lapsed} text={words.lapsedText} />}
      {error === undefined || asked !== undefined ? null : <Text className="hiring__trouble">{sentenceOf(error)}</Text>}
      {said !== null ? null : (
        <View className="hiring__pair">
          <Action id="offer-accept" kind="primary" block onTap={() => ask('accepted')}>
            {words.accept}
          </Action>
          <Action id="offer-decline" block onTap={() => ask('declined')}>
            {words.decline}
          </Action>
        </View>
      )}
      <Sheet
        id="offer-sheet"
        open={asked !== undefined}
        title={accepts ? words.askAccept : words.askDecline}
        onClose={() => setAsked(undefined)}
      >
        <View className="hiring__sheet">
          <Text className="progress__text">{accepts ? words.askAcceptText : words.askDeclineText}</Text>
          {accepts ? null : (
            <Paragraph
              id="offer-reason"
              label={words.reason}
              placeholder={words.reason}
              most={limits.ticketCharacters}
              onText={(value) => {
                text.current = value;
              }}
            />
          )}
          {error === undefined ? null : <Text className="hiring__trouble">{sentenceOf(error)}</Text>}
          <Action
            id="offer-confirm"
            kind={accepts ? 'primary' : 'danger'}
            block
            busy={isBusy}
            onTap={() => {
              const reason = text.current.trim();
              if (asked !== undefined) void answer({ answer: asked, ...(reason !== '' && { words: reason }) });
            }}
          >
            {accepts ? words.accept : words.decline}
          </Action>
          <Action kind="quiet" block onTap={() => setAsked(undefined)}>
            {copy.hiring.meeting.back}
          </Action>
        </View>
      </Sheet>
    </Card>
  );
}
