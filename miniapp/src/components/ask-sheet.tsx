import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Input } from '#shared/contract/operations.ts';
import { limits } from '#shared/limits.ts';
import { call } from '../api/call.ts';
import type { CallError } from '../api/call-error.ts';
import { newOperationId } from '../api/operation-id.ts';
import { retrying } from '../api/retry.ts';
import { copy } from '../copy.ts';
import { sentenceOf } from '../state/sentence.ts';
import { Action } from './action.tsx';
import { Option } from './option.tsx';
import { Paragraph } from './paragraph.tsx';
import { Sheet } from './sheet.tsx';
import './ask-sheet.scss';

type Opening = Input<'ticket.open'>;
type Props = {
  open: boolean;
  interviewId: string;
  kind: Opening['kind'];
  title: string;
  text?: string;
  /** Offered as the reason; none: there is one only. */
  reasons?: readonly Exclude<Opening['category'], 'question'>[];
  corrections?: Opening['corrections'];
  onClose: () => void;
  onSent: () => void;
};

/** A candidate asks HR for something: why, in a word or two. The same tap never asks twice. */
export function AskSheet(props: Props) {
  const { open, interviewId, kind, title, text: said, reasons = [], corrections, onClose, onSent } = props;
  const words = copy.candidate.progress.ask;
  const [reason, setReason] = useState(reasons[0] ?? 'other');
  const text = useRef('');
  const [filled, setFilled] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  /** A tap that is repeated keeps its id, one that says something else is another. */
  const operation = useRef<{ asked: string; id: string }>();

  async function send() {
    setBusy(true);
    setError(undefined);
    const asked = JSON.stringify([reason, text.current, corrections]);
    if (operation.current?.asked !== asked) operation.current = { asked, id: newOperationId() };
    const input = {
      operationId: operation.current.id,
      kind,
      category: reason,
      text: text.current.trim() === '' ? words[reason] : text.current.trim(),
      ...(corrections === undefined ? {} : { corrections }),
    };
    const sent = await retrying(() => call('ticket.open', { params: { interviewId }, input }));
    setBusy(false);
    if (!sent.ok) return setError(sent.error);
    operation.current = undefined;
    onSent();
  }

  return (
    <Sheet id="ask-sheet" open={open} title={title} onClose={onClose}>
      <View className="ask-sheet">
        {said === undefined ? null : <Text className="ask-sheet__said">{said}</Text>}
        {reasons.length < 2 ? null : (
          <View className="ask-sheet__reasons" {...aria({ role: 'radiogroup', label: words.why })}>
            {reasons.map((one) => (
              <Option
                key={one}
                id={`ask-${one}`}
                chosen={one === reason}
                className={`ask-sheet__reason ${one === reason ? 'ask-sheet__reason--on' : ''}`}
                pressed="ask-sheet__reason--pressed"
                onTap={() => setReason(one)}
              >
                {words[one]}
              </Option>
            ))}
          </View>
        )}
        <Paragraph
          id="ask-text"
          label={words.placeholder}
          placeholder={words.placeholder}
          most={limits.ticketCharacters}
          onText={(value) => {
            text.current = value;
            setFilled(value.trim() !== '');
          }}
        />
        {error === undefined ? null : <Text className="ask-sheet__trouble">{sentenceOf(error)}</Text>}
        <Action
          id="ask-send"
          kind="primary"
          block
          busy={busy}
          disabled={reasons.length === 0 && !filled}
          onTap={() => void send()}
        >
          {words.send}
        </Action>
      </View>
    </Sheet>
  );
}
