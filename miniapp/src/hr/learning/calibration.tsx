import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { learningWords } from '../words.ts';
import { percent } from './number-text.ts';
import './calibration.scss';

type Bin = { said: number; came: { rate: number; low: number; high: number; of: number } };
const words = learningWords.noShow;

/** What was said against what came, group by group, with the interval of what came; the diagonal is where it comes true. */
export function Calibration({ bins }: { bins: readonly Bin[] }) {
  const most = Math.min(1, Math.max(0.1, ...bins.map(({ said, came }) => Math.max(said, came.high))) * 1.05);
  const at = (share: number) => `${(100 * share) / most}%`;
  const label = bins.map(({ said, came }) => words.bin(percent(said), percent(came.rate), came.of)).join('; ');
  return (
    <View id="calibration" className="hr-learn-calibration" {...aria({ role: 'img', label })}>
      <View className="hr-learn-calibration-field">
        <View className="hr-learn-calibration-line" />
        {bins.map(({ said, came }) => (
          <View key={`${said} ${came.rate}`}>
            <View
              className="hr-learn-calibration-range"
              style={{ left: at(said), bottom: at(came.low), height: at(came.high - came.low) }}
            />
            <View className="hr-learn-calibration-dot" style={{ left: at(said), bottom: at(came.rate) }} />
          </View>
        ))}
      </View>
      <Text className="hr-learn-calibration-y">
        {words.came} {percent(most)}
      </Text>
      <View className="hr-learn-calibration-x">
        <Text>0</Text>
        <Text>
          {words.said} {percent(most)}
        </Text>
      </View>
    </View>
  );
}
