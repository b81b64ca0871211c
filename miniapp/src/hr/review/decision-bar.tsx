import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Outcome } from '#shared/interview/state.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { CommandError } from '../components/states.tsx';
import { may } from '../may.tsx';
import { useNow } from '../use-now.ts';
import { accountWords, hiringWords, words } from '../words.ts';
import { DecisionSheet } from './decision-sheet.tsx';
import type { Dossier } from './dossier.ts';
import { timeLeft } from './time-left.ts';
import type { ReviewModel } from './use-review.ts';
import './decision-bar.scss';

const outcomes: Outcome[] = ['second_interview', 'offer', 'onboarding', 'pool', 'reject'];

type Props = { dossier: Dossier; decision: ReviewModel['decision']; undo: ReviewModel['undo'] };

/** Stands below the report: decide, or take back, or why neither is possible now. */
export function DecisionBar({ dossier, decision, undo }: Props) {
  const [asked, setAsked] = useState<Outcome>();
  const [undone, setUndone] = useState(false);
  const [anew, setAnew] = useState(false);
  const decided = dossier.status === 'evaluated';
  if (dossier.status === 'submitted' && !may('interview.decide')) {
    return (
      <View className="hr-decision hr-quiet" id="undecided">
        {accountWords.undecided[may('report.judge') ? 'judging' : 'looking']}
      </View>
    );
  }
  if (decided && !(anew && dossier.hiring.mayDecide)) {
    return <Decided dossier={dossier} undo={undo} onUndone={() => setUndone(true)} onAnew={() => setAnew(true)} />;
  }
  if (!decided && dossier.status !== 'submitted') {
    return (
      <View className="hr-decision hr-quiet">
        {dossier.canRestart && dossier.status === 'incomplete'
          ? words.decision.canRestart
          : words.decision.unavailable[dossier.status]}
      </View>
    );
  }

  async function confirm(outcome: Outcome) {
    const answer = await decision.run(outcome);
    if (!answer.ok) return;
    setAsked(undefined);
    setAnew(false);
    setUndone(false);
  }
  const close = () => {
    decision.forgetError();
    setAsked(undefined);
  };
  return (
    <View className="hr-decision">
      {undone && <View className="hr-quiet hr-decision-note">{words.decision.undone}</View>}
      {decided && (
        <View className="hr-decision-anew">
          <Text className="hr-quiet">{hiringWords.again.text}</Text>
          <Action kind="quiet" onTap={() => setAnew(false)}>
            {hiringWords.again.close}
          </Action>
        </View>
      )}
      {!decided && dossier.report === 'generating' && (
        <View className="hr-quiet hr-decision-note">{words.decision.waitingReport}</View>
      )}
      <View className="hr-decision-choices">
        {outcomes
          .filter((one) => !decided || one !== dossier.outcome)
          .map((outcome) => (
            <View key={outcome} className="hr-decision-choice">
              <Action
                block
                id={`decide-${outcome}`}
                kind={outcome === 'second_interview' ? 'primary' : 'plain'}
                onTap={() => setAsked(outcome)}
              >
                {copy.statuses.outcome[outcome]}
              </Action>
            </View>
          ))}
      </View>
      {asked !== undefined && (
        <DecisionSheet
          dossier={dossier}
          outcome={asked}
          busy={decision.busy}
          error={decision.error}
          onConfirm={() => void confirm(asked)}
          onClose={close}
        />
      )}
    </View>
  );
}

type DecidedProps = Pick<Props, 'dossier' | 'undo'> & { onUndone(): void; onAnew(): void };

function Decided({ dossier, undo, onUndone, onAnew }: DecidedProps) {
  const now = useNow(1000);
  const mine = may('interview.undoDecision');
  const left = dossier.undoUntil === null || !mine ? undefined : timeLeft(dossier.undoUntil, now);
  const known = dossier.undoUntil === null;

  async function takeBack() {
    const answer = await undo.run();
    if (answer.ok) onUndone();
  }
  return (
    <View className="hr-decision">
      <View className="hr-decided">
        <View className="hr-decided-text">
          <View className="hr-decided-what">
            {dossier.outcome !== null && words.decision.decided(copy.statuses.outcome[dossier.outcome])}
          </View>
          {left ? (
            <View className="hr-quiet hr-tabular">
              <View>{words.decision.undoable(left.minutes)}</View>
              <View>{words.decision.undoLeft(left.clock)}</View>
            </View>
          ) : (
            <View className="hr-quiet">{known ? hiringWords.again.told : words.decision.told}</View>
          )}
        </View>
        {left && (
          <Action id="undo-decision" busy={undo.busy} onTap={() => void takeBack()}>
            {undo.busy ? words.decision.undoing : words.decision.undo}
          </Action>
        )}
        {!left && mine && dossier.hiring.mayDecide && (
          <Action id="decide-anew" onTap={onAnew}>
            {hiringWords.again.open}
          </Action>
        )}
      </View>
      {undo.error && <CommandError error={undo.error} safe={words.state.unreachable} />}
    </View>
  );
}
