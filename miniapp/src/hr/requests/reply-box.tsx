import { View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { LongField } from '../components/field.tsx';
import { CommandError } from '../components/states.tsx';
import { requestWords } from '../words.ts';
import type { useTicket } from './use-ticket.ts';

type Props = { id: string; reply: ReturnType<typeof useTicket>['reply'] };

/** Words to the candidate. What was typed stays until it has been sent. */
export function ReplyBox({ id, reply }: Props) {
  const [text, setText] = useState('');
  /** A new box for the next message: an uncontrolled one cannot be emptied. */
  const [sent, setSent] = useState(0);

  async function send() {
    if (!(await reply.run(text.trim()))) return;
    setText('');
    setSent(sent + 1);
  }
  return (
    <View className="hr-reply">
      <LongField
        key={sent}
        id={`reply-${id}`}
        label={requestWords.reply}
        placeholder={requestWords.replyHint}
        onText={setText}
      />
      {reply.error && <CommandError error={reply.error} safe={requestWords.sendFailedSafe} />}
      <View className="hr-reply-send">
        <Action id={`send-${id}`} disabled={text.trim() === ''} busy={reply.busy} onTap={() => void send()}>
          {reply.busy ? requestWords.sending : requestWords.send}
        </Action>
      </View>
    </View>
  );
}
