import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { Card, Chip } from '../../components/card.tsx';
import { copy } from '../../copy.ts';

type One = Output<'interview.report'>['dimensions'][number];

/** A number only where it was measured against people; what was said and what to try, always. */
export function Dimension({ dimension, calibrated }: { dimension: One; calibrated: boolean }) {
  const words = copy.candidate.report;
  const { name, weight, score, shown, suggestion } = dimension;
  const number = calibrated ? score : null;
  return (
    <Card className="dimension">
      <View className="dimension__head">
        <Text className="dimension__name">{name}</Text>
        <Text className="dimension__weight">{words.weight(Math.round(weight * 100))}</Text>
        {number !== null ? (
          <Text className="dimension__score">
            {Math.round(number)}
            {words.of}
          </Text>
        ) : shown.length === 0 ? (
          <Chip>{words.noEvidence}</Chip>
        ) : null}
      </View>
      {number === null ? null : (
        <View
          className="dimension__bar"
          {...aria({
            role: 'progressbar',
            label: words.scoreLabel(name, Math.round(number)),
            now: Math.round(number),
            max: 100,
          })}
        >
          <View className="dimension__fill" style={{ width: `${Math.max(0, Math.min(100, number))}%` }} />
        </View>
      )}
      {shown.length === 0 ? (
        <Text className="report__text">{words.noEvidenceText}</Text>
      ) : (
        shown.map(({ keyPoint, quote }) => (
          <View key={`${keyPoint}-${quote}`} className="dimension__shown">
            <Text className="dimension__point">{keyPoint}</Text>
            <Text className="dimension__quote">{words.quote(quote)}</Text>
          </View>
        ))
      )}
      {suggestion === null ? null : (
        <View className="dimension__suggestion">
          <Text className="dimension__label">{words.suggestion}</Text>
          <Text className="report__text">{suggestion}</Text>
        </View>
      )}
    </Card>
  );
}
