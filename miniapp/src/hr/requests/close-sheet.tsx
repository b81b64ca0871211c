import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Sheet } from '../../components/sheet.tsx';
import { LongField } from '../components/field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import type { Dossier } from '../review/dossier.ts';
import { requestWords } from '../words.ts';
import { FactChoices, HoursChoices, ShareChoices } from './fact-choices.tsx';
import { hoursOffered, sharesOffered, usualFault } from './grants.ts';
import type { Closing, Ticket } from './ticket.ts';
import type { useTicket } from './use-ticket.ts';

type Props = {
  ticket: Ticket;
  resolution: Closing['resolution'];
  status: Dossier['status'];
  close: ReturnType<typeof useTicket>['close'];
  onClose(): void;
};

/** How a request ends: granted with how much, refused with why, or resolved; and whose fault it was. */
export function CloseSheet({ ticket, resolution: begun, status, close, onClose }: Props) {
  const [resolution, setResolution] = useState(begun);
  const [fault, setFault] = useState<Closing['fault']>(() => usualFault(ticket));
  const [hours, setHours] = useState<number>(hoursOffered[0]);
  const [extraTime, setExtraTime] = useState<number>(sharesOffered[0]);
  const [text, setText] = useState('');
  const [told, setTold] = useState(false);
  const { kind } = ticket;
  const sheet = requestWords.sheet;
  const granting = resolution === 'granted';
  const refusing = resolution === 'refused';
  const givesHours = granting && (kind === 'reopen' || kind === 'extend' || kind === 'no_show');
  const givesTime = granting && kind === 'extra_time';

  async function confirm() {
    const said = text.trim();
    setTold(refusing && said === '');
    if (refusing && said === '') return;
    const done = await close.run({
      resolution,
      fault,
      ...(said === '' ? {} : { text: said }),
      ...(givesHours ? { hours } : {}),
      ...(givesTime ? { extraTime } : {}),
    });
    if (done) onClose();
  }
  return (
    <Sheet open title={requestWords.kind[kind]} onClose={onClose}>
      {kind !== 'help' && (
        <FactChoices
          id="resolution"
          label={sheet.how}
          chosen={resolution}
          onChoose={(value) => setResolution(value)}
          options={[
            { value: 'granted', name: requestWords.grant[kind] },
            { value: 'refused', name: requestWords.refuse },
          ]}
        />
      )}
      {granting && kind === 'human_review' && status === 'evaluated' && (
        <View className="hr-command-error">{sheet.undoesDecision}</View>
      )}
      {givesHours && <HoursChoices label={sheet.hours} chosen={hours} onChoose={setHours} />}
      {givesTime && <ShareChoices label={sheet.extraTime} chosen={extraTime} onChoose={setExtraTime} />}
      <FactChoices
        id="fault"
        label={sheet.fault}
        chosen={fault}
        onChoose={(value) => setFault(value)}
        options={[
          { value: 'ours', name: sheet.faults.ours },
          { value: 'none', name: sheet.faults.none },
        ]}
      >
        {kind === 'help' && fault === 'ours' && <View className="hr-quiet hr-fact-note">{sheet.oursGivesBack}</View>}
      </FactChoices>
      <View className="hr-fact">
        <View className="hr-quiet hr-fact-label">{refusing ? sheet.wordsNeeded : sheet.words}</View>
        <LongField id="close-words" label={sheet.wordsNeeded} placeholder={sheet.wordsHint} onText={setText} />
      </View>
      {told && (
        <View className="hr-command-error" {...aria({ role: 'alert' })}>
          {sheet.needWords}
        </View>
      )}
      {close.error && <CommandError error={close.error} safe={sheet.failedSafe} />}
      <SheetActions
        id="confirm-close"
        cancel={sheet.cancel}
        confirm={close.busy ? sheet.confirming : sheet.confirm}
        busy={close.busy}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}
