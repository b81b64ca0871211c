import { View } from '@tarojs/components';
import { learningWords } from '../words.ts';
import { nameOfPart } from './fairness-names.ts';
import { ImpactTable } from './impact-table.tsx';
import { when } from './number-text.ts';
import type { Fairness, Pack } from './sections/fairness.tsx';

const words = learningWords.fairness;
const dayOf = (instant: string | null): string => instant?.slice(0, 10) ?? '';

/** Whose interviews the pack is about. */
export function PackScope({ pack }: { pack: Pack }) {
  return (
    <>
      <View>{words.people(pack.people, pack.said)}</View>
      {pack.from && <View className="hr-quiet">{words.period(dayOf(pack.from), dayOf(pack.to))}</View>}
    </>
  );
}

type Props = { pack: Pack; at: string; value: Fairness };

/** The audit report as it goes to paper: every part unfolded, and how it was worked out. */
export function FairnessPaper({ pack, at, value: { company, positions } }: Props) {
  return (
    <View>
      <View className="hr-print-head">
        <View>
          <View className="hr-print-kicker">{company}</View>
          <View className="hr-print-name">{words.report}</View>
          <View className="hr-print-sentence">{learningWords.workedOut(when(at))}</View>
        </View>
      </View>
      <PackScope pack={pack} />
      {pack.parts
        .filter(({ tables }) => tables.some(({ categories }) => categories.length > 0))
        .map((part) => (
          <View key={`${part.kind} ${part.name}`}>
            <View className="hr-print-title">
              {words.kinds[part.kind]} · {nameOfPart(part, positions)}
            </View>
            {part.tables.map((table) => (
              <ImpactTable key={table.dimensions.join()} table={table} />
            ))}
          </View>
        ))}
      <View className="hr-print-foot">{words.method}</View>
    </View>
  );
}
