import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call, serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { whenText } from '../../state/when.ts';
import { Failure } from '../components/states.tsx';
import { may } from '../may.tsx';
import { words as hrWords, organisationWords } from '../words.ts';
import { EditRequisition, type Requisition } from './edit-requisition.tsx';
import { HandOver } from './hand-over.tsx';
import { toneOf } from './requisition-row.tsx';
import { TurnRequisition } from './turn-requisition.tsx';
import type { Organisation } from './use-organisation.ts';

type Part = 'edit' | 'hand_over' | 'turn';
type Props = { organisation: Organisation; requisitionId: string; onClose(): void };

/** An opening: who has it and how far it is, and everything that can be done with it. */
export function RequisitionSheet({ organisation, requisitionId, onClose }: Props) {
  const words = organisationWords.requisition;
  const loaded = useLoaded(() => call('requisition.get', { params: { requisitionId } }), [requisitionId]);
  const [part, setPart] = useState<Part>();
  const back = () => setPart(undefined);
  const done = () => {
    loaded.reload();
    onClose();
  };
  if (loaded.phase !== 'ready') {
    return (
      <Sheet open id="requisition-sheet" title={words.title} onClose={onClose}>
        {loaded.phase === 'failed' ? <Failure error={loaded.error} onRetry={loaded.reload} /> : <Skeleton cards={1} />}
      </Sheet>
    );
  }
  const parts = { organisation, requisition: loaded.value, onDone: done, onClose: back };
  if (part === 'edit') return <EditRequisition key={loaded.value.version} {...parts} onStale={loaded.reload} />;
  if (part === 'hand_over') return <HandOver {...parts} />;
  if (part === 'turn') return <TurnRequisition {...parts} />;
  return (
    <Sheet
      open
      id="requisition-sheet"
      title={hrWords.workbench.opening(loaded.value.department, loaded.value.position)}
      onClose={onClose}
    >
      <Facts requisition={loaded.value} organisation={organisation} />
      <Ways requisition={loaded.value} onPart={setPart} onClose={onClose} />
    </Sheet>
  );
}

function Facts({ requisition, organisation }: { requisition: Requisition; organisation: Organisation }) {
  const words = organisationWords.requisition;
  const { priority, closedAt, openedAt, vacancies, passed, filled, joined, owner, deputy, interviewers } = requisition;
  const person = organisation.people.find(({ userId }) => userId === owner.userId);
  const away = person?.awayUntil ?? null;
  const now = serverTime.now();
  const closed = closedAt === null ? '' : words.closedAt(whenText(closedAt, now));
  const facts: [string, string][] = [
    [words.vacancies, String(vacancies)],
    [words.owner, away === null ? owner.name : `${owner.name} · ${words.away(away)}`],
    [words.deputy, deputy?.name ?? words.noDeputy],
    [
      words.interviewers,
      interviewers.length === 0
        ? words.noInterviewers
        : interviewers.map(({ name }) => name).join(organisationWords.import.list),
    ],
  ];
  return (
    <View>
      <View className="hr-org-chips">
        <Chip
          id="requisition-priority"
          tone={toneOf[priority]}
        >{`${words.priority} ${words.priorities[priority]}`}</Chip>
        {closedAt !== null && <Chip id="requisition-closed">{filled >= vacancies ? words.isFull : words.byHand}</Chip>}
      </View>
      <View className="hr-org-progress">
        <View className="hr-bar">
          <View
            className="hr-bar-done"
            style={{ width: `${vacancies === 0 ? 100 : Math.min(100, (100 * passed) / vacancies)}%` }}
          />
        </View>
        <Text id="requisition-progress" className="hr-requisition-count">
          {hrWords.workbench.progress(passed, vacancies)}
        </Text>
      </View>
      <View className="hr-quiet hr-tabular">
        {[words.filled(filled, vacancies), ...(joined > 0 ? [words.joined(joined)] : [])].join(' · ')}
      </View>
      <View className="hr-quiet hr-tabular">
        {[words.opened(whenText(openedAt, now)), ...(closed === '' ? [] : [closed])].join(
          organisationWords.import.list,
        )}
      </View>
      <View className="hr-org-facts-list">
        {facts.map(([name, value]) => (
          <View key={name} className="hr-org-fact">
            <Text className="hr-org-fact-name">{name}</Text>
            <Text className="hr-org-fact-value">{value}</Text>
          </View>
        ))}
      </View>
      {away !== null && closedAt === null && (
        <View className="hr-org-note">{deputy === null ? words.awayNoDeputy : words.awayDeputy(deputy.name)}</View>
      )}
    </View>
  );
}

type WaysProps = { requisition: Requisition; onPart(part: Part): void; onClose(): void };

function Ways({ requisition, onPart, onClose }: WaysProps) {
  const words = organisationWords.requisition;
  const { closedAt, requisitionId } = requisition;
  const invite = () => {
    onClose();
    void Taro.navigateTo({ url: `/hr/invite/index?requisitionId=${requisitionId}` });
  };
  return (
    <View className="hr-org-ways">
      {closedAt === null && may('application.invite') && (
        <Action id="invite" kind="primary" onTap={invite}>
          {words.invite}
        </Action>
      )}
      {may('requisition.save') && (
        <>
          {closedAt !== null && (
            <Action id="turn" kind="primary" onTap={() => onPart('turn')}>
              {words.reopen}
            </Action>
          )}
          <Action id="edit" onTap={() => onPart('edit')}>
            {words.edit}
          </Action>
          <Action id="hand-over" onTap={() => onPart('hand_over')}>
            {words.handOver}
          </Action>
          {closedAt === null && (
            <Action id="turn" kind="danger" onTap={() => onPart('turn')}>
              {words.close}
            </Action>
          )}
        </>
      )}
    </View>
  );
}
