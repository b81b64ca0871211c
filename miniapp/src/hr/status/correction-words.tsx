import { View } from '@tarojs/components';
import { copy } from '../../copy.ts';
import type { Dossier } from '../review/dossier.ts';
import { statusWords } from '../words.ts';

type Props = { correction: NonNullable<Dossier['timeline'][number]['correction']> };

/** From where to where a person put the status, and why. */
export function CorrectionWords({ correction: { from, to, reason } }: Props) {
  const { interviewStatus } = copy.statuses;
  return (
    <View className="hr-quiet">
      <View>{statusWords.correct.entry(interviewStatus[from], interviewStatus[to])}</View>
      {reason !== null && <View>{statusWords.correct.because(reason)}</View>}
    </View>
  );
}
