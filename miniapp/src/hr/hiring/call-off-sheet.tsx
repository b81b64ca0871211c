import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Outcome } from '#shared/interview/state.ts';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { FactChoices } from '../requests/fact-choices.tsx';
import type { Dossier } from '../review/dossier.ts';
import { hiringWords } from '../words.ts';
import type { HiringModel } from './use-hiring.ts';

type Props = { dossier: Dossier; model: HiringModel['withdrawing']; onClose(): void };

const instead = ['pool', 'second_interview', 'reject'] as const satisfies readonly Outcome[];

/** An offer is called off by deciding otherwise: what instead, and what follows from it. */
export function CallOffSheet({ dossier, model, onClose }: Props) {
  const words = hiringWords.offer.callOff;
  const [outcome, setOutcome] = useState<(typeof instead)[number]>('pool');
  const since = dossier.hiring.offer?.since ?? 0;
  async function confirm() {
    if (await model.run(outcome, since)) onClose();
  }
  return (
    <Sheet open id="call-off-sheet" title={words.title(dossier.candidate.name)} onClose={onClose}>
      <View className="hr-fact">{words.frees}</View>
      <FactChoices
        id="instead"
        label={words.instead}
        chosen={outcome}
        onChoose={(value) => setOutcome(value)}
        options={instead.map((value) => ({ value, name: copy.statuses.outcome[value] }))}
      />
      <View className="hr-fact hr-quiet">{words.told(dossier.undoMinutes)}</View>
      {model.error && <CommandError error={model.error} safe={words.safe} />}
      <SheetActions
        id="confirm-call-off"
        cancel={hiringWords.arrange.cancel}
        confirm={model.busy ? words.busy : words.confirm}
        busy={model.busy}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}
