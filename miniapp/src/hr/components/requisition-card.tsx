import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Action } from '../../components/action.tsx';
import { Tap } from '../../components/tap.tsx';
import { May, may } from '../may.tsx';
import { editorUrl, positionsUrl } from '../positions/urls.ts';
import { rulesUrl } from '../rules/rules-url.ts';
import { bookingWords, intakeWords, positionWords, ruleWords, words } from '../words.ts';
import type { Requisition } from '../workbench/use-workbench.ts';
import './requisition-card.scss';

const open = (url: string) => void Taro.navigateTo({ url });

type Props = {
  requisition: Requisition;
  onInvite(): void;
  onTimes(): void;
};

export function RequisitionCard({ requisition, onInvite, onTimes }: Props) {
  const { requisitionId, department, position, headcount, inPost, vacancies, passed, places, wishes } = requisition;
  const share = vacancies === 0 ? 100 : Math.min(100, (100 * passed) / vacancies);
  return (
    <View className="hr-card hr-requisition" id={`requisition-${requisitionId}`}>
      <View className="hr-requisition-head">
        <View className="hr-requisition-what">
          <View className="hr-requisition-title">{words.workbench.opening(department, position)}</View>
          <View className="hr-quiet hr-tabular">{words.workbench.headcount(headcount, inPost, vacancies)}</View>
        </View>
        <May to="application.invite">
          <Action id={`open-invite-${requisitionId}`} kind="plain" onTap={onInvite}>
            {words.workbench.invite}
          </Action>
        </May>
      </View>
      <View className="hr-requisition-progress">
        <View className="hr-bar">
          <View className="hr-bar-done" style={{ width: `${share}%` }} />
        </View>
        <Text id={`progress-${requisitionId}`} className="hr-requisition-count">
          {words.workbench.progress(passed, vacancies)}
        </Text>
      </View>
      {wishes > 0 && may('requisition.wishes') && (
        <Tap
          id={`open-wishes-${requisitionId}`}
          className="hr-requisition-times"
          pressed="hr-link-pressed"
          onTap={onInvite}
        >
          <Text className="hr-requisition-open">{intakeWords.invite.fresh}</Text>
          <Text className="hr-requisition-count hr-quiet">{intakeWords.preview.people(wishes)} ›</Text>
        </Tap>
      )}
      {places !== null && may('slot.list') && (
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
      {may('position.get') && <RequisitionWays requisition={requisition} />}
    </View>
  );
}

const RequisitionWays = ({ requisition: { requisitionId, positionId } }: Pick<Props, 'requisition'>) => (
  <View className="hr-requisition-ways">
    <Tap
      id={`open-rules-${positionId}`}
      className="hr-link"
      pressed="hr-link-pressed"
      onTap={() => open(rulesUrl(positionId))}
    >
      {ruleWords.open} ›
    </Tap>
    <Tap
      id={`open-position-${positionId}`}
      className="hr-link"
      pressed="hr-link-pressed"
      onTap={() => open(editorUrl(positionId))}
    >
      {positionWords.open} ›
    </Tap>
    <Tap
      id={`open-positions-${requisitionId}`}
      className="hr-link"
      pressed="hr-link-pressed"
      onTap={() => open(positionsUrl)}
    >
      {positionWords.all} ›
    </Tap>
  </View>
);
