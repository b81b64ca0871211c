import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';

type Props = {
  open: boolean;
  view: InterviewView;
  /** To another time; none: there is no such way. */
  onMove?: () => void;
  /** Straight to giving up; another time is offered beside the sheet. */
  withdrawing?: boolean;
  onClose: () => void;
  onChanged: () => void;
};

/** 「无法参加」: another time, or out; what follows is said before the tap. */
export function CannotSheet({ open, view, onMove, withdrawing = false, onClose, onChanged }: Props) {
  const words = copy.booking.cannot;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operation = useRef(newOperationId());
  const sure = asked || withdrawing;

  function close() {
    setAsked(false);
    setError(undefined);
    onClose();
  }

  async function withdraw() {
    setBusy(true);
    setError(undefined);
    const params = { interviewId: view.interviewId };
    const input = { operationId: operation.current, reason: 'withdrawn' as const };
    const done = await retrying(() => call('interview.decline', { params, input }));
    setBusy(false);
    if (!done.ok) setError(done.error);
    if (done.ok || done.error.kind === 'refused') onChanged();
  }

  return (
    <Sheet id="cannot-sheet" open={open} title={sure ? words.withdrawTitle : words.title} onClose={close}>
      <View className="booking__sheet">
        {sure ? (
          <>
            {words.withdrawText.map((line) => (
              <View key={line} className="booking__item">
                <View className="booking__dot" />
                <Text className="booking__text">{line}</Text>
              </View>
            ))}
            {error === undefined ? null : <Text className="booking__trouble">{sentenceOf(error)}</Text>}
            <Action kind="primary" id="not-withdraw" block onTap={close}>
              {words.back}
            </Action>
            <Action id="confirm-withdraw" kind="danger" block busy={busy} onTap={() => void withdraw()}>
              {words.confirm}
            </Action>
          </>
        ) : (
          <>
            <Text className="booking__text">{onMove === undefined ? words.noMove : words.text}</Text>
            {onMove === undefined ? null : (
              <Action id="cannot-move" kind="primary" block onTap={onMove}>
                {words.move}
              </Action>
            )}
            <Action id="withdraw" block onTap={() => setAsked(true)}>
              {words.withdraw}
            </Action>
            <Action kind="quiet" block onTap={close}>
              {words.back}
            </Action>
          </>
        )}
      </View>
    </Sheet>
  );
}
