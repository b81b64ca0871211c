import { Text, View } from '@tarojs/components';
import { whenText } from '../../state/when.ts';
import { reportWords, words } from '../words.ts';
import type { Dossier } from './dossier.ts';

type Props = { prechecks: Dossier['prechecks']; now: number };

/** What the candidate's device could and could not do, each time it was checked. */
export function PrecheckCard({ prechecks, now }: Props) {
  const text = reportWords.precheck;
  const newestFirst = [...prechecks].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <View id="prechecks">
      <View className="hr-heading">{text.title}</View>
      <View className="hr-card">
        {newestFirst.map(({ at, results }) => {
          const failed = results.filter((result) => !result.ok).map((result) => text.names[result.check]);
          return (
            <View key={at} className="hr-message">
              <View className="hr-message-what">
                <View>{failed.length === 0 ? text.passed : text.failed(failed.join(words.summary.list))}</View>
                <View className="hr-timeline-when">{whenText(at, now)}</View>
              </View>
              <Text className={failed.length === 0 ? 'hr-reason-shown' : 'hr-message-failed'}>
                {failed.length === 0 ? '✓' : '!'}
              </Text>
            </View>
          );
        })}
        {prechecks.length === 0 && <View className="hr-message hr-quiet">{text.none}</View>}
      </View>
    </View>
  );
}
