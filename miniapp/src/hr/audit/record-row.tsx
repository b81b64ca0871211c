import { Text, View } from '@tarojs/components';
import { Chip } from '../../components/card.tsx';
import { whenText } from '../../state/when.ts';
import { privacyWords } from '../words.ts';
import type { AuditRecord } from './use-audit.ts';

const words = privacyWords.audit;

/** Who did what, of whom, and when. */
export function RecordRow({ record, now }: { record: AuditRecord; now: number }) {
  const { at, operation, role, by, byName, outcome, people, block } = record;
  const [first] = people;
  const who = first && words.people(first.name ?? words.deleted, people.length - 1);
  return (
    <View className="hr-audit-row">
      <View className="hr-audit-head">
        <Text className="hr-audit-who">{byName ?? words.roles[role] ?? by}</Text>
        {outcome !== 'ok' && outcome !== 'done' && <Chip tone="amber">{words.refused(outcome)}</Chip>}
      </View>
      <View>{words.operations[operation] ?? operation}</View>
      {who !== undefined && <View className="hr-audit-of">{who}</View>}
      <View className="hr-quiet hr-tabular hr-audit-foot">
        {[whenText(at, now), byName === null ? undefined : words.roles[role], words.block(block)]
          .filter((one) => one !== undefined)
          .join(' · ')}
      </View>
    </View>
  );
}
