import { Text } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { addToCalendar } from '#platform/calendar.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import type { Appointment } from '../../state/appointed.ts';
import type { InterviewView } from '../../state/room.ts';

type State = Awaited<ReturnType<typeof addToCalendar>>;

/** An hour before: as the last reminder for those who pre-check then. */
const remindBefore = 60;

export function CalendarAction({ view, appointment }: { view: InterviewView; appointment: Appointment }) {
  const words = copy.booking.booked;
  const [state, setState] = useState<State>();
  const { interviewId } = view;

  async function add() {
    const entry = {
      title: words.entry(view.company, view.position),
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      description: words.help(view.contact.phone),
      remindBefore,
    };
    setState(await addToCalendar(entry, file));
  }

  /** The server's: the same entry again replaces the old one in the person's calendar. */
  async function file() {
    const got = await call('booking.calendar', { params: { interviewId } });
    return got.ok ? got.value.ics : undefined;
  }

  return (
    <>
      <Action id="calendar" block onTap={() => void add()}>
        {state === 'added' ? words.inCalendar : words.calendar}
      </Action>
      {state === undefined || state === 'added' || state === 'cancelled' ? null : (
        <Text id="calendar-said" className="booking__hint" {...aria({ role: 'status' })}>
          {state === 'downloaded' ? words.downloaded : words.calendarTrouble[state]}
        </Text>
      )}
    </>
  );
}
