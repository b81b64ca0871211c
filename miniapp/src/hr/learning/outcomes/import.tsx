import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type Columns, type OutcomeField, outcomeFields } from '#shared/intake/columns.ts';
import { call } from '../../../api/call.ts';
import type { CallError } from '../../../api/call-error.ts';
import { retrying } from '../../../api/retry.ts';
import { Action } from '../../../components/action.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { CommandError, Failure } from '../../components/states.tsx';
import { ColumnsCard } from '../../intake/columns-card.tsx';
import { FileBox } from '../../intake/file-box.tsx';
import { type ReadFile, useFile } from '../../intake/use-file.ts';
import { useCommand } from '../../use-command.ts';
import { words as hrWords, learningWords } from '../../words.ts';
import { outcomeText } from './outcome-text.ts';
import '../../intake/index.scss';

type Found = Output<'outcome.preview'>;
const words = learningWords.outcomes;
const atOnce = 100;

/** How it went with many at once, out of a table: looked at first, then written. */
export function ImportOutcomes({ onDone }: { onDone(): void }) {
  const { state, pick, retry } = useFile('outcomes');
  return (
    <View id="outcomes-import">
      <View className="hr-quiet">{words.importText}</View>
      <FileBox id="pick-outcomes" choose={words.choose} state={state} onPick={() => void pick()} onRetry={retry} />
      {state.phase === 'ready' && <Previewed key={state.file.fileId} file={state.file} onDone={onDone} />}
    </View>
  );
}

const isOurs = (field: string | null): field is OutcomeField =>
  field !== null && (outcomeFields as readonly string[]).includes(field);

function Previewed({ file: { fileId, headers, columns: suggested }, onDone }: { file: ReadFile; onDone(): void }) {
  const [columns, setColumns] = useState<Columns<OutcomeField>>(
    suggested.map((field) => (isOurs(field) ? field : null)),
  );
  const [found, setFound] = useState<Found>();
  const [error, setError] = useState<CallError>();
  const [again, setAgain] = useState(0);
  const [written, setWritten] = useState<number>();
  const changed = (found?.outcomes ?? []).filter(({ changes }) => changes);
  const send = useCommand((page) => {
    const from = Number(page) * atOnce;
    const outcomes = changed
      .slice(from, from + atOnce)
      .map(({ applicationId, version, retention, leftOn, probation, performance }) => ({
        applicationId,
        version,
        retention,
        leftOn,
        probation,
        performance,
      }));
    return call('outcome.enter', { input: { from: 'file', outcomes } });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is a wish to ask once more.
  useEffect(() => {
    let stopped = false;
    const ask = () => call('outcome.preview', { params: { fileId }, input: { columns: [...columns] } });
    void retrying(ask).then((answer) => {
      if (stopped) return;
      if (answer.ok) setFound(answer.value);
      setError(answer.ok ? undefined : answer.error);
    });
    return () => {
      stopped = true;
    };
  }, [fileId, columns, again]);

  async function write() {
    let done = 0;
    for (let page = 0; page * atOnce < changed.length; page += 1) {
      const answer = await send.run(String(page));
      if (!answer.ok) return;
      done += answer.value.written.length;
    }
    setWritten(done);
    onDone();
  }

  if (error) return <Failure error={error} onRetry={() => setAgain(again + 1)} />;
  if (!found) return <Skeleton cards={2} />;
  return (
    <View>
      <View className="hr-card hr-intake-card">
        <View id="outcomes-found" className="hr-intake-title" {...aria({ role: 'status' })}>
          {written !== undefined
            ? words.wrote(written)
            : changed.length === 0
              ? words.nothing
              : words.previewed(changed.length)}
        </View>
        {changed.map((one) => (
          <View key={one.row} className="hr-intake-row">
            <View className="hr-intake-what">
              {one.candidate} <Text className="hr-quiet">{one.position}</Text>
              <View className="hr-quiet">{outcomeText(one)}</View>
            </View>
          </View>
        ))}
      </View>
      {written === undefined && (
        <ColumnsCard headers={headers} fields={outcomeFields} needed={[]} columns={columns} onColumns={setColumns} />
      )}
      {found.problems.length > 0 && (
        <View className="hr-card hr-intake-card" id="outcome-problems">
          {found.problems.map(({ row, column, field, problem, text }) => (
            <View key={`${row}-${field}-${problem}`} className="hr-intake-row">
              <Text className="hr-intake-where">{words.problem(row, column ?? '')}</Text>
              <View className="hr-intake-what">
                {words.problems[problem]}
                {text !== '' && <Text className="hr-quiet"> {text}</Text>}
              </View>
            </View>
          ))}
        </View>
      )}
      {send.error && <CommandError error={send.error} safe={hrWords.state.unknown} />}
      {changed.length > 0 && written === undefined && (
        <Action id="write-outcomes" kind="primary" block busy={send.busy} onTap={() => void write()}>
          {words.write(changed.length)}
        </Action>
      )}
    </View>
  );
}
