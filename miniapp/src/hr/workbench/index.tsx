import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { Page } from '../../components/page.tsx';
import { Empty } from '../components/states.tsx';
import { Desk } from '../review/desk.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { useWide } from '../use-wide.ts';
import { words } from '../words.ts';
import { People } from './people.tsx';
import { useAttention } from './use-attention.ts';
import { useListKeys } from './use-list-keys.ts';
import { useWorkbench } from './use-workbench.ts';
import '../styles/page.scss';
import './index.scss';

function WorkbenchPage() {
  const wide = useWide();
  const [status, setStatus] = useState<InterviewStatus>();
  const [opened, setOpened] = useState<string>();
  const bench = useWorkbench(status);
  const attention = useAttention();
  const reload = () => Promise.all([bench.reload(), attention.reload()]);
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  useListKeys(wide, bench.rows, opened, (row) => setOpened(row.applicationId));

  const open = (applicationId: string, tab?: 'requests' | 'dossier') => {
    if (wide) setOpened(applicationId);
    else void Taro.navigateTo({ url: reviewUrl(applicationId, tab) });
  };
  const people = (
    <People
      bench={bench}
      waiting={attention.rows}
      promised={attention.promised}
      status={status}
      chosen={opened}
      onStatus={setStatus}
      onOpen={open}
    />
  );
  if (!wide)
    return (
      <Page wide className="hr-page">
        {people}
      </Page>
    );
  return (
    <Page wide className="hr-page hr-desk">
      <View className="hr-desk-list">{people}</View>
      {opened ? (
        <Desk key={opened} applicationId={opened} onChange={() => void reload()} />
      ) : (
        <View className="hr-desk-empty">
          <Empty text={words.workbench.choose} />
          <View className="hr-quiet">{words.workbench.keys}</View>
        </View>
      )}
    </Page>
  );
}

export default WorkbenchPage;
