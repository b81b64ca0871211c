import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { whenText } from '../../state/when.ts';
import { Changes } from '../components/changes.tsx';
import { CommandError } from '../components/states.tsx';
import { may } from '../may.tsx';
import type { Dossier } from '../review/dossier.ts';
import { type Answer, numberOf } from '../review/quoted.ts';
import { lateness, waitingTime } from '../waiting.ts';
import { requestWords, words } from '../words.ts';
import { CloseSheet } from './close-sheet.tsx';
import { isOneTap, usualFault } from './grants.ts';
import { promisedMinutes } from './promise.ts';
import { ReplyBox } from './reply-box.tsx';
import type { Closing, Ticket } from './ticket.ts';
import { useTicket } from './use-ticket.ts';
import './ticket-card.scss';

type Props = {
  ticket: Ticket;
  corrections: Output<'ticket.read'>['corrections'];
  dossier: Dossier;
  answers: Answer[];
  now: number;
  onDone(): Promise<void>;
  onListen(questionId: string): void;
};

/** One thing a candidate asked: the thread, what it would change, and what HR does about it. */
export function TicketCard({ ticket, corrections, dossier, answers, now, onDone, onListen }: Props) {
  const [closing, setClosing] = useState<Closing['resolution']>();
  const { reply, close } = useTicket(dossier.interviewId, ticket.ticketId, onDone);
  const { ticketId, kind, category, openedAt, closedAt, resolution } = ticket;
  const open = closedAt === null;

  const grant = () => {
    if (isOneTap(ticket, dossier.status)) void close.run({ resolution: 'granted', fault: usualFault(ticket) });
    else setClosing('granted');
  };
  return (
    <View className={open ? 'hr-card hr-ticket hr-ticket-open' : 'hr-card hr-ticket'} id={`ticket-${ticketId}`}>
      <View className="hr-ticket-head">
        <Text className="hr-ticket-kind">{requestWords.kind[kind]}</Text>
        {kind === 'help' && <Chip tone="plain">{requestWords.category[category]}</Chip>}
        <Standing ticket={ticket} promised={promisedMinutes(dossier.responseMinutes)} now={now} />
      </View>
      <View className="hr-ticket-when">
        {requestWords.asked(whenText(openedAt, now))}
        {closedAt !== null && ` · ${requestWords.closedAt(whenText(closedAt, now))}`}
        {ticket.fault === 'ours' && ` · ${requestWords.faultOurs}`}
      </View>
      {open && kind === 'help' && category === 'technical' && dossier.status === 'in_progress' && (
        <View className="hr-ticket-paused">{requestWords.paused}</View>
      )}
      {ticket.messages.map((message) => (
        <View
          key={`${message.at} ${message.by}`}
          className={message.by === 'staff' ? 'hr-said hr-said-staff' : 'hr-said'}
        >
          <View className="hr-said-by">
            {message.by === 'staff' ? (message.name ?? requestWords.staff) : dossier.candidate.name} ·{' '}
            {whenText(message.at, now)}
          </View>
          <Text className="hr-said-text" userSelect>
            {message.text}
          </Text>
        </View>
      ))}
      {corrections.map(({ questionId, before, text }) => (
        <View key={questionId} className="hr-correction" id={`correction-${questionId}`}>
          <View className="hr-correction-head">
            <Text>{requestWords.correction.question(numberOf(answers, questionId))}</Text>
            <Action kind="quiet" onTap={() => onListen(questionId)}>
              {requestWords.correction.listen}
            </Action>
          </View>
          {before === text ? (
            <View className="hr-quiet">{requestWords.correction.same}</View>
          ) : (
            <Changes
              before={before}
              after={text}
              names={[requestWords.correction.before, requestWords.correction.after]}
            />
          )}
        </View>
      ))}
      {corrections.length > 0 && (
        <View className="hr-ticket-when">
          {requestWords.correction.legend}
          {words.summary.stop}
          {open && requestWords.correction.accepting}
        </View>
      )}
      {open && may('ticket.answer') && <ReplyBox id={ticketId} reply={reply} />}
      {open && may('ticket.close') && (
        <View className="hr-ticket-actions">
          {kind === 'help' ? (
            <Action id={`resolve-${ticketId}`} kind="primary" onTap={() => setClosing('resolved')}>
              {requestWords.resolve}
            </Action>
          ) : (
            <>
              <Action id={`grant-${ticketId}`} kind="primary" busy={close.busy} onTap={grant}>
                {close.busy ? requestWords.granting : requestWords.grant[kind]}
              </Action>
              <Action id={`refuse-${ticketId}`} disabled={close.busy} onTap={() => setClosing('refused')}>
                {requestWords.refuse}
              </Action>
              {kind !== 'no_show' && (
                <Action id={`other-${ticketId}`} kind="quiet" disabled={close.busy} onTap={() => setClosing('granted')}>
                  {requestWords.more}
                </Action>
              )}
            </>
          )}
        </View>
      )}
      {close.error && closing === undefined && (
        <CommandError error={close.error} safe={requestWords.sheet.failedSafe} />
      )}
      {closing !== undefined && resolution === null && (
        <CloseSheet
          ticket={ticket}
          resolution={closing}
          status={dossier.status}
          close={close}
          onClose={() => {
            close.forgetError();
            setClosing(undefined);
          }}
        />
      )}
    </View>
  );
}

type StandingProps = { ticket: Ticket; promised: number; now: number };

function Standing({ ticket: { closedAt, resolution, openedAt }, promised, now }: StandingProps) {
  if (closedAt !== null) {
    return <Text className="hr-ticket-standing">{resolution === null ? '' : requestWords.closed[resolution]}</Text>;
  }
  const late = lateness(openedAt, now, promised);
  const time = waitingTime(words.waiting, openedAt, now);
  return (
    <Text className={`hr-ticket-standing hr-tabular${late > 0 ? ' hr-warm' : ''}${late >= 1 ? ' hr-hot' : ''}`}>
      {time === undefined ? words.waiting.now : words.waiting.waited(time)}
    </Text>
  );
}
