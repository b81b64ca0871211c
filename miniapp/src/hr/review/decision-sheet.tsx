import { View } from '@tarojs/components';
import type { Outcome } from '#shared/interview/state.ts';
import type { CallError } from '../../api/call-error.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { CommandError } from '../components/states.tsx';
import { usualTerms } from '../usual-terms.ts';
import { words } from '../words.ts';
import './decision-sheet.scss';

type Props = {
  name: string;
  outcome: Outcome;
  busy: boolean;
  error: CallError | undefined;
  onConfirm(): void;
  onClose(): void;
};

/** Says, before it is done, what the candidate will be told, when, and what it does to the opening. */
export function DecisionSheet({ name, outcome, busy, error, onConfirm, onClose }: Props) {
  const facts: [string, string][] = [
    [words.decision.toldLabel, words.decision.tells[outcome]],
    [words.decision.whenLabel, words.decision.when(usualTerms.undoMinutes)],
    [words.decision.effectLabel, words.decision.counts[outcome]],
  ];
  return (
    <Sheet open title={words.decision.ask[outcome](name)} onClose={onClose}>
      {facts.map(([label, text]) => (
        <View key={label} className="hr-fact">
          <View className="hr-quiet">{label}</View>
          <View>{text}</View>
        </View>
      ))}
      {error && <CommandError error={error} safe={words.decision.failedSafe} />}
      <View className="hr-sheet-actions">
        <Action kind="quiet" disabled={busy} onTap={onClose}>
          {words.decision.cancel}
        </Action>
        <Action id="confirm-decision" kind="primary" busy={busy} onTap={onConfirm}>
          {busy ? words.decision.confirming : words.decision.confirm}
        </Action>
      </View>
    </Sheet>
  );
}
