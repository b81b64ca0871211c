import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card, Chip, type Tone } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useLoaded, usePolling } from '../../state/use-loaded.ts';
import { whenText } from '../../state/when.ts';
import { Reply } from './reply.tsx';

type Ticket = Output<'ticket.mine'>['tickets'][number];
const lookMs = 10_000;

/** Every request with what was said, the newest first; an answer of HR appears by itself. */
export function Threads({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.candidate.progress.ask;
  const { interviewId, tickets } = view;
  const standing = (all: { ticketId: string; closedAt: string | null }[]) =>
    all.map(({ ticketId, closedAt }) => `${ticketId}${closedAt}`).join();
  const known = standing(tickets);
  const page = useLoaded(
    () => retrying(() => call('ticket.mine', { params: { interviewId } }), { tries: 2 }),
    [interviewId],
  );
  usePolling(
    page.reload,
    lookMs,
    page.phase === 'ready' && page.value.tickets.some(({ closedAt }) => closedAt === null),
  );
  // Asked or closed meanwhile: the one that knows less looks again.
  const read = page.phase === 'ready' ? standing(page.value.tickets) : undefined;
  useEffect(() => {
    if (read === undefined || read === known) return;
    if (read.length > known.length) onChanged();
    else page.reload();
  }, [read, known, onChanged, page.reload]);

  if (page.phase === 'loading') return <Card className="progress__card progress__card--waiting">{null}</Card>;
  if (page.phase === 'failed')
    return (
      <Card className="progress__card">
        <Text className="progress__title">{words.mine}</Text>
        <Text className="progress__text">{sentenceOf(page.error)}</Text>
        <Action onTap={page.reload}>{copy.candidate.common.retry}</Action>
      </Card>
    );
  return (
    <Card id="threads" className="progress__card">
      <Text className="progress__title">{words.mine}</Text>
      <View {...aria({ role: 'list' })}>
        {[...page.value.tickets].reverse().map((ticket) => (
          <Thread key={ticket.ticketId} view={view} ticket={ticket} onSaid={page.reload} />
        ))}
      </View>
    </Card>
  );
}

function Thread({ view, ticket, onSaid }: { view: InterviewView; ticket: Ticket; onSaid: () => void }) {
  const words = copy.candidate.progress.ask;
  const { ticketId, kind, messages, resolution } = ticket;
  const answered = messages.at(-1)?.by === 'staff';
  const state = resolution === null ? (answered ? words.answered : words.waiting) : words.resolution[resolution];
  return (
    <View id={`thread-${ticketId}`} className="progress__ticket" {...aria({ role: 'listitem' })}>
      <View className="progress__ticket-head">
        <Text className="progress__ticket-name">{words.kinds[kind]}</Text>
        <Chip tone={toneOf(resolution, answered)}>{state}</Chip>
      </View>
      {messages.map(({ by, name, text, at }) => (
        <View key={`${at}${text}`} className={`progress__said progress__said--${by}`}>
          <Text className="progress__said-by">
            {by === 'staff' ? words.staff(name ?? '') : words.me} · {whenText(at, serverTime.now())}
          </Text>
          <Text className="progress__said-text" userSelect>
            {text}
          </Text>
        </View>
      ))}
      {resolution === null ? (
        <>
          {answered || view.contact.responseMinutes === null ? null : (
            <Text className="progress__said-by">{words.within(view.contact.responseMinutes)}</Text>
          )}
          <Reply interviewId={view.interviewId} ticketId={ticketId} onSaid={onSaid} />
        </>
      ) : null}
    </View>
  );
}

function toneOf(resolution: Ticket['resolution'], answered: boolean): Tone {
  if (resolution === null) return answered ? 'accent' : 'amber';
  return resolution === 'refused' ? 'plain' : 'accent';
}
