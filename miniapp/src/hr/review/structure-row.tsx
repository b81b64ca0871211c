import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { reportWords } from '../words.ts';
import type { Review } from './dossier.ts';
import type { Span } from './highlight.ts';
import './structure-row.scss';

type Structure = NonNullable<NonNullable<Review['report']>['items'][number]['structure']>;

const parts = ['claim', 'cause', 'example', 'result'] as const;

/** Whether claim, cause, example and result are there; a part that is leads to its words. */
export function StructureRow({ structure, onPlace }: { structure: Structure; onPlace(span: Span): void }) {
  const { numbers, ownActions } = structure;
  const counts = [
    numbers.length > 0 ? reportWords.numbers(numbers.length) : '',
    ownActions.length > 0 ? reportWords.ownActions(ownActions.length) : '',
  ].filter(Boolean);
  return (
    <View className="hr-structure">
      <Text className="hr-points-title">{reportWords.structure}</Text>
      <View className="hr-structure-parts">
        {parts.map((part) => {
          const span = structure[part];
          const name = reportWords.parts[part];
          return span ? (
            <View
              key={part}
              className="hr-part hr-part-there"
              hoverClass="hr-link-pressed"
              {...aria({ role: 'button', label: reportWords.partThere(name) })}
              onClick={() => onPlace(span)}
            >
              ✓ {name}
            </View>
          ) : (
            <View key={part} className="hr-part" {...aria({ label: reportWords.partMissing(name) })}>
              – {name}
            </View>
          );
        })}
      </View>
      {counts.length > 0 && <View className="hr-structure-counts">{counts.join(' · ')}</View>}
    </View>
  );
}
