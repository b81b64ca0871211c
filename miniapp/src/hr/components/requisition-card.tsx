import { Text, View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { Tap } from '../../components/tap.tsx';
import { bookingWords, words } from '../words.ts';
import type { Requisition } from '../workbench/use-workbench.ts';
import './requisition-card.scss';

type Props = {
  requisition: Requisition;
  /** Free places in the times offered; undefined where no time is booked, or it is not known yet. */
  places: number | undefined;
  onInvite(): void;
  onTimes(): void;
};

export function RequisitionCard({ requisition, places, onInvite, onTimes }: Props) {
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
      {places !== undefined && (
        <Tap
          id={`open-times-${requisitionId}`}
          className="hr-requisition-times"
          pressed="hr-link-pressed"
          onTap={onTimes}
        >
          <Text className="hr-requisition-open">{bookingWords.open}</Text>
          <Text className={places === 0 ? 'hr-requisition-count hr-warm' : 'hr-requisition-count hr-quiet'}>
            {places === 0 ? bookingWords.noneFree : bookingWords.free(places)} ›
          </Text>
        </Tap>
      )}
    </View>
  );
}
