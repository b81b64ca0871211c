import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract/operations.ts';
import { serverTime } from '../api/call.ts';
import { copy } from '../copy.ts';
import { endings } from '../state/device.ts';
import { go } from '../state/go.ts';
import { cardTimeText } from '../state/time-text.ts';
import { Action } from './action.tsx';
import { Card, StatusChip } from './card.tsx';
import './interview-card.scss';

export type InterviewCardData = Output<'interview.list'>['interviews'][number];

/** One interview: what it is, where it stands, and the one thing to do next. */
export function InterviewCard({ interview }: { interview: InterviewCardData }) {
  const words = copy.candidate.home;
  const { interviewId, status } = interview;
  const open = status === 'invited' || status === 'scheduled' || status === 'in_progress';
  const pending = endings.isPending(interviewId);
  const picks = status === 'invited' && interview.bookingAsked;
  return (
    <Card id={`interview-${interviewId}`} className="interview-card">
      <View className="interview-card__head">
        <View className="interview-card__names">
          <Text className="interview-card__position">{interview.position}</Text>
          <Text className="interview-card__company">
            {interview.company} · {interview.department}
          </Text>
        </View>
        <StatusChip status={status} />
      </View>
      <Text className="interview-card__hint">
        {pending ? words.pendingEnd : picks ? words.hintPick : words.hint[status]}
      </Text>
      {open && !pending ? (
        <Text className="interview-card__when">{cardTimeText(interview, serverTime.now())}</Text>
      ) : null}
      <Action kind={open || status === 'no_show' ? 'primary' : 'plain'} block onTap={() => openInterview(interview)}>
        {picks ? words.nextPick : words.next[status]}
      </Action>
    </Card>
  );
}

function openInterview({ interviewId, status }: InterviewCardData): void {
  if (status === 'in_progress') go.interview(interviewId);
  else if (status === 'invited') go.invitation(interviewId);
  else if (status === 'scheduled' || status === 'no_show') go.booking(interviewId);
  else go.progress(interviewId);
}
