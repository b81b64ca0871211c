import { View } from '@tarojs/components';
import { figureWords } from '../../words.ts';
import { countText, yuanText } from '../number-text.ts';
import { RateCard } from '../rate-card.tsx';
import type { Attrition } from '../shapes.ts';

const words = figureWords.attrition;

export function AttritionSection({ figures }: { figures: Attrition }) {
  const { costPerLeaver, leavers, known, left, cost, saved } = figures;
  return (
    <>
      <View id="attrition-cost" className="hr-card hr-data-rate">
        <View className="hr-data-rate-title">{words.total}</View>
        <View className={cost === null ? 'hr-data-missing' : 'hr-data-value'}>
          {cost === null ? figureWords.tooFew : yuanText(cost)}
        </View>
        <View className="hr-data-said">
          {leavers === null
            ? words.unknown
            : `${words.said(leavers, countText(known))}${words.cost(yuanText(costPerLeaver))}${figureWords.stop}`}
        </View>
        {saved !== null && saved !== 0 && (
          <View className="hr-data-said">
            {(saved > 0 ? words.saved : words.more)(yuanText(Math.abs(saved)))}
            {figureWords.stop}
          </View>
        )}
      </View>
      {leavers !== null && <RateCard id="attrition-rate" title={words.left} figure={left} unit="people" said="" />}
    </>
  );
}
