import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { CountTiles } from '../components/count-tiles.tsx';
import { PersonRow } from '../components/person-row.tsx';
import { RequisitionCard } from '../components/requisition-card.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { words } from '../words.ts';
import type { Row, Workbench } from './use-workbench.ts';
import './people.scss';

type Props = {
  bench: Workbench;
  status: InterviewStatus | undefined;
  chosen: string | undefined;
  onStatus(status: InterviewStatus | undefined): void;
  onOpen(row: Row): void;
};

export function People({ bench, status, chosen, onStatus, onOpen }: Props) {
  const now = serverTime.now();
  if (!bench.loaded) {
    return bench.error ? <Failure error={bench.error} onRetry={() => void bench.reload()} /> : <Skeleton />;
  }
  const invite = (requisitionId: string) =>
    void Taro.navigateTo({ url: `/hr/invite/index?requisitionId=${requisitionId}` });
  const first = bench.requisitions[0];
  return (
    <View className="hr-people">
      {bench.error && <StaleBar error={bench.error} />}
      <View className="hr-people-body">
        {bench.requisitions.map((requisition) => (
          <RequisitionCard
            key={requisition.requisitionId}
            requisition={requisition}
            onInvite={() => invite(requisition.requisitionId)}
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
            <Text className="hr-people-all" onClick={() => onStatus(undefined)}>
              {words.workbench.showAll}
            </Text>
          )}
        </View>
        <View className="hr-card">
          {bench.rows.map((row) => (
            <PersonRow
              key={row.interviewId}
              row={row}
              now={now}
              chosen={row.interviewId === chosen}
              onTap={() => onOpen(row)}
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
