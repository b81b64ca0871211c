import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type CandidateField, type Columns, candidateFields } from '#shared/intake/columns.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Skeleton } from '../../components/states.tsx';
import { CommandError, Failure } from '../components/states.tsx';
import { useCommand } from '../use-command.ts';
import { intakeWords } from '../words.ts';
import { ColumnsCard } from './columns-card.tsx';
import { FileBox } from './file-box.tsx';
import { NextStep } from './next-step.tsx';
import { PreviewCard, ProblemsCard } from './preview-card.tsx';
import { type ReadFile, useFile } from './use-file.ts';

const needed = ['name', 'phone'] as const;

/** A table of candidates: chosen, previewed with its columns, imported, and on to the positions. */
export function TableImport() {
  const { state, pick, retry } = useFile('candidates');
  const file = state.phase === 'ready' ? state.file : undefined;
  return (
    <View>
      <FileBox
        id="pick-table"
        choose={intakeWords.choose.table}
        state={state}
        onPick={() => void pick()}
        onRetry={retry}
      />
      {file && <Previewed key={file.fileId} file={file} />}
    </View>
  );
}

const isOurs = (field: string | null): field is CandidateField =>
  field !== null && (candidateFields as readonly string[]).includes(field);

function Previewed({ file }: { file: ReadFile }) {
  const { fileId, headers } = file;
  const [columns, setColumns] = useState<Columns<CandidateField>>(
    file.columns.map((field) => (isOurs(field) ? field : null)),
  );
  const [preview, setPreview] = useState<Output<'intake.preview'>>();
  const [error, setError] = useState<CallError>();
  const [again, setAgain] = useState(0);
  const [importId, setImportId] = useState<string>();
  const command = useCommand((_, operationId) =>
    call('intake.import', { params: { fileId }, input: { operationId, columns: [...columns] } }),
  );
  const imported = useImport(fileId, importId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is a wish to ask once more.
  useEffect(() => {
    let stopped = false;
    void retrying(() => call('intake.preview', { params: { fileId }, input: { columns: [...columns] } })).then(
      (answer) => {
        if (stopped) return;
        if (answer.ok) setPreview(answer.value);
        setError(answer.ok ? undefined : answer.error);
      },
    );
    return () => {
      stopped = true;
    };
  }, [fileId, columns, again]);

  async function start() {
    const answer = await command.run(JSON.stringify(columns));
    if (answer.ok) setImportId(answer.value.importId);
  }

  if (imported?.state === 'done') return <NextStep imported={imported} />;
  if (error) return <Failure error={error} onRetry={() => setAgain(again + 1)} />;
  if (!preview) return <Skeleton cards={2} />;
  return (
    <View>
      <PreviewCard preview={preview} />
      <ColumnsCard
        headers={headers}
        fields={candidateFields}
        needed={needed}
        columns={columns}
        onColumns={setColumns}
      />
      {preview.problems.length > 0 && <ProblemsCard fileId={fileId} columns={columns} preview={preview} />}
      {command.error && <CommandError error={command.error} safe={intakeWords.preview.safe} />}
      {importId === undefined ? (
        preview.new > 0 && (
          <View className="hr-intake-actions">
            <Action id="start-import" kind="primary" block busy={command.busy} onTap={() => void start()}>
              {intakeWords.preview.import(preview.new)}
            </Action>
          </View>
        )
      ) : (
        <View className="hr-card hr-intake-card" {...aria({ role: 'status' })}>
          {intakeWords.importing(imported?.done ?? 0, imported?.all ?? file.rows)}
          <View className="hr-intake-bar">
            <View className="hr-bar">
              <View
                className="hr-bar-done"
                style={{ width: `${(100 * (imported?.done ?? 0)) / Math.max(1, imported?.all ?? file.rows)}%` }}
              />
            </View>
          </View>
        </View>
      )}
    </View>
  );
}

const everyMs = 700;

/** How far an import is; it goes on without anybody looking. */
function useImport(fileId: string, importId: string | undefined) {
  const [imported, setImported] = useState<Output<'intake.get'>['import']>(null);
  useEffect(() => {
    if (importId === undefined) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const answer = await call('intake.get', { params: { fileId }, query: { importId } });
      if (stopped) return;
      if (answer.ok) setImported(answer.value.import);
      if (!answer.ok || answer.value.import?.state !== 'done') timer = setTimeout(look, everyMs);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [fileId, importId]);
  return imported;
}
