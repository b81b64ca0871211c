import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type Columns, type RoundField, roundFields } from '#shared/intake/columns.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Failure } from '../components/states.tsx';
import { errorText } from '../error-text.ts';
import { intakeWords } from '../words.ts';
import { ColumnsCard } from './columns-card.tsx';
import { FileBox } from './file-box.tsx';
import { type Step, useEach } from './use-each.ts';
import { type ReadFile, useFile } from './use-file.ts';

type Found = Output<'intake.rounds'>;
type Result = Found['results'][number];

export function Rounds() {
  const { state, pick, retry } = useFile('rounds');
  const file = state.phase === 'ready' ? state.file : undefined;
  return (
    <View>
      <FileBox
        id="pick-rounds"
        choose={intakeWords.choose.rounds}
        state={state}
        onPick={() => void pick()}
        onRetry={retry}
      />
      {file && <Previewed key={file.fileId} file={file} />}
    </View>
  );
}

const needed = ['round', 'passed'] as const;
const isOurs = (field: string | null): field is RoundField =>
  field !== null && (roundFields as readonly string[]).includes(field);

/** Whose results a table holds, before one of them is entered. */
function Previewed({ file }: { file: ReadFile }) {
  const { fileId, headers } = file;
  const [columns, setColumns] = useState<Columns<RoundField>>(
    file.columns.map((field) => (isOurs(field) ? field : null)),
  );
  const [found, setFound] = useState<Found>();
  const [error, setError] = useState<CallError>();
  const [again, setAgain] = useState(0);
  const each = useEach((row, operationId) => {
    const result = found?.results.find((one) => String(one.row) === row);
    if (result === undefined) throw new Error('no such row');
    const { interviewId, round, score, passed, comment, day } = result;
    const words = [day, comment].filter((one) => one !== null && one !== '').join(' ');
    return call('interview.enterRound', {
      params: { interviewId },
      input: { operationId, round, score, passed, words },
    });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is a wish to ask once more.
  useEffect(() => {
    let stopped = false;
    const ask = () => call('intake.rounds', { params: { fileId }, input: { columns: [...columns] } });
    void retrying(ask).then((answer) => {
      if (stopped) return;
      if (answer.ok) setFound(answer.value);
      setError(answer.ok ? undefined : answer.error);
    });
    return () => {
      stopped = true;
    };
  }, [fileId, columns, again]);

  if (error) return <Failure error={error} onRetry={() => setAgain(again + 1)} />;
  if (!found) return <Skeleton cards={2} />;
  const rows = found.results.map(({ row }) => String(row));
  const begun = each.all > 0;
  const left = begun ? each.failed : rows;
  return (
    <View>
      <View className="hr-card hr-intake-card">
        <View id="rounds-found" className="hr-intake-title" {...aria({ role: 'status' })}>
          {each.busy
            ? intakeWords.rounds.entering(each.done, each.all)
            : begun
              ? intakeWords.rounds.entered(each.done)
              : intakeWords.rounds.found(rows.length)}
        </View>
        {found.results.map((result) => (
          <ResultRow key={result.row} result={result} step={each.steps.get(String(result.row))} />
        ))}
      </View>
      {!begun && (
        <ColumnsCard headers={headers} fields={roundFields} needed={needed} columns={columns} onColumns={setColumns} />
      )}
      {found.problems.length > 0 && (
        <View className="hr-card hr-intake-card" id="problems">
          <View className="hr-intake-title">{intakeWords.preview.problems}</View>
          {found.problems.map(({ row, column, field, problem, text }) => (
            <View key={`${row}-${field}-${problem}`} className="hr-intake-row">
              <Text className="hr-intake-where">{intakeWords.preview.at(row, column ?? '')}</Text>
              <View className="hr-intake-what">
                {intakeWords.roundProblems[problem]}
                {text !== '' && <Text className="hr-quiet"> {intakeWords.preview.says(text)}</Text>}
              </View>
            </View>
          ))}
        </View>
      )}
      {left.length > 0 && (
        <View className="hr-intake-actions">
          <Action id="enter-rounds" kind="primary" block busy={each.busy} onTap={() => void each.run(left)}>
            {intakeWords.rounds.enter(left.length)}
          </Action>
        </View>
      )}
    </View>
  );
}

type RowProps = { result: Result; step: Step | undefined };

function ResultRow({ result, step }: RowProps) {
  const { candidate, position, round, score, passed, comment } = result;
  const words = intakeWords.rounds;
  const said = [
    words.names[round],
    score === null ? '' : words.score(score),
    passed ? words.passed : words.notPassed,
    comment,
  ];
  return (
    <View className="hr-intake-row">
      <View className="hr-intake-what">
        <View>
          {candidate} <Text className="hr-quiet">{position}</Text>
        </View>
        <View className="hr-quiet">{said.filter((one) => one !== '').join(' · ')}</View>
        {typeof step === 'object' && <View className="hr-intake-warm">{errorText(step.error)}</View>}
      </View>
      {step === 'done' && <Text className="hr-intake-where">✓</Text>}
    </View>
  );
}
