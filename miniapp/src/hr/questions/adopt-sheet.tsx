import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { Check } from '../../components/check.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { useCommand } from '../use-command.ts';
import { positionWords } from '../words.ts';

type Entry = Output<'question.list'>['questions'][number];
type Props = { entry: Entry; onDone(): void; onClose(): void };

const words = positionWords.bankPage;

/** Which of the positions on an older version take the newest one. */
export function AdoptSheet({ entry, onDone, onClose }: Props) {
  const older = entry.uses.filter(({ state }) => state === 'older');
  const [chosen, setChosen] = useState<string[]>([]);
  const [busy, setBusy] = useState(0);
  const command = useCommand((intention, operationId) =>
    call('question.adopt', {
      params: { bankId: entry.bankId ?? '' },
      input: { operationId, positionIds: intention.split(' ') },
    }),
  );
  async function adopt() {
    const answer = await command.run(chosen.join(' '));
    if (!answer.ok) return;
    void Taro.showToast({ title: words.updated(answer.value.adopted.length), icon: 'none' });
    if (answer.value.busy.length === 0) onDone();
    else setBusy(answer.value.busy.length);
  }
  return (
    <Sheet open id="adopt-sheet" title={words.updateTitle} onClose={onClose}>
      <View className="hr-quiet">{words.updateText}</View>
      {older.map(({ positionId, title, version }) => (
        <Check
          key={positionId}
          id={`adopt-into-${positionId}`}
          checked={chosen.includes(positionId)}
          hint={words.versions(version)}
          onChange={(on) => setChosen(on ? [...chosen, positionId] : chosen.filter((one) => one !== positionId))}
        >
          {title}
        </Check>
      ))}
      {busy > 0 && <View className="hr-finding hr-finding-warning">{words.busy(busy)}</View>}
      {command.error && <CommandError error={command.error} safe={words.failedSafe} />}
      <SheetActions
        id="confirm-adopt"
        cancel={words.cancel}
        confirm={words.update}
        busy={command.busy}
        disabled={chosen.length === 0}
        onCancel={onClose}
        onConfirm={() => void adopt()}
      />
    </Sheet>
  );
}
