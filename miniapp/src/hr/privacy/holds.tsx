import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { whenText } from '../../state/when.ts';
import { LongField } from '../components/field.tsx';
import { LineField } from '../components/line-field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { May } from '../may.tsx';
import { useCommand } from '../use-command.ts';
import { words as hrWords, privacyWords } from '../words.ts';

const words = privacyWords.erasures;
const candidateForm = /^cand_[a-z0-9]{4,40}$/;
export type HoldFor = { candidateId: string; name: string };
type Props = {
  holds: Output<'erasure.list'>['holds'];
  /** Whom it is to be put for: chosen above, or by their id. Null: nobody is asked about. */
  asked: HoldFor | 'by_id' | null;
  onAsk(asked: HoldFor | 'by_id' | null): void;
  onDone(): Promise<void>;
};

/** Whose data must not be deleted for now, and why. */
export function Holds({ holds, asked, onAsk, onDone }: Props) {
  const [typed, setTyped] = useState('');
  const known = asked === 'by_id' ? null : asked;
  const candidateId = known?.candidateId ?? typed;
  const [reason, setReason] = useState('');
  const putting = useCommand((id) => call('hold.put', { params: { candidateId: id }, input: { reason } }));
  const lifting = useCommand((id, operationId) =>
    call('hold.lift', { params: { candidateId: id }, input: { operationId } }),
  );

  async function put() {
    const done = await putting.run(candidateId);
    if (!done.ok) return;
    onAsk(null);
    setReason('');
    await onDone();
  }

  return (
    <>
      <View className="hr-heading-row">
        <View className="hr-heading">{words.holds}</View>
        <May to="hold.put">
          <Action id="hold-open" kind="quiet" onTap={() => onAsk('by_id')}>
            {words.put}
          </Action>
        </May>
      </View>
      <View id="holds" className="hr-card">
        {holds.length === 0 && <View className="hr-padded hr-quiet">{words.noHolds}</View>}
        {holds.map((hold) => (
          <View key={hold.candidateId} className="hr-privacy-row">
            <View className="hr-privacy-words">
              <View className="hr-privacy-head">{hold.name ?? hold.candidateId}</View>
              <View className="hr-quiet">{words.held(hold.reason, hold.by, whenText(hold.at, serverTime.now()))}</View>
            </View>
            <May to="hold.lift">
              <Action
                id={`lift-${hold.candidateId}`}
                busy={lifting.busy}
                onTap={() => void lifting.run(hold.candidateId).then(onDone)}
              >
                {words.lift}
              </Action>
            </May>
          </View>
        ))}
      </View>
      {lifting.error && <CommandError error={lifting.error} safe={hrWords.state.unreachable} />}
      <Sheet id="hold-sheet" open={asked !== null} title={words.hold} onClose={() => onAsk(null)}>
        <View className="hr-privacy-what">{words.holdText}</View>
        {known === null ? (
          <>
            <View className="hr-quiet">{words.holdFor}</View>
            <LineField
              id="hold-candidate"
              label={words.holdFor}
              placeholder="cand_…"
              longest={45}
              onText={(text) => setTyped(text.trim())}
            />
          </>
        ) : (
          <View className="hr-privacy-head">{known.name}</View>
        )}
        <View className="hr-quiet">{words.reason}</View>
        <LongField id="hold-reason" label={words.reason} onText={(text) => setReason(text.trim())} />
        {putting.error && <CommandError error={putting.error} safe={hrWords.state.unreachable} />}
        <SheetActions
          id="hold-confirm"
          cancel={words.cancel}
          confirm={words.put}
          busy={putting.busy}
          disabled={!candidateForm.test(candidateId) || reason.length < 2}
          onCancel={() => onAsk(null)}
          onConfirm={() => void put()}
        />
      </Sheet>
    </>
  );
}
