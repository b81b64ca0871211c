import { View } from '@tarojs/components';
import { call } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { organisationWords } from '../words.ts';
import type { Requisition } from './edit-requisition.tsx';
import { type Organisation, useChange } from './use-organisation.ts';

type Props = { organisation: Organisation; requisition: Requisition; onDone(): void; onClose(): void };

/** Closing an opening tells who waits, and so does reopening it: both are asked first, and neither has an undo. */
export function TurnRequisition({ organisation, requisition, onDone, onClose }: Props) {
  const { requisitionId, closedAt, position, taken, vacancies } = requisition;
  const closing = closedAt === null;
  const words = closing ? organisationWords.requisition.close_ : organisationWords.requisition.reopen_;
  const full = !closing && taken >= vacancies;
  const turning = useChange(organisation, (_, operationId) =>
    call(closing ? 'requisition.close' : 'requisition.reopen', { params: { requisitionId }, input: { operationId } }),
  );
  async function turn() {
    const answer = await turning.run(`${closing} ${closedAt}`);
    if (!answer.ok) return;
    organisation.saying.say(words.done);
    onDone();
  }
  const refused = turning.error !== undefined && isRefused(turning.error, 'no_vacancy');
  return (
    <Sheet open id="turn-sheet" title={words.ask(position)} onClose={onClose}>
      <View className="hr-fact">{words.text}</View>
      {(full || refused) && (
        <View className="hr-org-note" id="turn-full">
          {organisationWords.requisition.reopen_.full}
        </View>
      )}
      {turning.error && !refused && <CommandError error={turning.error} safe={words.safe} />}
      <SheetActions
        id="confirm-turn"
        cancel={organisationWords.cancel}
        confirm={turning.busy ? words.busy : words.confirm}
        busy={turning.busy}
        disabled={full}
        onCancel={onClose}
        onConfirm={() => void turn()}
      />
    </Sheet>
  );
}
