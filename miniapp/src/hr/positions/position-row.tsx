import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract/operations.ts';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { words as hrWords, positionWords as words } from '../words.ts';

type Position = Output<'position.list'>['positions'][number];
type Props = { position: Position; when: string | undefined; onTap(): void };

/** One position: what it asks, who changed it last, and what it is used for now. */
export function PositionRow({ position, when, onTap }: Props) {
  const { positionId, title, department, questions, minutes, made, openRequisitions, underway, archivedAt } = position;
  return (
    <Tap id={`position-${positionId}`} className="hr-position" pressed="hr-link-pressed" onTap={onTap}>
      <View className="hr-position-what">
        <Text className="hr-position-title">{hrWords.workbench.opening(department, title)}</Text>
        <Text className="hr-position-line hr-tabular">{words.facts(questions, minutes, made.version)}</Text>
        <Text className="hr-position-line hr-tabular">
          {when === undefined ? words.imported : words.madeBy(made.by ?? '', when)}
        </Text>
      </View>
      <View className="hr-position-chips">
        {openRequisitions > 0 && <Chip tone="accent">{words.openings(openRequisitions)}</Chip>}
        {underway > 0 && <Chip>{words.underway(underway)}</Chip>}
        {archivedAt !== null && <Chip>{words.archived}</Chip>}
      </View>
      <Text className="hr-position-on">›</Text>
    </Tap>
  );
}
