import { Text, View } from '@tarojs/components';
import { learningWords } from '../words.ts';
import { categoryName, dimensionName, markOf } from './fairness-names.ts';
import { decimal, percent } from './number-text.ts';
import { RangeBar } from './range-bar.tsx';
import type { Part } from './sections/fairness.tsx';
import './impact-table.scss';

type Table = Part['tables'][number];
const words = learningWords.fairness;

/** Each group's rate with its interval, and its ratio to the highest; groups that are too small are only counted. */
export function ImpactTable({ table: { dimensions, categories, highest, unknown, hidden } }: { table: Table }) {
  return (
    <View className="hr-impact">
      <View className="hr-learn-small">{dimensionName(dimensions)}</View>
      {categories.map((one) => {
        const mark = markOf(one);
        const best = highest !== null && highest.join() === one.category.join();
        const name = categoryName(one.category);
        return (
          <View key={one.category.join()} className="hr-impact-row">
            <View className="hr-impact-head">
              <Text className="hr-impact-name">{name}</Text>
              <Text className="hr-tabular">{percent(one.rate.rate)}</Text>
              <Text className={one.sure ? 'hr-impact-ratio hr-learn-red' : 'hr-impact-ratio'}>
                {best ? words.highest : one.ratio === null ? '—' : decimal(one.ratio)}
              </Text>
            </View>
            <RangeBar value={one.rate.rate} {...one.rate} label={name} />
            <View className="hr-learn-small">
              {learningWords.of(String(one.rate.cases), String(one.rate.of))}
              {one.p !== null && one.flagged && ` · ${words.p(one.p < 0.001 ? '< 0.001' : decimal(one.p, 3))}`}
              {mark !== '' && <Text className={one.sure ? 'hr-learn-red' : 'hr-learn-warm'}> · {mark}</Text>}
            </View>
          </View>
        );
      })}
      <View className="hr-learn-small">
        {[hidden > 0 ? words.hidden(hidden) : '', unknown.of > 0 ? words.unknown(unknown.of) : '']
          .filter((one) => one !== '')
          .join(' · ')}
      </View>
    </View>
  );
}
