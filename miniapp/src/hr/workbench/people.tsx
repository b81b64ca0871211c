import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { CountTiles } from '../components/count-tiles.tsx';
import { PersonRow } from '../components/person-row.tsx';
import { RequisitionCard } from '../components/requisition-card.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { words } from '../words.ts';
import { AttentionCard } from './attention-card.tsx';
import type { Waiting } from './use-attention.ts';
import { usePlaces } from './use-places.ts';
import type { Workbench } from './use-workbench.ts';
import './people.scss';

type Props = {
  bench: Workbench;
  waiting: Waiting[];
  promised: number;
  status: InterviewStatus | undefined;
  chosen: string | undefined;
  onStatus(status: InterviewStatus | undefined): void;
  onOpen(applicationId: string, tab?: 'requests' | 'dossier'): void;
};

export function People({ bench, waiting, promised, status, chosen, onStatus, onOpen }: Props) {
  const now = serverTime.now();
  const places = usePlaces(bench.requisitions.map(({ positionId }) => positionId));
  if (!bench.loaded) {
    return bench.error ? <Failure error={bench.error} onRetry={() => void bench.reload()} /> : <Skeleton />;
  }
  const invite = (requisitionId: string) =>
    void Taro.navigateTo({ url: `/hr/invite/index?requisitionId=${requisitionId}` });
  const times = (positionId: string) => void Taro.navigateTo({ url: `/hr/slots/index?positionId=${positionId}` });
  const first = bench.requisitions[0];
  return (
    <View className="hr-people">
      {bench.error && <StaleBar error={bench.error} />}
      <View className="hr-people-body">
        <AttentionCard rows={waiting} promised={promised} chosen={chosen} now={now} onOpen={onOpen} />
        {bench.requisitions.map((requisition) => (
          <RequisitionCard
            key={requisition.requisitionId}
            requisition={requisition}
            places={places.get(requisition.positionId)}
            onInvite={() => invite(requisition.requisitionId)}
            onTimes={() => times(requisition.positionId)}
          />
        ))}
        {first === undefined && (
          <View className="hr-card">
            <Empty text={words.workbench.noRequisitions} />
          </View>
        )}
        <CountTiles counts={bench.counts} chosen={status} onChoose={onStatus} />
        <View className="hr-people-heading">
          <Text className="hr-quiet">
            {status === undefined
              ? words.workbench.everyone
              : words.workbench.showing(copy.statuses.interviewStatus[status], bench.counts?.[status] ?? 0)}
          </Text>
          {status !== undefined && (
            <Tap className="hr-link hr-people-all" pressed="hr-link-pressed" onTap={() => onStatus(undefined)}>
              {words.workbench.showAll}
            </Tap>
          )}
        </View>
        <View className="hr-card">
          {bench.rows.map((row) => (
            <PersonRow
              key={row.interviewId}
              row={row}
              now={now}
              chosen={row.applicationId === chosen}
              onTap={() => onOpen(row.applicationId)}
            />
          ))}
          {bench.rows.length === 0 && status !== undefined && (
            <Empty
              text={words.workbench.empty(copy.statuses.interviewStatus[status])}
              action={words.workbench.showAll}
              onTap={() => onStatus(undefined)}
            />
          )}
          {bench.rows.length === 0 && status === undefined && (
            <Empty
              text={words.workbench.emptyAll}
              {...(first ? { action: words.workbench.invite, onTap: () => invite(first.requisitionId) } : {})}
            />
          )}
        </View>
        {bench.hasMore && (
          <View className="hr-people-more">
            <Action kind="quiet" onTap={() => void bench.loadMore()}>
              {words.workbench.more}
            </Action>
          </View>
        )}
      </View>
    </View>
  );
}
