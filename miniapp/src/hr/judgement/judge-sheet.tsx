import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { Sheet } from '../../components/sheet.tsx';
import { LongField, ScoreField } from '../components/field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import type { Review } from '../review/dossier.ts';
import type { Report } from '../review/quoted.ts';
import { useCommand } from '../use-command.ts';
import { reportWords } from '../words.ts';
import { type Entered, judgementOf } from './entered.ts';
import { weighted } from './weighted.ts';

type Props = {
  interviewId: string;
  report: Report;
  judgement: Review['judgement'];
  onClose(): void;
  onSaved(): void;
};

/** A person's own scores, where they differ, and why. */
export function JudgeSheet({ interviewId, report, judgement, onClose, onSaved }: Props) {
  const [entered, setEntered] = useState<Entered>(() => begun(judgement));
  const [told, setTold] = useState<'range' | 'needReason'>();
  const command = useCommand((intention, operationId) =>
    call('report.judge', {
      params: { interviewId },
      input: { operationId, report: report.report, ...JSON.parse(intention) },
    }),
  );
  const read = judgementOf({ ...entered, note: entered.note || '-' });
  const follows = weighted(report.dimensions, typeof read === 'string' ? {} : read.dimensions);

  async function save() {
    const own = judgementOf(entered);
    setTold(typeof own === 'string' ? own : undefined);
    if (typeof own === 'string') return;
    const answer = await command.run(JSON.stringify(own));
    if (answer.ok) onSaved();
  }
  const scored = (score: number | null) =>
    reportWords.judge.scored(score === null ? reportWords.insufficient : String(Math.round(score)));
  return (
    <Sheet open title={reportWords.judge.title} onClose={onClose}>
      <View className="hr-quiet">{reportWords.judge.kept}</View>
      {report.dimensions.map(({ name, score }, index) => (
        <View key={name} className="hr-judge-row">
          <View className="hr-judge-name">
            <View>{name}</View>
            <View className="hr-judge-scored">{scored(score)}</View>
          </View>
          <ScoreField
            id={`judge-${index + 1}`}
            label={`${name} ${reportWords.judge.own}`}
            placeholder={reportWords.judge.agree}
            text={entered.dimensions[name] ?? ''}
            onText={(text) =>
              setEntered((before) => ({ ...before, dimensions: { ...before.dimensions, [name]: text } }))
            }
          />
        </View>
      ))}
      <View className="hr-judge-row">
        <View className="hr-judge-name">
          <View>{reportWords.judge.ownOverall}</View>
          <View className="hr-judge-scored">{scored(report.overall)}</View>
        </View>
        <ScoreField
          id="judge-overall"
          label={`${reportWords.judge.ownOverall} ${reportWords.judge.own}`}
          placeholder={follows === null ? '' : String(follows)}
          text={entered.overall}
          onText={(overall) => setEntered((before) => ({ ...before, overall }))}
        />
      </View>
      <View className="hr-judge-label">{reportWords.judge.reason}</View>
      <LongField
        id="judge-note"
        label={reportWords.judge.reason}
        placeholder={reportWords.judge.reasonHint}
        text={entered.note}
        onText={(note) => setEntered((before) => ({ ...before, note }))}
      />
      {told && (
        <View className="hr-command-error" id="judge-told" {...aria({ role: 'alert' })}>
          {reportWords.judge[told]}
        </View>
      )}
      {command.error && <CommandError error={command.error} safe={reportWords.judge.failedSafe} />}
      <SheetActions
        id="save-judgement"
        cancel={reportWords.judge.cancel}
        confirm={command.busy ? reportWords.judge.saving : reportWords.judge.save}
        busy={command.busy}
        onCancel={onClose}
        onConfirm={() => void save()}
      />
    </Sheet>
  );
}

const begun = (judgement: Review['judgement']): Entered => ({
  overall: judgement?.overall == null ? '' : String(judgement.overall),
  dimensions: Object.fromEntries(
    Object.entries(judgement?.dimensions ?? {}).map(([name, score]) => [name, String(score)]),
  ),
  note: judgement?.note ?? '',
});
