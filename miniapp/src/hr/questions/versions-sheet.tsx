import { Text, View } from '@tarojs/components';
import { call, serverTime } from '../../api/call.ts';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { whenText } from '../../state/when.ts';
import { Failure } from '../components/states.tsx';
import { positionWords } from '../words.ts';

/** Every version of a question: who, when, and its words. */
export function VersionsSheet({ bankId, onClose }: { bankId: string; onClose(): void }) {
  const loaded = useLoaded(() => call('question.history', { params: { bankId } }), [bankId]);
  return (
    <Sheet open id="versions-sheet" title={positionWords.history.title} onClose={onClose}>
      {loaded.phase === 'loading' && <Skeleton cards={1} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={loaded.reload} />}
      {loaded.phase === 'ready' &&
        loaded.value.versions.map(({ version, at, by, question }) => (
          <View key={version} className="hr-version">
            <View className="hr-question-facts">
              <Text className="hr-question-number">{positionWords.history.version(version)}</Text>
              <Text className="hr-quiet">{[by, whenText(at, serverTime.now())].join(' · ')}</Text>
            </View>
            <Text className="hr-question-prompt">{question.prompt}</Text>
            <Text className="hr-bank-points">{question.keyPoints.join(positionWords.settings.list)}</Text>
          </View>
        ))}
    </Sheet>
  );
}
