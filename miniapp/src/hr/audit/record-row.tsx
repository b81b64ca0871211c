import { Text, View } from '@tarojs/components';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { whenText } from '../../state/when.ts';
import { privacyWords } from '../words.ts';
import type { AuditRecord } from './use-audit.ts';

const words = privacyWords.audit;

export const doerOf = ({ byName, role, by }: AuditRecord): string => byName ?? words.roles[role] ?? by;
export const operationOf = ({ operation }: AuditRecord): string => words.operations[operation] ?? operation;

/** Who did what, of whom, and when. */
export function RecordRow({ record, now, onTap }: { record: AuditRecord; now: number; onTap?: () => void }) {
  const { at, role, byName, outcome, people, block } = record;
  const [first] = people;
  const who = first && words.people(first.name ?? words.deleted, people.length - 1);
  const inside = (
    <>
      <View className="hr-audit-head">
        <Text className="hr-audit-who">{doerOf(record)}</Text>
        {outcome !== 'ok' && outcome !== 'done' && <Chip tone="amber">{words.refused(outcome)}</Chip>}
      </View>
      <View>{operationOf(record)}</View>
      {who !== undefined && <View className="hr-audit-of">{who}</View>}
      <View className="hr-quiet hr-tabular hr-audit-foot">
        {[whenText(at, now), byName === null ? undefined : words.roles[role], words.block(block)]
          .filter((one) => one !== undefined)
          .join(' · ')}
      </View>
    </>
  );
  if (onTap === undefined) return <View className="hr-audit-row">{inside}</View>;
  return (
    <Tap className="hr-audit-row hr-audit-row-tap" pressed="hr-audit-row-pressed" onTap={onTap}>
      {inside}
    </Tap>
  );
}
