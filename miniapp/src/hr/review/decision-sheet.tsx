import { View } from '@tarojs/components';
import type { Outcome } from '#shared/interview/state.ts';
import type { CallError } from '../../api/call-error.ts';
import { Sheet } from '../../components/sheet.tsx';
import { whenText } from '../../state/when.ts';
import { Fact } from '../components/fact.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { useNow } from '../use-now.ts';
import { hiringWords, words } from '../words.ts';
import type { Dossier } from './dossier.ts';
import { letter } from './letter.ts';
import './decision-sheet.scss';

type Props = {
  dossier: Dossier;
  outcome: Outcome;
  busy: boolean;
  error: CallError | undefined;
  onConfirm(): void;
  onClose(): void;
};

/** Says, before it is done, what the candidate will be told, when, and what it does to the opening. */
export function DecisionSheet({ dossier, outcome, busy, error, onConfirm, onClose }: Props) {
  const { candidate, company, position, undoMinutes } = dossier;
  const { taken, vacancies } = dossier.hiring;
  const takesSeat = outcome === 'offer' || outcome === 'onboarding';
  const full = taken >= vacancies;
  const now = useNow(10_000);
  const sentAt = new Date(now + undoMinutes * 60_000).toISOString();
  const facts: [string, string][] = [
    [
      words.decision.whenLabel,
      undoMinutes > 0 ? words.decision.when(undoMinutes, whenText(sentAt, now)) : words.decision.whenAtOnce,
    ],
    [words.decision.effectLabel, words.decision.counts[outcome]],
    ...(takesSeat
      ? [[hiringWords.seats, full ? hiringWords.full : hiringWords.vacancies(taken, vacancies)] as [string, string]]
      : []),
  ];
  return (
    <Sheet open title={words.decision.ask[outcome](candidate.name)} onClose={onClose}>
      <Fact label={words.decision.toldLabel}>
        <View className="hr-letter" id="letter">
          {letter(outcome, { candidate: candidate.name, company, position })}
        </View>
      </Fact>
      {facts.map(([label, text]) => (
        <Fact key={label} label={label}>
          <View>{text}</View>
        </Fact>
      ))}
      {error && <CommandError error={error} safe={words.decision.failedSafe} />}
      <SheetActions
        id="confirm-decision"
        cancel={words.decision.cancel}
        confirm={busy ? words.decision.confirming : words.decision.confirm}
        busy={busy}
        onCancel={onClose}
        onConfirm={onConfirm}
      />
    </Sheet>
  );
}
