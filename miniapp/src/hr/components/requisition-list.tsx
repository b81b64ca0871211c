import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { organisationUrl } from '../organisation/urls.ts';
import { words } from '../words.ts';
import type { Requisition } from '../workbench/use-workbench.ts';
import { RequisitionCard } from './requisition-card.tsx';

type Props = {
  requisitions: readonly Requisition[];
  onInvite(requisitionId: string): void;
  onTimes(positionId: string): void;
};

/** Cards that may stand open; of more each is a line, so that the people below stay in sight. */
const mostOpen = 3;
/** Lines shown at first. */
const mostLines = 5;

/** The openings: cards while they are few, lines that unfold when they are many; a closed one is always a line. */
export function RequisitionList({ requisitions, onInvite, onTimes }: Props) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const open = requisitions.filter(({ closedAt }) => closedAt === null);
  const closed = requisitions.filter(({ closedAt }) => closedAt !== null);
  const few = open.length <= mostOpen;
  const lines = few ? closed : [...open, ...closed];
  const shown = all ? lines : lines.slice(0, mostLines);
  const turn = (id: string) =>
    setUnfolded((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const card = (requisition: Requisition) => (
    <RequisitionCard
      key={requisition.requisitionId}
      requisition={requisition}
      onInvite={() => onInvite(requisition.requisitionId)}
      onTimes={() => onTimes(requisition.positionId)}
    />
  );
  return (
    <View className="hr-requisitions">
      {few && open.map(card)}
      {shown.length > 0 && (
        <View className="hr-card">
          {shown.map((requisition) => {
            const { requisitionId, closedAt } = requisition;
            const on = unfolded.has(requisitionId);
            return (
              <View
                key={requisitionId}
                className={on ? 'hr-requisition-fold hr-requisition-on' : 'hr-requisition-fold'}
              >
                <Line
                  requisition={requisition}
                  on={on}
                  onTap={() =>
                    closedAt === null
                      ? turn(requisitionId)
                      : void Taro.navigateTo({ url: organisationUrl(requisitionId) })
                  }
                />
                {on && card(requisition)}
              </View>
            );
          })}
          {lines.length > mostLines && (
            <Action id="all-requisitions" kind="quiet" block onTap={() => setAll(!all)}>
              {all ? words.workbench.fewer : words.workbench.allOpenings(lines.length)}
            </Action>
          )}
        </View>
      )}
    </View>
  );
}

function Line({ requisition, on, onTap }: { requisition: Requisition; on: boolean; onTap(): void }) {
  const { requisitionId, department, position, passed, vacancies, closedAt } = requisition;
  return (
    <View
      id={`fold-${requisitionId}`}
      className="hr-requisition-line"
      hoverClass="hr-link-pressed"
      {...aria({ role: 'button', expanded: on })}
      onClick={onTap}
    >
      <Text className="hr-requisition-name">{words.workbench.opening(department, position)}</Text>
      {closedAt !== null && <Text className="hr-quiet">{words.workbench.closed}</Text>}
      {!on && (
        <Text className="hr-requisition-count" id={`progress-${requisitionId}`}>
          {words.workbench.progress(passed, vacancies)}
        </Text>
      )}
      <View className={closedAt !== null ? 'hr-caret hr-caret-on' : on ? 'hr-caret hr-caret-up' : 'hr-caret'} />
    </View>
  );
}
