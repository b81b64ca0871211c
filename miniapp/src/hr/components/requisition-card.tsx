import { Text, View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { words } from '../words.ts';
import type { Requisition } from '../workbench/use-workbench.ts';
import './requisition-card.scss';

type Props = { requisition: Requisition; onInvite(): void };

export function RequisitionCard({ requisition, onInvite }: Props) {
  const { requisitionId, department, position, headcount, inPost, vacancies, passed } = requisition;
  const share = vacancies === 0 ? 100 : Math.min(100, (100 * passed) / vacancies);
  return (
    <View className="hr-card hr-requisition" id={`requisition-${requisitionId}`}>
      <View className="hr-requisition-head">
        <View className="hr-requisition-what">
          <View className="hr-requisition-title">{words.workbench.opening(department, position)}</View>
          <View className="hr-quiet hr-tabular">{words.workbench.headcount(headcount, inPost, vacancies)}</View>
        </View>
        <Action id={`open-invite-${requisitionId}`} kind="plain" onTap={onInvite}>
          {words.workbench.invite}
        </Action>
      </View>
      <View className="hr-requisition-progress">
        <View className="hr-bar">
          <View className="hr-bar-done" style={{ width: `${share}%` }} />
        </View>
        <Text id={`progress-${requisitionId}`} className="hr-requisition-count">
          {words.workbench.progress(passed, vacancies)}
        </Text>
      </View>
    </View>
  );
}
