import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { type Appointment, phaseOf } from '../../state/appointed.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useNow } from '../../state/use-now.ts';
import { CalendarAction } from './calendar-action.tsx';
import { CannotSheet } from './cannot-sheet.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { When } from './when.tsx';

type Props = { view: InterviewView; appointment: Appointment; onChanged: () => void };

/** The time that was agreed, and all that can be done about it. */
export function Booked({ view, appointment, onChanged }: Props) {
  const words = copy.booking.booked;
  const { bookingAsked, mayBook, rebookingsLeft } = view.time;
  const now = useNow(20_000);
  const phase = phaseOf(appointment, now);
  const [moving, setMoving] = useState(false);
  const [cannot, setCannot] = useState(false);
  useEffect(() => {
    // In WeChat the view is a moment behind.
    if (moving) Taro.nextTick(() => void Taro.pageScrollTo({ selector: '#moving', duration: 0 }));
  }, [moving]);
  const enters = phase === 'open' || phase === 'now';
  return (
    <>
      <Card id="appointment" className="booking__card">
        <When appointment={appointment} now={now} />
        {enters ? (
          <Action id="enter" kind="primary" block onTap={() => go.invitation(view.interviewId)}>
            {words.enter}
          </Action>
        ) : null}
        {phase === 'past' ? (
          <Action id="refresh" block onTap={onChanged}>
            {words.refresh}
          </Action>
        ) : (
          <Confirm view={view} appointment={appointment} first={!enters} onChanged={onChanged} />
        )}
        <CalendarAction view={view} appointment={appointment} />
        <View className="booking__pair">
          {bookingAsked ? (
            <Action id="move" block disabled={!mayBook} onTap={() => setMoving(!moving)}>
              {words.move}
            </Action>
          ) : null}
          <Action id="cannot" block onTap={() => setCannot(true)}>
            {words.cannot}
          </Action>
        </View>
        {bookingAsked ? (
          <Text id="moves-left" className="booking__hint">
            {mayBook ? words.moveLeft(rebookingsLeft) : words.moveNone}
          </Text>
        ) : null}
      </Card>
      {moving && mayBook ? (
        <Card id="moving" className="booking__card">
          <Text className="booking__title">{copy.booking.pick.again}</Text>
          <SlotPicker
            interviewId={view.interviewId}
            held={appointment.startsAt}
            onBooked={() => {
              setMoving(false);
              void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
              onChanged();
            }}
            onRefused={onChanged}
          />
          <Action id="keep" kind="quiet" block onTap={() => setMoving(false)}>
            {copy.booking.pick.keep}
          </Action>
        </Card>
      ) : null}
      <CannotSheet
        open={cannot}
        view={view}
        {...(bookingAsked && mayBook
          ? {
              onMove: () => {
                setCannot(false);
                setMoving(true);
              },
            }
          : {})}
        onClose={() => setCannot(false)}
        onChanged={onChanged}
      />
    </>
  );
}

type ConfirmProps = Props & { first: boolean };

/** 「确认参加」, once. */
function Confirm({ view, appointment, first, onChanged }: ConfirmProps) {
  const words = copy.booking.booked;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operation = useRef(newOperationId());

  async function confirm() {
    setBusy(true);
    setError(undefined);
    const params = { interviewId: view.interviewId };
    const done = await retrying(() => call('booking.confirm', { params, input: { operationId: operation.current } }));
    setBusy(false);
    if (!done.ok) setError(done.error);
    if (done.ok || done.error.kind === 'refused') {
      operation.current = newOperationId();
      onChanged();
    }
  }

  if (appointment.confirmedAt !== null)
    return (
      <View id="confirmed" className="booking__confirmed" {...aria({ role: 'status' })}>
        <View className="booking__mark" />
        <Text>{words.confirmed}</Text>
      </View>
    );
  return (
    <>
      <Action id="confirm" kind={first ? 'primary' : 'plain'} block busy={busy} onTap={() => void confirm()}>
        {words.confirm}
      </Action>
      {error === undefined ? null : <Text className="booking__trouble">{sentenceOf(error)}</Text>}
    </>
  );
}
