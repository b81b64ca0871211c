import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Choices } from '../components/choices.tsx';
import { LongField } from '../components/field.tsx';
import { CommandError } from '../components/states.tsx';
import type { Dossier } from '../review/dossier.ts';
import { requestWords } from '../words.ts';
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
  const givesHours = granting && (kind === 'reopen' || kind === 'extend');
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
        <View className="hr-fact">
          <View className="hr-quiet">{sheet.how}</View>
          <Choices
            id="resolution"
            label={sheet.how}
            chosen={resolution}
            onChoose={(value) => setResolution(value)}
            options={[
              { value: 'granted', name: requestWords.grant[kind] },
              { value: 'refused', name: requestWords.refuse },
            ]}
          />
        </View>
      )}
      {granting && kind === 'human_review' && status === 'evaluated' && (
        <View className="hr-command-error">{sheet.undoesDecision}</View>
      )}
      {givesHours && (
        <View className="hr-fact">
          <View className="hr-quiet">{sheet.hours}</View>
          <Choices
            id="hours"
            label={sheet.hours}
            chosen={hours}
            onChoose={(value) => setHours(value)}
            options={hoursOffered.map((value) => ({ value, name: sheet.hoursOf(value) }))}
          />
        </View>
      )}
      {givesTime && (
        <View className="hr-fact">
          <View className="hr-quiet">{sheet.extraTime}</View>
          <Choices
            id="share"
            label={sheet.extraTime}
            chosen={extraTime}
            onChoose={(value) => setExtraTime(value)}
            options={sharesOffered.map((value) => ({ value, name: sheet.extraTimeOf(value) }))}
          />
        </View>
      )}
      <View className="hr-fact">
        <View className="hr-quiet">{sheet.fault}</View>
        <Choices
          id="fault"
          label={sheet.fault}
          chosen={fault}
          onChoose={(value) => setFault(value)}
          options={[
            { value: 'ours', name: sheet.faults.ours },
            { value: 'none', name: sheet.faults.none },
          ]}
        />
        {kind === 'help' && fault === 'ours' && <View className="hr-quiet hr-fact-note">{sheet.oursGivesBack}</View>}
      </View>
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
      <View className="hr-sheet-actions">
        <Action kind="quiet" disabled={close.busy} onTap={onClose}>
          {sheet.cancel}
        </Action>
        <Action id="confirm-close" kind="primary" busy={close.busy} onTap={() => void confirm()}>
          {close.busy ? sheet.confirming : sheet.confirm}
        </Action>
      </View>
    </Sheet>
  );
}
