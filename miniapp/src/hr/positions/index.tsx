import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { call, serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { language } from '../../copy.ts';
import { whenText } from '../../state/when.ts';
import { Choices } from '../components/choices.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { May, may } from '../may.tsx';
import { usePolled } from '../use-polled.ts';
import { positionWords as words } from '../words.ts';
import { CreateSheet } from './create-sheet.tsx';
import { PositionRow } from './position-row.tsx';
import { bankUrl, editorUrl } from './urls.ts';
import '../styles/page.scss';
import './index.scss';

const everyMs = 20_000;

function PositionsPage() {
  const load = () => call('position.list', { query: { language } });
  const { value, error, reload } = usePolled(load, { key: 'positions', everyMs });
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<'used' | 'archived'>('used');
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  const open = (positionId: string) => void Taro.navigateTo({ url: editorUrl(positionId) });

  if (!value) {
    return (
      <Page wide className="hr-page">
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />}
      </Page>
    );
  }
  const now = serverTime.now();
  const archived = value.positions.filter(({ archivedAt }) => archivedAt !== null);
  const used = value.positions.filter(({ archivedAt }) => archivedAt === null);
  // The last one taken out of the archive leaves nothing to filter by.
  const listed = shown === 'archived' && archived.length > 0 ? archived : used;
  return (
    <Page wide className="hr-page">
      {error && <StaleBar error={error} />}
      <View className="hr-positions">
        <View className="hr-positions-head">
          <Text className="hr-positions-title">{words.title}</Text>
          <View className="hr-positions-actions">
            <Action id="open-bank" onTap={() => void Taro.navigateTo({ url: bankUrl })}>
              {words.bank}
            </Action>
            <May to="position.create">
              <Action id="new-position" kind="primary" onTap={() => setCreating(true)}>
                {words.create}
              </Action>
            </May>
            <HelpEntry page="positions" />
          </View>
        </View>
        {archived.length > 0 && (
          <View className="hr-positions-filter">
            <Choices<'used' | 'archived'>
              id="shown"
              label={words.shown.label}
              options={[
                { value: 'used', name: words.shown.used(used.length) },
                { value: 'archived', name: words.shown.archived(archived.length) },
              ]}
              chosen={listed === archived ? 'archived' : 'used'}
              onChoose={setShown}
            />
          </View>
        )}
        <View className="hr-card">
          {listed.map((position) => (
            <PositionRow
              key={position.positionId}
              position={position}
              when={position.made.at === null ? undefined : whenText(position.made.at, now)}
              onTap={() => open(position.positionId)}
            />
          ))}
          {listed.length === 0 &&
            (may('position.create') ? (
              <Empty text={words.empty} action={words.create} onTap={() => setCreating(true)} />
            ) : (
              <Empty text={words.empty} />
            ))}
        </View>
      </View>
      {creating && (
        <CreateSheet
          templates={value.templates}
          onCreated={(positionId) => {
            setCreating(false);
            open(positionId);
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </Page>
  );
}

export default PositionsPage;
