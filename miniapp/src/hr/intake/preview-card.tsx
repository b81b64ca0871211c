import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import { saveFile } from '#platform/save-file.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { CandidateField, Columns } from '#shared/intake/columns.ts';
import { csvOf } from '#shared/intake/csv.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { errorText } from '../error-text.ts';
import { intakeWords } from '../words.ts';

type Preview = Output<'intake.preview'>;
type Problem = Pick<Preview['problems'][number], 'problem' | 'first'>;

const problemText = ({ problem, first }: Problem): string =>
  problem === 'repeated' && first !== null ? intakeWords.repeats(first) : intakeWords.problems[problem];

/** What the import would do: how many are new, known and wrong, who they are, and what is wrong where. */
export function PreviewCard({ preview }: { preview: Preview }) {
  const words = intakeWords.preview;
  const fresh = preview.sample.filter(({ known }) => !known);
  const counts = [
    { id: 'new', name: words.fresh, count: preview.new, warm: false },
    { id: 'known', name: words.known, count: preview.known, warm: false },
    { id: 'wrong', name: words.wrong, count: preview.wrong, warm: preview.wrong > 0 },
  ];
  return (
    <View className="hr-card hr-intake-card">
      <View className="hr-intake-counts" {...aria({ role: 'status' })}>
        {counts.map(({ id, name, count, warm }) => (
          <View key={id}>
            <Text id={`preview-${id}`} className={warm ? 'hr-intake-count hr-intake-warm' : 'hr-intake-count'}>
              {count}
            </Text>
            <Text className="hr-quiet">{name}</Text>
          </View>
        ))}
      </View>
      {preview.known > 0 && <View className="hr-quiet hr-intake-hint">{words.knownMeans}</View>}
      {preview.new === 0 && <View className="hr-intake-trouble">{words.nothing}</View>}
      {fresh.length > 0 && <View className="hr-heading">{words.sample}</View>}
      {fresh.slice(0, 5).map(({ row, name, phone, headline }) => (
        <View key={row} className="hr-intake-row">
          <Text className="hr-intake-what">
            {name} {phone} {headline}
          </Text>
        </View>
      ))}
      {preview.new > 5 && <View className="hr-quiet">{words.more(preview.new)}</View>}
    </View>
  );
}

type ProblemsProps = { fileId: string; columns: Columns<CandidateField>; preview: Preview };

export function ProblemsCard({ fileId, columns, preview }: ProblemsProps) {
  const words = intakeWords.preview;
  async function download() {
    const answer = await call('intake.problems', { params: { fileId }, input: { columns: [...columns] } });
    if (!answer.ok) return void Taro.showToast({ title: errorText(answer.error), icon: 'none' });
    const { headers, rows } = answer.value;
    const lines = rows.map(({ cells, problems }) => [
      ...headers.map((_, i) => cells[i] ?? ''),
      problems.map((one) => `${intakeWords.fields[one.field]}: ${problemText(one)}`).join('; '),
    ]);
    const text = csvOf([[...headers, words.problemColumn], ...lines]);
    const saved = await saveFile({ name: words.file, text, mime: 'text/csv' });
    if (saved === 'copied') void Taro.showToast({ title: words.copied, icon: 'none' });
  }
  return (
    <View className="hr-card hr-intake-card" id="problems">
      <View className="hr-heading-row">
        <View className="hr-intake-title">{words.problems}</View>
        <Action id="download-problems" kind="quiet" onTap={() => void download()}>
          {words.download}
        </Action>
      </View>
      {preview.problems.map(({ row, column, text, field, ...problem }) => (
        <View key={`${row}-${field}-${problem.problem}`} className="hr-intake-row">
          <Text className="hr-intake-where">{words.at(row, column ?? '')}</Text>
          <View className="hr-intake-what">
            {problemText(problem)}
            {text !== '' && <Text className="hr-quiet"> {words.says(text)}</Text>}
          </View>
        </View>
      ))}
      {preview.wrong > preview.problems.length && (
        <View className="hr-quiet">{words.moreProblems(preview.problems.length)}</View>
      )}
    </View>
  );
}
