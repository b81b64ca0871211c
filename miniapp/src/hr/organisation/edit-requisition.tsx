import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { organisationWords } from '../words.ts';
import { RequisitionForm, type Wanted } from './requisition-form.tsx';
import { type Organisation, useChange } from './use-organisation.ts';

export type Requisition = Output<'requisition.get'>;
type Props = {
  organisation: Organisation;
  requisition: Requisition;
  onDone(): void;
  /** Somebody saved first. */
  onStale(): void;
  onClose(): void;
};

const wantedOf = ({ vacancies, priority, deputy, interviewers }: Requisition) => ({
  vacancies,
  priority,
  deputyId: deputy?.userId ?? null,
  interviewerIds: interviewers.map(({ userId }) => userId),
});

/** How many, how urgent, and who stands in. The owner changes by handing over. */
export function EditRequisition({ organisation, requisition, onDone, onStale, onClose }: Props) {
  const words = organisationWords.requisition.edit_;
  const { requisitionId, version, owner, taken, most } = requisition;
  const [wanted, setWanted] = useState<Wanted>(wantedOf(requisition));
  const params = { requisitionId };
  const saving = useChange(organisation, (_, operationId) =>
    call('requisition.save', {
      params,
      input: { operationId, version, ...wanted, vacancies: wanted.vacancies ?? requisition.vacancies },
    }),
  );
  async function save() {
    const answer = await saving.run(JSON.stringify([version, wanted]));
    if (!answer.ok) {
      if (isRefused(answer.error, 'version_conflict')) onStale();
      return;
    }
    organisation.saying.say(words.done, async () => {
      const input = { operationId: newOperationId(), version: answer.value.version, ...wantedOf(requisition) };
      const back = await call('requisition.save', { params, input });
      await organisation.reload();
      return back.ok ? undefined : back.error;
    });
    onDone();
  }
  return (
    <Sheet open id="edit-requisition" title={words.title} onClose={onClose}>
      <View className="hr-quiet">{requisition.position}</View>
      <RequisitionForm
        wanted={wanted}
        people={organisation.people}
        ownerId={owner.userId}
        least={Math.max(1, taken)}
        most={most}
        onChange={setWanted}
      />
      {saving.error && <CommandError error={saving.error} safe={words.safe} />}
      <SheetActions
        id="confirm-edit"
        cancel={organisationWords.cancel}
        confirm={saving.busy ? words.busy : words.confirm}
        busy={saving.busy}
        disabled={wanted.vacancies === undefined}
        onCancel={onClose}
        onConfirm={() => void save()}
      />
    </Sheet>
  );
}
