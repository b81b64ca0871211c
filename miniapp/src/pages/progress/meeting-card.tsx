import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { addToCalendar } from '#platform/calendar.ts';
import { limits } from '#shared/limits.ts';
import { call, serverTime } from '../../api/call.ts';
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

type Meeting = NonNullable<InterviewView['hiring']['meeting']>;
type Answer = { answer: 'confirmed' | 'cannot'; words?: string };
type Props = { view: InterviewView; meeting: Meeting; onChanged: () => void };

/** An hour before, as the last reminder. */
const remindBefore = 60;

/** The next interview: when, where, with what; the candidate comes or says that they cannot. */
export function MeetingCard({ view, meeting, onChanged }: Props) {
  const words = copy.hiring.meeting;
  const { interviewId } = view;
  const round = copy.hiring.round[meeting.round];
  const [refusing, setRefusing] = useState(false);
  const { answer, error, isBusy } = useAnswer<Answer>(
    (given, operationId) =>
      call('booking.answerMeeting', {
        params: { interviewId },
        input: { operationId, since: meeting.since, ...given },
      }),
    () => {
      setRefusing(false);
      onChanged();
    },
  );
  const over = serverTime.now() >= Date.parse(meeting.startsAt);
  const said = meeting.answer?.is;
  return (
    <Card id="meeting" className="progress__card">
      <Text className="progress__title">{words.title(round)}</Text>
      <FactRows
        rows={[
          { id: 'meeting-time', name: words.time, value: meeting.text, strong: true },
          { id: 'meeting-place', name: words.place, value: meeting.place },
          { id: 'meeting-material', name: words.material, value: meeting.material || words.nothing },
        ]}
      />
      {said === 'confirmed' && <Stands id="meeting-confirmed" title={words.confirmed} text={words.confirmedText} />}
      {said === 'cannot' && <Stands id="meeting-declined" title={words.declined} text={words.declinedText} />}
      {error === undefined || refusing ? null : <Text className="hiring__trouble">{sentenceOf(error)}</Text>}
      {over ? (
        <Text className="progress__text">{words.over}</Text>
      ) : (
        <View className="hiring__pair">
          {said === 'confirmed' ? null : (
            <Action
              id="meeting-confirm"
              kind={said === undefined ? 'primary' : 'plain'}
              block
              busy={isBusy && !refusing}
              onTap={() => void answer({ answer: 'confirmed' })}
            >
              {said === undefined ? words.confirm : words.changeBack}
            </Action>
          )}
          {said === 'cannot' ? null : (
            <Action id="meeting-cannot" block disabled={isBusy} onTap={() => setRefusing(true)}>
              {said === undefined ? words.cannot : words.change}
            </Action>
          )}
          {said === 'cannot' ? null : <CalendarTap view={view} meeting={meeting} />}
        </View>
      )}
      <CannotSheet
        open={refusing}
        busy={isBusy}
        trouble={error === undefined ? '' : sentenceOf(error)}
        onSend={(text) => void answer({ answer: 'cannot', ...(text !== '' && { words: text }) })}
        onClose={() => setRefusing(false)}
      />
    </Card>
  );
}

type SheetProps = { open: boolean; busy: boolean; trouble: string; onSend(text: string): void; onClose(): void };

function CannotSheet({ open, busy, trouble, onSend, onClose }: SheetProps) {
  const words = copy.hiring.meeting;
  const text = useRef('');
  return (
    <Sheet id="meeting-cannot-sheet" open={open} title={words.ask} onClose={onClose}>
      <View className="hiring__sheet">
        <Text className="progress__text">{words.askText}</Text>
        <Paragraph
          id="meeting-words"
          label={words.words}
          placeholder={words.words}
          most={limits.ticketCharacters}
          onText={(value) => {
            text.current = value;
          }}
        />
        {trouble === '' ? null : <Text className="hiring__trouble">{trouble}</Text>}
        <Action id="meeting-cannot-send" kind="primary" block busy={busy} onTap={() => onSend(text.current.trim())}>
          {words.send}
        </Action>
        <Action kind="quiet" block onTap={onClose}>
          {words.back}
        </Action>
      </View>
    </Sheet>
  );
}

function CalendarTap({ view, meeting }: { view: InterviewView; meeting: Meeting }) {
  const words = copy.hiring.meeting;
  const [state, setState] = useState<Awaited<ReturnType<typeof addToCalendar>>>();
  const { interviewId } = view;
  async function add() {
    const entry = {
      title: words.entry(view.company, view.position, copy.hiring.round[meeting.round]),
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      description: meeting.place,
      remindBefore,
    };
    setState(
      await addToCalendar(entry, async () => {
        const got = await call('booking.calendar', { params: { interviewId } });
        return got.ok ? got.value.ics : undefined;
      }),
    );
  }
  return (
    <Action id="meeting-calendar" kind="quiet" block onTap={() => void add()}>
      {state === 'added' || state === 'downloaded' ? words.inCalendar : words.calendar}
    </Action>
  );
}
