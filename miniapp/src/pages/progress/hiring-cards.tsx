import { Text, View } from '@tarojs/components';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { Stands } from './fact-rows.tsx';
import { MeetingCard } from './meeting-card.tsx';
import { OfferCard } from './offer-card.tsx';
import { useAnswer } from './use-answer.ts';
import './hiring.scss';

type Props = { view: InterviewView; onChanged: () => void };

/** What follows the AI interview, and what the candidate is asked there. */
export function HiringCards({ view, onChanged }: Props) {
  const { meeting, offer, joinedAt, closure } = view.hiring;
  if (view.status === 'cancelled') return null;
  const { joined } = copy.hiring;
  return (
    <>
      {closure === null ? null : <ClosureCard view={view} choice={closure.choice} onChanged={onChanged} />}
      {joinedAt === null ? null : (
        <Card className="progress__card">
          <Stands id="joined" title={joined.title} text={joined.text} />
        </Card>
      )}
      {offer === null ? null : <OfferCard key={offer.since} view={view} offer={offer} onChanged={onChanged} />}
      {meeting === null ? null : (
        <MeetingCard key={meeting.since} view={view} meeting={meeting} onChanged={onChanged} />
      )}
    </>
  );
}

type Choice = NonNullable<InterviewView['hiring']['closure']>['choice'];

/** The opening was filled while this person was on the way: one tap into the pool, or wait. */
function ClosureCard({ view, choice, onChanged }: Props & { choice: Choice }) {
  const words = copy.hiring.closure;
  const { interviewId } = view;
  const { answer, error, isBusy } = useAnswer<'pool' | 'wait'>(
    (given, operationId) =>
      call('booking.answerClosure', { params: { interviewId }, input: { operationId, choice: given } }),
    onChanged,
  );
  const said = choice === 'pool' ? words.pooled : choice === 'wait' ? words.waiting : undefined;
  return (
    <Card id="closure" className="progress__card">
      <Text className="progress__title">{words.title}</Text>
      <Text id="closure-said" className="progress__text">
        {said ?? words.text}
      </Text>
      {error === undefined ? null : <Text className="hiring__trouble">{sentenceOf(error)}</Text>}
      <View className="hiring__pair">
        {choice === 'pool' ? null : (
          <Action
            id="closure-pool"
            kind={choice === null ? 'primary' : 'plain'}
            block
            busy={isBusy}
            onTap={() => void answer('pool')}
          >
            {words.pool}
          </Action>
        )}
        {choice === 'wait' ? null : (
          <Action id="closure-wait" block disabled={isBusy} onTap={() => void answer('wait')}>
            {words.wait}
          </Action>
        )}
      </View>
    </Card>
  );
}
