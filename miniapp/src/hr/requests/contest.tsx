import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { may } from '../may.tsx';
import type { Dossier } from '../review/dossier.ts';
import { bookingWords, words } from '../words.ts';
import { CloseSheet } from './close-sheet.tsx';
import type { Closing, Ticket } from './ticket.ts';
import { useTicket } from './use-ticket.ts';

type Props = { dossier: Dossier; onDone(): Promise<void> };

/** The candidate says the mark is wrong, and HR answers where the facts are; nothing where nobody contests it. */
export function Contest({ dossier, onDone }: Props) {
  const ticket = dossier.tickets.find(({ kind, closedAt }) => kind === 'no_show' && closedAt === null);
  return ticket === undefined || !may('ticket.close') ? null : (
    <Open ticket={ticket} dossier={dossier} onDone={onDone} />
  );
}

function Open({ ticket, dossier, onDone }: Props & { ticket: Ticket }) {
  const text = bookingWords.time;
  const [closing, setClosing] = useState<Closing['resolution']>();
  const { close } = useTicket(dossier.interviewId, ticket.ticketId, onDone);
  const said = ticket.messages.find(({ by }) => by === 'candidate')?.text;
  return (
    <View className="hr-contest" id="contest">
      <View className="hr-contest-title">{text.contest}</View>
      {said !== undefined && (
        <Text className="hr-contest-words" userSelect>
          {words.review.quote(said)}
        </Text>
      )}
      <View className="hr-contest-actions">
        <Action id="contest-grant" kind="primary" onTap={() => setClosing('granted')}>
          {text.grant}
        </Action>
        <Action id="contest-refuse" onTap={() => setClosing('refused')}>
          {text.refuse}
        </Action>
      </View>
      {closing !== undefined && (
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
