import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { aria } from '#platform/aria.ts';
import { saveFile } from '#platform/save-file.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Chip } from '../../../components/card.tsx';
import { Tap } from '../../../components/tap.tsx';
import { Empty } from '../../components/states.tsx';
import { usePrinting } from '../../print/use-printing.ts';
import { learningWords } from '../../words.ts';
import { fairnessCsv } from '../fairness-csv.ts';
import { nameOfPart } from '../fairness-names.ts';
import { FairnessPaper, PackScope } from '../fairness-paper.tsx';
import { ImpactTable } from '../impact-table.tsx';
import { when } from '../number-text.ts';
import { WorkedOut } from '../run-card.tsx';
import { Section } from '../section.tsx';

// The rules for paper are a browser's: WeChat's style sheets know no @page.
declare const require: (file: string) => unknown;
if (process.env.TARO_ENV === 'h5') require('../../print/printed-report.scss');

export type Fairness = Output<'learning.fairness'>;
export type Pack = NonNullable<Fairness['report']>['value'];
export type Part = Pack['parts'][number];
const words = learningWords.fairness;
const browser = process.env.TARO_ENV === 'h5';
const kinds = ['stage', 'rule', 'model'] as const;

/** 「公平性」: selection rates and impact ratios of every step, every version of rules and of the scorer; with its history. */
export function FairnessSection() {
  const [version, setVersion] = useState<number>();
  return (
    <Section
      name={`fairness${version ?? ''}`}
      lead={words.lead}
      load={() => call('learning.fairness', { query: version === undefined ? {} : { version } })}
    >
      {(value) => {
        const { report, history } = value;
        return (
          <>
            <WorkedOut at={report?.at ?? null} />
            {report && <Report value={value} pack={report.value} at={report.at} />}
            {history.length > 1 && (
              <View className="hr-learn-group">
                <View className="hr-learn-strong">{words.history}</View>
                <View className="hr-card">
                  {history.map((one) => (
                    <Tap
                      key={one.version}
                      id={`pack-${one.version}`}
                      className={`hr-learn-line ${one.version === report?.version ? 'hr-learn-strong' : ''}`}
                      pressed="hr-link-pressed"
                      onTap={() => setVersion(one.version)}
                    >
                      <Text>{words.version(one.version)}</Text>
                      <Text className="hr-quiet">{when(one.at)}</Text>
                      <Text className={one.flagged > 0 ? 'hr-learn-warm' : 'hr-quiet'}>
                        {one.flagged === 0 ? words.all : words.some(one.flagged)}
                      </Text>
                    </Tap>
                  ))}
                </View>
              </View>
            )}
          </>
        );
      }}
    </Section>
  );
}

function Report({ value, pack, at }: { value: Fairness; pack: Pack; at: string }) {
  const { positions } = value;
  const printing = usePrinting();
  const anything = pack.parts.some(({ tables }) => tables.some(({ categories }) => categories.length > 0));
  return (
    <View id="fairness-report" className="hr-learn-report">
      <View className="hr-card hr-learn-item">
        <PackScope pack={pack} />
        <Ways pack={pack} positions={positions} day={at.slice(0, 10)} />
      </View>
      {!anything && <Empty text={words.empty} />}
      {anything &&
        kinds.map((kind) => {
          const parts = pack.parts.filter((part) => part.kind === kind && part.people > 0);
          const first = newestFinding(parts);
          return parts.length === 0 ? null : (
            <View key={kind} className="hr-learn-group">
              <View className="hr-learn-strong">{words.kinds[kind]}</View>
              {kind === 'model' && <View className="hr-quiet">{words.modelText}</View>}
              {parts.map((part) => (
                <PartCard key={part.name} part={part} name={nameOfPart(part, positions)} opened={part === first} />
              ))}
            </View>
          );
        })}
      {pack.leftOut > 0 && <View className="hr-quiet">{words.leftOut(pack.leftOut)}</View>}
      <View className="hr-learn-small">{words.method}</View>
      {browser &&
        printing &&
        createPortal(
          <View className="hr-print">
            <FairnessPaper pack={pack} at={at} value={value} />
          </View>,
          document.body,
        )}
    </View>
  );
}

type WaysProps = { pack: Pack; positions: Fairness['positions']; day: string };

function Ways({ pack, positions, day }: WaysProps) {
  const [said, setSaid] = useState<'saved' | 'copied' | 'failed'>();
  async function save() {
    const file = { name: words.file(day), text: fairnessCsv(pack, positions), mime: 'text/csv' };
    setSaid(await saveFile(file));
  }
  return (
    <View className="hr-learn-ways">
      <Action id="export-fairness" onTap={() => void save()}>
        {words.export}
      </Action>
      {browser && (
        <Action id="print-fairness" onTap={() => window.print()}>
          {words.print}
        </Action>
      )}
      {said && (
        <Text className="hr-quiet" {...aria({ role: 'status' })}>
          {words.exported[said]}
        </Text>
      )}
    </View>
  );
}

const surelyUnequal = ({ tables }: Part): number =>
  tables.flatMap(({ categories }) => categories).filter(({ sure }) => sure).length;

/** The one that is open when the page opens: what was found of older versions of the same rules is a tap away. */
const newestFinding = (parts: readonly Part[]): Part | undefined =>
  parts.filter((part) => surelyUnequal(part) > 0).sort((a, b) => versionOf(b) - versionOf(a))[0];
const versionOf = ({ name }: Part): number => Number(name.split('@').at(-1)) || 0;

function PartCard({ part, name, opened }: { part: Part; name: string; opened: boolean }) {
  const sure = surelyUnequal(part);
  const [open, setOpen] = useState(opened);
  const shown = part.tables.filter(({ categories, hidden }) => categories.length + hidden > 0);
  return (
    <View id={`part-${part.kind}-${part.name}`} className="hr-card hr-learn-item">
      <Tap className="hr-learn-fold" pressed="hr-link-pressed" onTap={() => setOpen(!open)}>
        <View className="hr-learn-chips">
          <Text className="hr-learn-strong">{name}</Text>
          {sure > 0 && <Chip tone="red">{words.some(sure)}</Chip>}
        </View>
        <View className={open ? 'hr-caret hr-caret-up' : 'hr-caret'} />
      </Tap>
      {open && shown.length === 0 && <View className="hr-quiet">{words.empty}</View>}
      {open && shown.map((table) => <ImpactTable key={table.dimensions.join()} table={table} />)}
    </View>
  );
}
