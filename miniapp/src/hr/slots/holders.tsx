import { View } from '@tarojs/components';
import { Tap } from '../../components/tap.tsx';
import { bookingWords } from '../words.ts';
import type { Slot } from './week.ts';

type Props = { holders: Slot['holders']; onDossier(applicationId: string): void };

/** Who has a place, each leading to the dossier. */
export function Holders({ holders, onDossier }: Props) {
  if (holders.length === 0) return null;
  return (
    <View className="hr-holders">
      {holders.map(({ interviewId, applicationId, candidate }) => (
        <Tap
          key={interviewId}
          id={`holder-${interviewId}`}
          className="hr-link hr-holder"
          pressed="hr-link-pressed"
          label={bookingWords.slots.openDossier(candidate)}
          onTap={() => onDossier(applicationId)}
        >
          {candidate}
        </Tap>
      ))}
    </View>
  );
}
