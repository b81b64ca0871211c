import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call, serverTime } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import { standingOf } from '../../state/appointed.ts';
import { go } from '../../state/go.ts';
import { handOver } from '../../state/handover.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { timeText } from '../../state/time-text.ts';
import { whenText } from '../../state/when.ts';

/** Whose turn it is, by when, and the one thing to do. */
export function NextStep({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.candidate.progress;
  const enters = view.status === 'invited' || view.status === 'scheduled';
  // Where the opening was filled meanwhile there is nothing to begin.
  const mine = (enters && view.hiring.closure === null) || view.status === 'in_progress';
  const again = view.status === 'incomplete' && view.canRestart;
  const theirs = view.status === 'submitted' || view.status === 'evaluated';
  const over = view.status === 'no_show' || view.status === 'incomplete';
  const standing = standingOf(view);
  const { entry } = copy.booking;
  const turn = turnOf(view, mine || again || isAsked(view));
  return (
    <Card className="progress__card">
      <View className="progress__row">
        <Text className="progress__name">{words.turn}</Text>
        <Text id="turn">{words[turn]}</Text>
      </View>
      {mine ? (
        <View className="progress__row">
          <Text className="progress__name">{words.by}</Text>
          <Text id="by" className="progress__when">
            {timeText(view, serverTime.now())}
          </Text>
        </View>
      ) : null}
      {view.answeredIds.length > 0 || theirs ? (
        <View className="progress__row">
          <Text className="progress__name">{copy.candidate.invitation.questions}</Text>
          <Text>{(theirs ? words.answered : words.finished)(view.answeredIds.length, view.questions.length)}</Text>
        </View>
      ) : null}
      {view.status === 'in_progress' ? (
        <Action id="continue" kind="primary" block onTap={() => go.interview(view.interviewId)}>
          {words.continue}
        </Action>
      ) : mine ? (
        <Action
          id="begin"
          kind="primary"
          block
          onTap={() => (standing === 'invited' ? go.invitation : go.booking)(view.interviewId)}
        >
          {standing === 'pick' ? entry.book : standing === 'booked' ? entry.see : words.begin}
        </Action>
      ) : again ? (
        <>
          <Text className="progress__text">{words.againBefore(whenText(view.deadlineAt, serverTime.now()))}</Text>
          <Again view={view} onChanged={onChanged} />
        </>
      ) : standing === 'missed' ? (
        <Action id="explain" kind="primary" block onTap={() => go.booking(view.interviewId)}>
          {entry.explain}
        </Action>
      ) : over && turn === 'turnYou' ? (
        <Text className="progress__text">{words.turnAsk}</Text>
      ) : null}
    </Card>
  );
}

/** An invitation, an offer or a filled opening waits for the candidate's answer. */
const isAsked = ({ hiring: { meeting, offer, closure } }: InterviewView): boolean =>
  meeting?.answer === null || offer?.answer === null || closure?.choice === null;

function turnOf({ status, stage, tickets }: InterviewView, mine: boolean) {
  if (mine) return 'turnYou';
  if (status === 'evaluated' && (stage === 'talent_pool' || stage === 'rejected')) return 'turnNobody';
  if (tickets.some(({ closedAt }) => closedAt === null)) return 'turnThem';
  return status === 'no_show' || status === 'incomplete' ? 'turnYou' : 'turnThem';
}

function Again({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.candidate.progress;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operation = useRef(newOperationId());

  async function restart() {
    setBusy(true);
    const { interviewId } = view;
    const input = { operationId: operation.current, choice: 'restart' as const };
    const answer = await retrying(() => call('interview.resume', { params: { interviewId }, input }));
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return onChanged();
    }
    handOver({ interviewId, attempt: answer.value.attempt, epoch: answer.value.epoch });
    go.instead.interview(interviewId);
  }

  return (
    <>
      <Action id="again" block onTap={() => setAsking(true)}>
        {words.again}
      </Action>
      <Sheet id="again-sheet" open={asking} title={words.againTitle} onClose={() => setAsking(false)}>
        <View className="progress__sheet">
          <Text className="progress__text">{words.againText(view.attemptsLeft)}</Text>
          {error === undefined ? null : <Text className="progress__pending">{sentenceOf(error)}</Text>}
          <Action id="confirm-again" kind="primary" block busy={busy} onTap={() => void restart()}>
            {words.againYes}
          </Action>
          <Action block onTap={() => setAsking(false)}>
            {copy.candidate.menu.cancel}
          </Action>
        </View>
      </Sheet>
    </>
  );
}
