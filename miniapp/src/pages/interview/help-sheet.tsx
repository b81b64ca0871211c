import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { useKeyboardHeight } from '#platform/keyboard.ts';
import type { TicketCategory } from '#shared/interview/ticket.ts';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { callPhone } from '../../components/contact-sheet.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { TextBox } from '../../components/text-box.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import type { Help } from '../../state/use-help.ts';
import { whenText } from '../../state/when.ts';

type Props = { open: boolean; help: Help; contact: InterviewView['contact']; paused: boolean; onClose: () => void };

const categories = ['technical', 'question'] as const satisfies TicketCategory[];

/** A person to ask in the middle of it: what they said, when they answer, and whether the clock stands still. */
export function HelpSheet({ open, help, contact, paused, onClose }: Props) {
  const words = copy.room.help;
  const keyboard = useKeyboardHeight();
  const [text, setText] = useState('');
  const [revision, setRevision] = useState(0);
  const [category, setCategory] = useState<TicketCategory>();
  if (!open) return null;
  const thread = help.open;
  const last = help.tickets?.at(-1);
  const past = thread === undefined ? last : undefined;
  const shown = thread ?? past;
  const chosen = thread?.category ?? category;
  const { name, hours, phone, responseMinutes } = contact;

  async function send() {
    if (chosen === undefined || text.trim() === '') return;
    if (!(await help.say(text.trim(), chosen))) return;
    setText('');
    setCategory(undefined);
    setRevision((n) => n + 1);
  }

  return (
    <Sheet id="help-sheet" open title={words.title} onClose={onClose}>
      <View className="help" style={keyboard > 0 ? { paddingBottom: `${keyboard}px` } : {}}>
        <View className="help__who">
          <Text>{words.who(name)}</Text>
          <Text className="help__quiet">
            {responseMinutes === null ? words.hours(hours) : `${words.hours(hours)} · ${words.within(responseMinutes)}`}
          </Text>
        </View>
        {shown === undefined ? null : (
          <View id="help-thread" className="help__thread" {...aria({ role: 'log' })}>
            {shown.messages.map((message) => (
              <View
                key={`${message.at}${message.by}${message.text}`}
                className={`help__message help__message--${message.by}`}
              >
                <Text className="help__quiet">
                  {message.by === 'candidate' ? words.me : (message.name ?? words.staff)}{' '}
                  {whenText(message.at, serverTime.now())}
                </Text>
                <Text className="help__text" userSelect>
                  {message.text}
                </Text>
              </View>
            ))}
            {past ? (
              <Text className="help__quiet">{words.closed}</Text>
            ) : shown.messages.at(-1)?.by === 'candidate' ? (
              <Text className="help__quiet">{words.waiting}</Text>
            ) : null}
          </View>
        )}
        {thread === undefined ? (
          <View className="help__kinds">
            <Text className="help__label">{past ? words.again : words.choose}</Text>
            {categories.map((one) => (
              <Tap
                key={one}
                id={`help-${one}`}
                className={`help__kind ${chosen === one ? 'help__kind--on' : ''}`}
                pressed="chat--pressed"
                onTap={() => setCategory(one)}
              >
                <Text>{words[one]}</Text>
                <Text className="help__quiet">{words[`${one}Text`]}</Text>
              </Tap>
            ))}
          </View>
        ) : (
          <Text className={`help__clock ${paused ? 'help__clock--paused' : ''}`} {...aria({ role: 'status' })}>
            {paused ? words.paused : words.running}
          </Text>
        )}
        <View className="composer__row">
          <TextBox
            id="help-text"
            text={text}
            shown={text}
            revision={revision}
            placeholder={words.placeholder}
            label={words.label}
            onText={setText}
            onLines={() => undefined}
          />
          <Tap
            id="help-send"
            className={`composer__send ${chosen === undefined || text.trim() === '' ? 'composer__send--off' : ''}`}
            pressed="chat--pressed"
            keepsKeyboard
            off={chosen === undefined || text.trim() === '' || help.sending}
            onTap={() => void send()}
          >
            {help.sending ? words.sending : words.send}
          </Tap>
        </View>
        {help.error === undefined ? null : (
          <Text className="help__trouble" {...aria({ role: 'alert' })}>
            {words.failed} {sentenceOf(help.error)}
          </Text>
        )}
        <View className="help__phone">
          <Text>{words.phone(phone)}</Text>
          <Action kind="quiet" onTap={() => void callPhone(phone)}>
            {words.call}
          </Action>
        </View>
        <Action id="help-close" block onTap={onClose}>
          {words.backToAnswer}
        </Action>
      </View>
    </Sheet>
  );
}
