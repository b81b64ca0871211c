import { View } from '@tarojs/components';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import type { Dossier } from '../review/dossier.ts';
import { hiringWords } from '../words.ts';
import type { HiringModel } from './use-hiring.ts';

type Props = { dossier: Dossier; model: HiringModel['unjoining']; onClose(): void };

/** Who was said to have joined by mistake waits to join again. */
export function UnjoinSheet({ dossier, model, onClose }: Props) {
  const words = hiringWords.join.undo;
  async function confirm() {
    if (await model.run(dossier.hiring.joinedAt ?? '')) onClose();
  }
  return (
    <Sheet open id="unjoin-sheet" title={words.title(dossier.candidate.name)} onClose={onClose}>
      <View className="hr-fact">{words.text}</View>
      {model.error && <CommandError error={model.error} safe={words.safe} />}
      <SheetActions
        id="confirm-unjoin"
        cancel={hiringWords.arrange.cancel}
        confirm={model.busy ? words.busy : words.confirm}
        busy={model.busy}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}
