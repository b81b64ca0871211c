import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { Action } from '../../components/action.tsx';
import { Card, Chip } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { byQuote } from './by-quote.ts';

type One = Output<'interview.report'>['dimensions'][number];

/** So many quotes are enough to see what is meant. */
const firstQuotes = 3;

/** A number only where it was measured against people; what was said and what to try, always. */
export function Dimension({ dimension, scored, calibrated }: { dimension: One; scored: boolean; calibrated: boolean }) {
  const words = copy.candidate.report;
  const { name, weight, score, shown, suggestion } = dimension;
  const number = scored ? score : null;
  const [all, setAll] = useState(false);
  const quotes = byQuote(shown);
  const hidden = quotes.length - firstQuotes;
  return (
    <Card className="dimension">
      <View className="dimension__head">
        <Text className="dimension__name">{name}</Text>
        <Text className="dimension__weight">{words.weight(Math.round(weight * 100))}</Text>
        {number !== null ? (
          <Text className="dimension__score">
            {Math.round(number)}
            {words.of}
            {calibrated ? null : <Text className="dimension__note"> {words.uncalibrated}</Text>}
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
        (all ? quotes : quotes.slice(0, firstQuotes)).map(({ quote, keyPoints }) => (
          <View key={quote} className="dimension__shown">
            <Text className="dimension__point">{keyPoints.join(copy.candidate.common.comma)}</Text>
            <Text className="dimension__quote">{words.quote(quote)}</Text>
          </View>
        ))
      )}
      {hidden <= 0 ? null : (
        <Action
          kind="quiet"
          block
          onTap={() => setAll(!all)}
          ariaLabel={`${name} ${all ? words.fewer : words.rest(hidden)}`}
        >
          {all ? words.fewer : words.rest(hidden)}
        </Action>
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
