import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { may } from '../may.tsx';
import type { Dossier } from '../review/dossier.ts';
import type { Answer } from '../review/quoted.ts';
import { requestWords } from '../words.ts';
import { TicketCard } from './ticket-card.tsx';
import './requests-section.scss';

type Corrections = Output<'ticket.read'>['corrections'];
type Props = {
  dossier: Dossier;
  answers: Answer[];
  now: number;
  /** Only what still waits, or only what does not. */
  only?: 'open' | 'closed';
  onDone(): Promise<void>;
  /** Leads to an answer, to hear what a correction is about. */
  onListen(questionId: string): void;
};

/** What the candidate asked for: what waits first, the newest of the rest on top. */
export function RequestsSection({ dossier, answers, now, only, onDone, onListen }: Props) {
  const corrections = useCorrections(dossier);
  const tickets = inOrder(dossier.tickets).filter(
    ({ closedAt }) => only === undefined || (only === 'open') === (closedAt === null),
  );
  if (tickets.length === 0) {
    return only ? null : <View className="hr-card hr-padded hr-quiet hr-requests-none">{requestWords.none}</View>;
  }
  return (
    <View className="hr-requests">
      {tickets.map((ticket) => (
        <TicketCard
          key={ticket.ticketId}
          ticket={ticket}
          corrections={corrections.filter((one) => one.ticketId === ticket.ticketId)}
          dossier={dossier}
          answers={answers}
          now={now}
          onDone={onDone}
          onListen={onListen}
        />
      ))}
    </View>
  );
}

const inOrder = (tickets: Dossier['tickets']): Dossier['tickets'] =>
  [...tickets].sort((a, b) => {
    const waiting = Number(b.closedAt === null) - Number(a.closedAt === null);
    if (waiting !== 0) return waiting;
    const later = Date.parse(b.openedAt) - Date.parse(a.openedAt);
    return a.closedAt === null ? -later : later;
  });

/** The corrections proposed; asked for only where there are any. */
function useCorrections({ interviewId, tickets }: Dossier): Corrections {
  const [corrections, setCorrections] = useState<Corrections>([]);
  const proposed = tickets.filter(({ kind }) => kind === 'transcript').length;
  useEffect(() => {
    if (proposed === 0 || !may('ticket.read')) return;
    let gone = false;
    void call('ticket.read', { params: { interviewId } }).then((answer) => {
      if (!gone && answer.ok) setCorrections(answer.value.corrections);
    });
    return () => {
      gone = true;
    };
  }, [interviewId, proposed]);
  return corrections;
}
