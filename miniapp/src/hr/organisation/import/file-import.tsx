import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { saveFile } from '#platform/save-file.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type Columns, type OrganisationField, organisationFields } from '#shared/intake/columns.ts';
import { csvOf } from '#shared/intake/csv.ts';
import { call } from '../../../api/call.ts';
import { type CallError, isRefused } from '../../../api/call-error.ts';
import { retrying } from '../../../api/retry.ts';
import { Action } from '../../../components/action.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { Failure } from '../../components/states.tsx';
import { ColumnsCard } from '../../intake/columns-card.tsx';
import { FileBox } from '../../intake/file-box.tsx';
import { type ReadFile, useFile } from '../../intake/use-file.ts';
import { useCommand } from '../../use-command.ts';
import { intakeWords, organisationWords } from '../../words.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { DoneCard } from './done-card.tsx';
import { PreviewCards } from './preview.tsx';

const needed = ['department'] as const;
const words = organisationWords.import;
type FilePreview = Output<'organisation.previewFile'>;

/** A table of departments and posts: chosen, previewed with its columns, taken over. */
export function FileImport() {
  const { state, pick, retry } = useFile('organisation');
  const file = state.phase === 'ready' ? state.file : undefined;
  async function sample() {
    const saved = await saveFile({
      name: words.templateName,
      text: csvOf(words.templateRows.map((row) => [...row])),
      mime: 'text/csv',
    });
    if (saved === 'copied') void Taro.showToast({ title: words.copied, icon: 'none' });
  }
  return (
    <View>
      <View className="hr-quiet hr-import-hint">{words.fileText}</View>
      <FileBox id="pick-table" choose={words.choose} state={state} onPick={() => void pick()} onRetry={retry} />
      {file === undefined && (
        <View className="hr-import-hint">
          <Action id="sample" kind="quiet" block onTap={() => void sample()}>
            {words.template}
          </Action>
        </View>
      )}
      {file !== undefined && <Previewed key={file.fileId} file={file} />}
    </View>
  );
}

const isOurs = (field: string | null): field is OrganisationField => organisationFields.some((one) => one === field);

function Previewed({ file }: { file: ReadFile }) {
  const { fileId, headers } = file;
  const [columns, setColumns] = useState<Columns<OrganisationField>>(
    file.columns.map((field) => (isOurs(field) ? field : null)),
  );
  const [preview, setPreview] = useState<FilePreview>();
  const [error, setError] = useState<CallError>();
  const [again, setAgain] = useState(0);
  const [outdated, setOutdated] = useState(false);
  const [applied, setApplied] = useState<Output<'organisation.applyFile'>>();
  const applying = useCommand((digest, operationId) =>
    call('organisation.applyFile', { params: { fileId }, input: { operationId, columns: [...columns], digest } }),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is a wish to ask once more.
  useEffect(() => {
    let stopped = false;
    const input = { columns: [...columns] };
    void retrying(() => call('organisation.previewFile', { params: { fileId }, input })).then((answer) => {
      if (stopped) return;
      if (answer.ok) setPreview(answer.value);
      setError(answer.ok ? undefined : answer.error);
    });
    return () => {
      stopped = true;
    };
  }, [fileId, columns, again]);

  if (applied !== undefined) return <DoneCard applied={applied} />;
  if (error) return <Failure error={error} onRetry={() => setAgain(again + 1)} />;
  if (preview === undefined) return <Skeleton cards={2} />;

  async function apply({ digest }: FilePreview) {
    const answer = await applying.run(digest);
    if (answer.ok) return setApplied(answer.value);
    const changed = isRefused(answer.error, 'preview_outdated');
    setOutdated(changed);
    if (changed) setAgain(again + 1);
  }
  return (
    <View>
      {outdated && (
        <View className="hr-import-note" id="outdated">
          {words.outdated}
        </View>
      )}
      <PreviewCards preview={preview} fromWecom={false} />
      {preview.wrong > 0 && <Problems preview={preview} />}
      <ColumnsCard
        headers={headers}
        fields={organisationFields}
        needed={needed}
        columns={columns}
        onColumns={setColumns}
      />
      <ConfirmBar
        preview={preview}
        busy={applying.busy}
        error={outdated ? undefined : applying.error}
        onConfirm={() => void apply(preview)}
      />
    </View>
  );
}

function Problems({ preview }: { preview: FilePreview }) {
  return (
    <View id="problems">
      <View className="hr-heading hr-org-warm">{words.wrong(preview.wrong)}</View>
      <View className="hr-card">
        {preview.problems.map(({ row, column, field, problem, text }) => (
          <View key={`${row} ${field} ${problem}`} className="hr-import-line">
            <Text className="hr-quiet hr-tabular">{words.at(row, column ?? '')}</Text>
            <View className="hr-import-what">
              {words.problems[problem]}
              {text !== '' && <Text className="hr-quiet"> {intakeWords.preview.says(text)}</Text>}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
