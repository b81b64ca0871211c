import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { saveBytes } from '#platform/save-file.ts';
import type { Query } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Sheet } from '../../components/sheet.tsx';
import { language } from '../../copy.ts';
import { askSecondFactor } from '../account/ask-second-factor.ts';
import { Choices } from '../components/choices.tsx';
import { Fact } from '../components/fact.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { figureWords, words as hrWords } from '../words.ts';

const words = figureWords.export;
type Asked = Query<'figures.export'>;
type Table = Asked['table'];
const tables = ['no_shows', 'funnel', 'pass_rates', 'scores', 'satisfaction', 'reminders'] as const;
/** WeChat can show an XLSX and let it be sent on; a CSV it cannot. */
const formats = process.env.TARO_ENV === 'h5' ? (['csv', 'xlsx'] as const) : (['xlsx'] as const);

type Props = {
  /** Of the figures shown: the same period and narrowing. */
  query: Omit<Asked, 'table' | 'format' | 'language'>;
  /** Only this one: the list that is looked at. */
  only?: 'people';
  first?: (typeof tables)[number];
  onClose(): void;
};

/** A table of what is shown, as a file. */
export function ExportSheet({ query, only, first = 'no_shows', onClose }: Props) {
  const [table, setTable] = useState<Table>(only ?? first);
  const [format, setFormat] = useState<Asked['format']>('xlsx');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const [said, setSaid] = useState<string>();

  async function run() {
    setBusy(true);
    setError(undefined);
    setSaid(undefined);
    const answer = await retrying(() => call('figures.export', { query: { ...query, table, format, language } }));
    if (!answer.ok) {
      setError(answer.error);
      askSecondFactor(answer.error);
    } else {
      const { name, base64, type, complete } = answer.value;
      const kept = await saveBytes({ name, base64, mime: type });
      const outcome = { saved: words.saved(name), opened: words.opened, failed: words.failed }[kept];
      setSaid(complete ? outcome : `${outcome}${figureWords.stop}${words.incomplete}`);
    }
    setBusy(false);
  }
  return (
    <Sheet open id="export-sheet" title={only === undefined ? words.title : words.people} onClose={onClose}>
      {only === undefined && (
        <Fact label={words.table}>
          <Choices<Table>
            id="export-table"
            label={words.table}
            options={tables.map((value) => ({ value, name: words.tables[value] }))}
            chosen={table}
            onChoose={setTable}
          />
        </Fact>
      )}
      {formats.length > 1 && (
        <Fact label={words.format}>
          <Choices<Asked['format']>
            id="export-format"
            label={words.format}
            options={formats.map((value) => ({ value, name: words.formats[value] }))}
            chosen={format}
            onChoose={setFormat}
          />
        </Fact>
      )}
      <View className="hr-quiet">{words.note}</View>
      {said !== undefined && (
        <View id="export-said" className="hr-data-outcome" {...aria({ role: 'status' })}>
          {said}
        </View>
      )}
      {error && <CommandError error={error} safe={hrWords.state.unreachable} />}
      <SheetActions
        id="run-export"
        cancel={words.cancel}
        confirm={busy ? words.busy : words.run}
        busy={busy}
        onCancel={onClose}
        onConfirm={() => void run()}
      />
    </Sheet>
  );
}
