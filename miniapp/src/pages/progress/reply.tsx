import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { limits } from '#shared/limits.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Paragraph } from '../../components/paragraph.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';

type Props = { interviewId: string; ticketId: string; onSaid: () => void };

/** To say more in a thread that is open. */
export function Reply({ interviewId, ticketId, onSaid }: Props) {
  const words = copy.candidate.progress.ask;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operation = useRef<{ text: string; id: string }>();
  const said = text.trim();

  async function send() {
    if (operation.current?.text !== said) operation.current = { text: said, id: newOperationId() };
    const input = { operationId: operation.current.id, text: said };
    setBusy(true);
    setError(undefined);
    const sent = await retrying(() => call('ticket.say', { params: { interviewId, ticketId }, input }));
    setBusy(false);
    if (!sent.ok) {
      setError(sent.error);
      return onSaid();
    }
    operation.current = undefined;
    setText('');
    setOpen(false);
    onSaid();
  }

  if (!open)
    return (
      <Action id={`reply-${ticketId}`} onTap={() => setOpen(true)}>
        {words.more}
      </Action>
    );
  return (
    <View className="progress__reply">
      <Paragraph
        id={`say-${ticketId}`}
        label={words.more}
        placeholder={words.moreHint}
        most={limits.ticketCharacters}
        onText={setText}
      />
      {error === undefined ? null : <Text className="progress__pending">{sentenceOf(error)}</Text>}
      <View className="progress__reply-row">
        <Action onTap={() => setOpen(false)}>{copy.candidate.menu.cancel}</Action>
        <Action id={`send-${ticketId}`} kind="primary" busy={busy} disabled={said === ''} onTap={() => void send()}>
          {words.say}
        </Action>
      </View>
    </View>
  );
}
