import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { serverTime } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Tap } from '../../components/tap.tsx';
import { Empty } from '../components/states.tsx';
import { Desk } from '../review/desk.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { useWide } from '../use-wide.ts';
import { benchWords, words } from '../words.ts';
import { BatchSheet } from './batch-sheet.tsx';
import { type Filter, filled, queues } from './filter.ts';
import { FilterSheet } from './filter-sheet.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { People } from './people.tsx';
import type { BatchName } from './selection-bar.tsx';
import { useAttention } from './use-attention.ts';
import { useListKeys } from './use-list-keys.ts';
import { useSavedFilters } from './use-saved-filters.ts';
import { useSelection } from './use-selection.ts';
import { useWorkbench } from './use-workbench.ts';
import '../styles/page.scss';
import './index.scss';

function WorkbenchPage() {
  const wide = useWide();
  const { queue } = useRouter().params;
  /** A figure on WeCom's own workbench leads to its queue. */
  const [filter, setFilter] = useState<Filter>(() => filled({ queue: queues.find((one) => one === queue) }));
  const [opened, setOpened] = useState<string>();
  const [sheet, setSheet] = useState<'filter' | 'keys' | BatchName>();
  const attention = useAttention();
  const bench = useWorkbench(filter, attention.reload);
  const saved = useSavedFilters();
  const selection = useSelection(bench.rows);
  const reload = async () => {
    await Promise.all([bench.reload(), attention.reload()]);
  };
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const look = (next: Filter) => {
    setFilter(filled(next));
    selection.none();
    setSheet(undefined);
  };
  const open = (applicationId: string, tab?: 'requests' | 'dossier') => {
    if (wide) setOpened(applicationId);
    else void Taro.navigateTo({ url: reviewUrl(applicationId, tab) });
  };
  useListKeys(wide, {
    rows: bench.rows,
    opened,
    selection,
    open: (row) => setOpened(row.applicationId),
    queue: (next) => look({ queue: next }),
    filter: () => setSheet('filter'),
    help: () => setSheet('keys'),
  });

  const people = (
    <People
      bench={bench}
      waiting={attention.rows}
      promised={attention.promised}
      filter={filter}
      saved={saved}
      selection={selection}
      chosen={opened}
      onFilter={look}
      onFilterSheet={() => setSheet('filter')}
      onBatch={setSheet}
      onOpen={open}
    />
  );
  const close = () => setSheet(undefined);
  const sheets = (
    <>
      {sheet === 'filter' && (
        <FilterSheet
          filter={filter}
          requisitions={bench.requisitions}
          saved={saved}
          now={serverTime.now()}
          onApply={look}
          onClose={close}
        />
      )}
      {sheet === 'keys' && <KeysSheet onClose={close} />}
      {sheet !== undefined && sheet !== 'filter' && sheet !== 'keys' && (
        <BatchSheet
          name={sheet}
          interviewIds={selection.ids}
          now={serverTime.now()}
          onClose={(changed) => {
            close();
            if (!changed) return;
            selection.stop();
            void reload();
          }}
        />
      )}
    </>
  );
  if (!wide)
    return (
      <Page wide className="hr-page">
        {people}
        {sheets}
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
          <Tap id="open-keys" className="hr-link" pressed="hr-link-pressed" onTap={() => setSheet('keys')}>
            {benchWords.keys.open}
          </Tap>
        </View>
      )}
      {sheets}
    </Page>
  );
}

export default WorkbenchPage;
