import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Action } from '../../components/action.tsx';
import { LongField } from '../components/field.tsx';
import { CommandError } from '../components/states.tsx';
import { requestWords } from '../words.ts';
import type { useTicket } from './use-ticket.ts';

type Props = { id: string; reply: ReturnType<typeof useTicket>['reply'] };

/** Words to the candidate. What was typed stays until it has been sent, and what was typed since stays for the next. */
export function ReplyBox({ id, reply }: Props) {
  const [text, setText] = useState('');
  const latest = useRef('');
  /** A new box for the next message: an uncontrolled one cannot be emptied. */
  const [box, setBox] = useState({ sent: 0, text: '' });

  function type(words: string) {
    latest.current = words;
    setText(words);
  }
  async function send() {
    if (!(await reply.run(text.trim()))) return;
    const since = latest.current;
    const rest = since.startsWith(text) ? since.slice(text.length).trimStart() : since;
    type(rest);
    setBox({ sent: box.sent + 1, text: rest });
  }
  return (
    <View className="hr-reply">
      <LongField
        key={box.sent}
        id={`reply-${id}`}
        label={requestWords.reply}
        placeholder={requestWords.replyHint}
        text={box.text}
        onText={type}
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
