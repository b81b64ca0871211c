import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract/operations.ts';
import { words } from '../words.ts';
import './criteria.scss';

type Criterion = Output<'application.dossier'>['match']['criteria'][number];

/** Why a résumé matches: each thing asked for, with the résumé's own words or the lack of them. */
export function Criteria({ criteria }: { criteria: Criterion[] }) {
  return (
    <View>
      {criteria.map((criterion) => (
        <View key={criterion.name} className="hr-criterion">
          <Text className={criterion.met ? 'hr-criterion-sign hr-criterion-met' : 'hr-criterion-sign'}>
            {criterion.met ? '✓' : '–'}
          </Text>
          <View className="hr-criterion-text">
            <View>{criterion.name}</View>
            <View className="hr-criterion-quote">
              {criterion.met && criterion.quote !== null
                ? words.review.quote(criterion.quote)
                : words.invite.notInResume}
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}
