import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { NoShowReason } from '#shared/interview/appointment.ts';
import { Action } from '../../components/action.tsx';
import { AskSheet } from '../../components/ask-sheet.tsx';
import { Card } from '../../components/card.tsx';
import { callPhone } from '../../components/contact-sheet.tsx';
import { copy } from '../../copy.ts';
import { wayBack } from '../../state/appointed.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { CannotSheet } from './cannot-sheet.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { useBook } from './use-book.ts';

type Props = { view: InterviewView; reason: NoShowReason; onChanged: () => void };

/** The reason is known: what helps, and the way back. */
export function AfterMissed({ view, reason, onChanged }: Props) {
  const words = copy.booking.missed;
  const [withdrawing, setWithdrawing] = useState(false);
  const way = wayBack(view);
  return (
    <>
      <Card id={`after-${reason}`} className="booking__card">
        <Text className="booking__title" {...aria({ role: 'status' })}>
          {words.thanks[reason]}
        </Text>
        {way === 'person' ? null : <Text className="booking__text">{words.next[reason]}</Text>}
        {reason === 'technical' ? <Help view={view} onChanged={onChanged} /> : null}
        {way === 'person' ? <ByPerson view={view} first={reason !== 'technical'} onChanged={onChanged} /> : null}
      </Card>
      {way === 'slots' ? (
        <Card className="booking__card">
          <Text className="booking__title">{copy.booking.pick.fresh}</Text>
          <SlotPicker interviewId={view.interviewId} onBooked={onChanged} onRefused={onChanged} />
        </Card>
      ) : null}
      {way === 'anew' ? <Anew view={view} onChanged={onChanged} /> : null}
      <Action id="withdraw" kind="quiet" block onTap={() => setWithdrawing(true)}>
        {copy.booking.cannot.withdraw}
      </Action>
      <CannotSheet
        open={withdrawing}
        view={view}
        withdrawing
        onClose={() => setWithdrawing(false)}
        onChanged={onChanged}
      />
    </>
  );
}

type PartProps = Omit<Props, 'reason'>;

/** 技术问题: check the device, ask a person here, or call. */
function Help({ view, onChanged }: PartProps) {
  const words = copy.booking.missed;
  const { contact } = view;
  const [asking, setAsking] = useState(false);
  const waits = view.tickets.some(({ kind, closedAt }) => kind === 'help' && closedAt === null);
  return (
    <View className="booking__actions">
      <Action id="check-device" kind="primary" block onTap={() => go.precheck(view.interviewId)}>
        {words.precheck}
      </Action>
      {waits ? (
        <Action id="help-waits" block onTap={() => go.progress(view.interviewId)}>
          {words.helpWaiting}
        </Action>
      ) : (
        <Action id="ask-help" block onTap={() => setAsking(true)}>
          {words.help}
        </Action>
      )}
      <Action id="call-help" block onTap={() => void callPhone(contact.phone)}>
        {words.call(contact.phone)}
      </Action>
      <Text className="booking__hint">
        {[
          copy.booking.prepare.hours(contact.hours),
          ...(contact.responseMinutes === null ? [] : [copy.booking.prepare.within(contact.responseMinutes)]),
        ].join('\n')}
      </Text>
      <AskSheet
        open={asking}
        interviewId={view.interviewId}
        kind="help"
        title={words.helpTitle}
        text={words.helpText}
        reasons={['technical']}
        onClose={() => setAsking(false)}
        onSent={() => {
          setAsking(false);
          onChanged();
        }}
      />
    </View>
  );
}

/** No rebooking is left: a person arranges it. */
function ByPerson({ view, first, onChanged }: PartProps & { first: boolean }) {
  const words = copy.booking.missed;
  const [asking, setAsking] = useState(false);
  const waits = view.tickets.some(({ kind, closedAt }) => kind === 'help' && closedAt === null);
  return (
    <View id="by-person" className="booking__actions">
      <Text className="booking__missed-when">{words.limit}</Text>
      <Text className="booking__text">{words.limitText}</Text>
      <Action
        id="ask-person"
        kind={first ? 'primary' : 'plain'}
        block
        onTap={() => (waits ? go.progress(view.interviewId) : setAsking(true))}
      >
        {waits ? words.helpWaiting : words.limitAsk}
      </Action>
      <AskSheet
        open={asking}
        interviewId={view.interviewId}
        kind="help"
        title={words.limitAsk}
        text={words.limitText}
        onClose={() => setAsking(false)}
        onSent={() => {
          setAsking(false);
          onChanged();
        }}
      />
    </View>
  );
}

/** No time is picked for this position: it is opened anew for a while. */
function Anew({ view, onChanged }: PartProps) {
  const words = copy.booking.missed;
  const { underWay, error, book } = useBook(view.interviewId, onChanged, onChanged);
  return (
    <Card className="booking__card">
      <Text className="booking__text">{words.againText}</Text>
      {error === undefined ? null : <Text className="booking__trouble">{sentenceOf(error)}</Text>}
      <Action id="again" kind="primary" block busy={underWay !== undefined} onTap={() => book(null)}>
        {words.again}
      </Action>
    </Card>
  );
}
