import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { Check } from '../../components/check.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { organisationWords } from '../words.ts';
import type { Requisition } from './edit-requisition.tsx';
import { PeopleChoices } from './people-choices.tsx';
import { type Organisation, useChange } from './use-organisation.ts';

type Props = { organisation: Organisation; requisition: Requisition; onDone(): void; onClose(): void };

/** One opening to somebody else, or all that its owner has. */
export function HandOver({ organisation, requisition, onDone, onClose }: Props) {
  const words = organisationWords.requisition.handOver_;
  const { owner, requisitionId } = requisition;
  const [to, setTo] = useState<string>();
  const [all, setAll] = useState(false);
  const others = organisation.people.filter(({ userId, gone }) => userId !== owner.userId && !gone);
  const owns = organisation.people.find(({ userId }) => userId === owner.userId)?.owns ?? 1;
  const person = others.find(({ userId }) => userId === to);
  const given = { fromUserId: owner.userId, requisitionId: all ? null : requisitionId };
  const handing = useChange(organisation, (toUserId, operationId) =>
    call('requisition.handOver', { input: { operationId, ...given, toUserId } }),
  );
  async function handOver() {
    if (person === undefined) return;
    const answer = await handing.run(person.userId);
    if (!answer.ok) return;
    const { handedOver } = answer.value;
    organisation.saying.say(words.done(person.name, handedOver.length), async () => {
      for (const id of handedOver) {
        const input = {
          operationId: newOperationId(),
          fromUserId: person.userId,
          toUserId: owner.userId,
          requisitionId: id,
        };
        const back = await call('requisition.handOver', { input });
        if (!back.ok) return back.error;
      }
      await organisation.reload();
      return undefined;
    });
    onDone();
  }
  return (
    <Sheet open id="hand-over-sheet" title={words.title} onClose={onClose}>
      <View className="hr-quiet">{words.text}</View>
      {others.length === 0 ? (
        <View className="hr-org-note">{words.nobody}</View>
      ) : (
        <View className="hr-fact">
          <PeopleChoices
            id="to"
            label={organisationWords.requisition.owner}
            people={others}
            chosen={to === undefined ? [] : [to]}
            onChange={([next]) => setTo(next)}
          />
        </View>
      )}
      {owns > 1 && (
        <Check id="hand-over-all" checked={all} onChange={setAll}>
          {words.all(owner.name, owns)}
        </Check>
      )}
      {handing.error && <CommandError error={handing.error} safe={words.safe} />}
      <SheetActions
        id="confirm-hand-over"
        cancel={organisationWords.cancel}
        confirm={handing.busy ? words.busy : words.confirm}
        busy={handing.busy}
        disabled={person === undefined}
        onCancel={onClose}
        onConfirm={() => void handOver()}
      />
    </Sheet>
  );
}
