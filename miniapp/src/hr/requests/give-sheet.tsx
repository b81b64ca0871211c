import { View } from '@tarojs/components';
import { useState } from 'react';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { Sheet } from '../../components/sheet.tsx';
import { whenText } from '../../state/when.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import type { Dossier } from '../review/dossier.ts';
import { useCommand } from '../use-command.ts';
import { requestWords } from '../words.ts';
import { FactChoices, HoursChoices, ShareChoices } from './fact-choices.tsx';
import { type Gift, hoursOffered, sharesOffered } from './grants.ts';

type Props = { gift: Gift; dossier: Dossier; now: number; onClose(): void; onDone(said: string): void };
type Intention = { reason: string; hours: number; extraTime: number };

/** Reopens, extends or gives extra time, with the reason that goes into the record. */
export function GiveSheet({ gift, dossier, now, onClose, onDone }: Props) {
  const text = requestWords[gift];
  const reasons = 'reasons' in text ? Object.entries(text.reasons) : [];
  const [reason, setReason] = useState(reasons[0]?.[0] ?? '');
  const [hours, setHours] = useState<number>(hoursOffered[0]);
  const [extraTime, setExtraTime] = useState<number>(sharesOffered[0]);
  const { interviewId, candidate } = dossier;
  const command = useCommand((intention, operationId) =>
    give(gift, interviewId, operationId, JSON.parse(intention), now),
  );

  async function confirm() {
    const answer = await command.run(JSON.stringify({ reason, hours, extraTime } satisfies Intention));
    if (answer.ok) onDone(answer.value);
  }
  return (
    <Sheet open title={text.ask(candidate.name)} onClose={onClose}>
      <View className="hr-fact">{text.what}</View>
      {'reasons' in text && (
        <FactChoices
          id="reason"
          label={text.reason}
          chosen={reason}
          onChoose={(value) => setReason(value)}
          options={reasons.map(([value, name]) => ({ value, name }))}
        />
      )}
      {'hours' in text && <HoursChoices label={text.hours} chosen={hours} onChoose={setHours} />}
      {'share' in text && <ShareChoices label={text.share} chosen={extraTime} onChoose={setExtraTime} />}
      {command.error && <CommandError error={command.error} safe={requestWords.giveFailedSafe} />}
      <SheetActions
        id="confirm-give"
        cancel={requestWords.cancel}
        confirm={command.busy ? requestWords.giving : text.confirm}
        busy={command.busy}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}

type ReopenReason = 'mistaken_end' | 'technical' | 'other';
type ExtendReason = 'technical' | 'asked' | 'other';

/** Sends it; answers with what to say when it went through. */
async function give(gift: Gift, interviewId: string, operationId: string, wanted: Intention, now: number) {
  const params = { interviewId };
  const { hours, extraTime } = wanted;
  if (gift === 'reopen') {
    const input = { operationId, reason: wanted.reason as ReopenReason, hours };
    const answer = await call('interview.reopen', { params, input });
    return answer.ok ? ok(requestWords.reopen.done) : answer;
  }
  if (gift === 'extend') {
    const input = { operationId, reason: wanted.reason as ExtendReason, hours };
    const answer = await call('interview.extend', { params, input });
    return answer.ok ? ok(requestWords.extend.done(whenText(answer.value.closesAt, now))) : answer;
  }
  const answer = await call('interview.accommodate', { params, input: { operationId, extraTime } });
  return answer.ok ? ok(requestWords.accommodate.done(extraTime)) : answer;
}
