import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { Sheet } from '../../../components/sheet.tsx';
import { Choices } from '../../components/choices.tsx';
import { LineField } from '../../components/line-field.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError } from '../../components/states.tsx';
import { useCommand } from '../../use-command.ts';
import { words as hrWords, learningWords } from '../../words.ts';
import type { Outcome } from '../sections/outcomes.tsx';

type Props = { outcome: Outcome; onClose(): void; onSaved(): void };
const words = learningWords.outcomes;
type Retention = 'there' | 'left' | 'none';
type Probation = 'passed' | 'failed' | 'none';
const none = 'none';
const levels = [1, 2, 3, 4, 5] as const;

/** How it went with one person; what is not known stays open. */
export function OutcomeSheet({ outcome, onClose, onSaved }: Props) {
  const { applicationId, version } = outcome;
  const [retention, setRetention] = useState<Retention>(outcome.retention ?? none);
  const [probation, setProbation] = useState<Probation>(outcome.probation ?? none);
  const [performance, setPerformance] = useState(outcome.performance ?? 0);
  const [wrong, setWrong] = useState<string>();
  const leftOn = useRef(outcome.leftOn ?? '');
  const send = useCommand(() => {
    const left = retention === 'left' && leftOn.current !== '' ? leftOn.current : null;
    const said = {
      applicationId,
      version,
      retention: retention === none ? null : retention,
      leftOn: left,
      probation: probation === none ? null : probation,
      performance: performance === 0 ? null : performance,
    };
    return call('outcome.enter', { input: { from: 'entered', outcomes: [said] } });
  });

  async function save() {
    if (retention === 'left' && !/^(\d{4}-\d{2}-\d{2})?$/.test(leftOn.current)) return setWrong(words.leftWrong);
    setWrong(undefined);
    const answer = await send.run(JSON.stringify([retention, leftOn.current, probation, performance]));
    if (!answer.ok) return;
    if (answer.value.refused.length > 0) setWrong(words.refused);
    else onSaved();
  }

  return (
    <Sheet id="outcome-sheet" open title={`${outcome.candidate} · ${outcome.position}`} onClose={onClose}>
      <View className="hr-learn-form">
        <View className="hr-learn-small">{words.retention}</View>
        <Choices<Retention>
          id="retention"
          label={words.retention}
          options={[
            { value: 'there', name: words.retentions.there },
            { value: 'left', name: words.retentions.left },
            { value: none, name: words.unknown },
          ]}
          chosen={retention}
          onChoose={setRetention}
        />
        {retention === 'left' && (
          <LineField
            id="left-on"
            label={words.leftOn}
            placeholder={`${words.leftOn} ${words.leftHint}`}
            text={leftOn.current}
            longest={10}
            onText={(text) => {
              leftOn.current = text.trim();
            }}
          />
        )}
        <View className="hr-learn-small">{words.probation}</View>
        <Choices<Probation>
          id="probation"
          label={words.probation}
          options={[
            { value: 'passed', name: words.probations.passed },
            { value: 'failed', name: words.probations.failed },
            { value: none, name: words.unknown },
          ]}
          chosen={probation}
          onChoose={setProbation}
        />
        <View className="hr-learn-small">{words.performance}</View>
        <Choices<number>
          id="performance"
          label={words.performance}
          options={[...levels.map((value) => ({ value, name: String(value) })), { value: 0, name: words.unknown }]}
          chosen={performance}
          onChoose={setPerformance}
        />
        {wrong !== undefined && <View className="hr-learn-warm">{wrong}</View>}
        {send.error && <CommandError error={send.error} safe={hrWords.state.unknown} />}
        <SheetActions
          id="save-outcome"
          cancel={learningWords.cancel}
          confirm={words.save}
          busy={send.busy}
          onCancel={onClose}
          onConfirm={() => void save()}
        />
      </View>
    </Sheet>
  );
}
