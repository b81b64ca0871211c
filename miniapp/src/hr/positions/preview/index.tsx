import { ScrollView, Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { call } from '../../../api/call.ts';
import { Page } from '../../../components/page.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { deviceStorage } from '../../../state/device-storage.ts';
import { useLoaded } from '../../../state/use-loaded.ts';
import { Failure } from '../../components/states.tsx';
import { positionWords } from '../../words.ts';
import { readDraft } from '../stored-draft.ts';
import { Interview } from './interview.tsx';
import '../../styles/page.scss';
import '../../../pages/interview/index.scss';
import './index.scss';

/** The interview as a candidate meets it, with what is not saved yet; nothing that is said here leaves the page. */
function PreviewPage() {
  const { positionId = '' } = useRouter().params;
  const loaded = useLoaded(() => call('position.get', { params: { positionId } }), [positionId]);
  const [place, setPlace] = useState('');
  // A place that is named again is gone to only after another.
  const show = (name: string) => {
    setPlace('');
    Taro.nextTick(() => setPlace(name));
  };
  if (loaded.phase !== 'ready') {
    return (
      <Page wide className="hr-page">
        {loaded.phase === 'failed' ? <Failure error={loaded.error} onRetry={loaded.reload} /> : <Skeleton />}
      </Page>
    );
  }
  const draft = readDraft(deviceStorage, positionId)?.draft ?? draftOf(loaded.value.position);
  return (
    <Page wide className="hr-page hr-preview">
      <View className="hr-preview-note" {...aria({ role: 'note' })}>
        <Text id="preview-note">{positionWords.preview.note}</Text>
      </View>
      <View className="hr-preview-phone">
        <ScrollView className="hr-preview-screen" scrollY scrollIntoView={place}>
          <Interview draft={draft} onShow={show} />
        </ScrollView>
      </View>
    </Page>
  );
}

export default PreviewPage;
