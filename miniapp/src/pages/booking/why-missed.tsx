import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { NoShowReason } from '#shared/interview/appointment.ts';
import { limits } from '#shared/limits.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Option } from '../../components/option.tsx';
import { Paragraph } from '../../components/paragraph.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';

const reasons = ['forgot', 'technical', 'conflict', 'other'] as const satisfies NoShowReason[];

/** 忘记 · 技术问题 · 临时有事 · 其他, and a word beside it for who wants. */
export function WhyMissed({ interviewId, onTold }: { interviewId: string; onTold: () => void }) {
  const words = copy.booking.missed;
  const [reason, setReason] = useState<NoShowReason>();
  const text = useRef('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operation = useRef<{ said: string; id: string }>();

  async function send() {
    if (reason === undefined) return;
    setBusy(true);
    setError(undefined);
    const more = text.current.trim();
    const said = JSON.stringify([reason, more]);
    if (operation.current?.said !== said) operation.current = { said, id: newOperationId() };
    const input = { operationId: operation.current.id, reason, ...(more === '' ? {} : { text: more }) };
    const told = await retrying(() => call('booking.explain', { params: { interviewId }, input }));
    setBusy(false);
    if (!told.ok) setError(told.error);
    if (told.ok || told.error.kind === 'refused') onTold();
  }

  return (
    <Card id="why-missed" className="booking__card">
      <Text className="booking__title">{words.ask}</Text>
      <View className="booking__reasons" {...aria({ role: 'radiogroup', label: words.ask })}>
        {reasons.map((one) => (
          <Option
            key={one}
            id={`reason-${one}`}
            chosen={one === reason}
            className={`booking__reason ${one === reason ? 'booking__reason--on' : ''}`}
            pressed="booking__reason--pressed"
            onTap={() => setReason(one)}
          >
            <Text className="booking__reason-name">{words.reasons[one].name}</Text>
            <Text className="booking__reason-text">{words.reasons[one].text}</Text>
          </Option>
        ))}
      </View>
      {reason === undefined ? null : (
        <Paragraph
          id="reason-text"
          label={words.more}
          placeholder={words.more}
          most={limits.ticketCharacters}
          onText={(value) => {
            text.current = value;
          }}
        />
      )}
      {error === undefined ? null : <Text className="booking__trouble">{sentenceOf(error)}</Text>}
      <Action
        id="send-reason"
        kind="primary"
        block
        busy={busy}
        disabled={reason === undefined}
        onTap={() => void send()}
      >
        {reason === undefined ? words.choose : words.send}
      </Action>
    </Card>
  );
}
