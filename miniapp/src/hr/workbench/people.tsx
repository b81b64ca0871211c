import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { CountTiles, countText } from '../components/count-tiles.tsx';
import { PersonRow } from '../components/person-row.tsx';
import { RequisitionList } from '../components/requisition-list.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { may } from '../may.tsx';
import { accountWords, benchWords, words } from '../words.ts';
import { AttentionCard } from './attention-card.tsx';
import { conditionsIn, type Filter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { type BatchName, SelectionBar } from './selection-bar.tsx';
import { StatusRow } from './status-row.tsx';
import type { Waiting } from './use-attention.ts';
import type { SavedFilters } from './use-saved-filters.ts';
import type { Selection } from './use-selection.ts';
import type { Workbench } from './use-workbench.ts';
import { Ways } from './ways.tsx';
import './people.scss';

type Props = {
  bench: Workbench;
  waiting: Waiting[];
  promised: number;
  filter: Filter;
  saved: SavedFilters;
  selection: Selection;
  chosen: string | undefined;
  onFilter(filter: Filter): void;
  onFilterSheet(): void;
  onBatch(name: BatchName): void;
  onOpen(applicationId: string, tab?: 'requests' | 'dossier'): void;
};

export function People(props: Props) {
  const { bench, waiting, promised, filter, saved, selection, chosen, onFilter, onFilterSheet, onBatch, onOpen } =
    props;
  const now = serverTime.now();
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
        <CountTiles
          bench={bench}
          chosen={filter.queue}
          onChoose={(queue) => onFilter({ ...filter, queue, status: undefined })}
        />
        <Ways />
        <AttentionCard rows={waiting} promised={promised} chosen={chosen} now={now} onOpen={onOpen} />
        {/* Who came for a list sees its people below the numbers. */}
        {!isNarrowed(filter) && <RequisitionList requisitions={bench.requisitions} onInvite={invite} onTimes={times} />}
        {first === undefined && (
          <View className="hr-card">
            <Empty text={words.workbench.noRequisitions} />
          </View>
        )}
        <StatusRow
          counts={bench.counts}
          chosen={filter.status}
          onChoose={(status) => onFilter({ ...filter, status, queue: undefined })}
        />
        <FilterBar
          filter={filter}
          saved={saved}
          requisitions={bench.requisitions}
          onFilter={onFilter}
          onOpen={onFilterSheet}
        />
        <View className="hr-people-heading">
          <Text className="hr-quiet">{headingOf(bench, filter)}</Text>
          <View className="hr-people-links">
            {isNarrowed(filter) && (
              <Tap id="show-all" className="hr-link hr-people-all" pressed="hr-link-pressed" onTap={() => onFilter({})}>
                {words.workbench.showAll}
              </Tap>
            )}
            {!selection.on && bench.rows.length > 0 && may('workbench.preview') && (
              <Tap id="start-batch" className="hr-link hr-people-all" pressed="hr-link-pressed" onTap={selection.start}>
                {benchWords.batch.start}
              </Tap>
            )}
          </View>
        </View>
        {bench.listed ? (
          <View className="hr-card">
            {bench.rows.map((row) => (
              <PersonRow
                key={row.interviewId}
                row={row}
                now={now}
                chosen={row.applicationId === chosen}
                {...(selection.on && {
                  selected: selection.ids.includes(row.interviewId),
                  onSelect: (range: boolean) => selection.toggle(row.interviewId, range),
                })}
                onTap={() => onOpen(row.applicationId)}
              />
            ))}
            {bench.rows.length === 0 && !bench.hasMore && (
              <Nobody
                {...props}
                invite={first && may('application.invite') ? () => invite(first.requisitionId) : undefined}
              />
            )}
          </View>
        ) : (
          <Skeleton />
        )}
        {bench.hasMore && bench.listed && (
          <View className="hr-people-more">
            <Action kind="quiet" onTap={() => void bench.loadMore()}>
              {words.workbench.more}
            </Action>
          </View>
        )}
      </View>
      {selection.on && <SelectionBar selection={selection} onBatch={onBatch} />}
    </View>
  );
}

const isNarrowed = (filter: Filter): boolean =>
  filter.queue !== undefined || filter.name !== undefined || conditionsIn(filter) > 0;

/** A whole list is called by its name and its count; a part of one has no count of its own. */
function headingOf(bench: Workbench, filter: Filter): string {
  const { queue, status, name } = filter;
  const others = conditionsIn(filter) - (status === undefined ? 0 : 1);
  if (name !== undefined || others > 0) return benchWords.found;
  if (queue !== undefined && status === undefined) {
    return benchWords.showing(benchWords.queues[queue], countText(bench, queue));
  }
  if (status !== undefined && queue === undefined) {
    return words.workbench.showing(copy.statuses.interviewStatus[status], bench.counts?.[status] ?? 0);
  }
  return status === undefined ? words.workbench.everyone : benchWords.found;
}

function Nobody({
  filter,
  onFilter,
  invite,
}: Pick<Props, 'filter' | 'onFilter'> & { invite: (() => void) | undefined }) {
  if (!isNarrowed(filter)) {
    return (
      <Empty
        text={may('application.invite') ? words.workbench.emptyAll : accountWords.nobody}
        {...(invite === undefined ? {} : { action: words.workbench.invite, onTap: invite })}
      />
    );
  }
  const { queue, status, name } = filter;
  const only = name === undefined && conditionsIn(filter) === (status === undefined ? 0 : 1);
  const text =
    only && queue !== undefined && status === undefined
      ? benchWords.emptyQueue[queue]
      : only && status !== undefined && queue === undefined
        ? words.workbench.empty(copy.statuses.interviewStatus[status])
        : benchWords.foundNone;
  return <Empty text={text} action={words.workbench.showAll} onTap={() => onFilter({})} />;
}
