import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Chip } from '../../../components/card.tsx';
import { learningWords } from '../../words.ts';
import { percent, whole } from '../number-text.ts';
import { WorkedOut } from '../run-card.tsx';
import { Section } from '../section.tsx';
import './demand.scss';

type Demand = Output<'learning.demand'>;
type Value = NonNullable<Demand['report']>['value'];
type Forecast = Extract<Value, { state: 'forecast' }>['forecasts'][number];
const words = learningWords.demand;

/** 「用人需求」: what is expected of each position, how good such forecasts were, and who could be asked again. */
export function DemandSection() {
  return (
    <Section name="demand" lead={words.lead} load={() => call('learning.demand')}>
      {({ report, positions }) => (
        <>
          <WorkedOut at={report?.at ?? null} />
          {report?.value.state === 'insufficient' && (
            <View id="demand-missing" className="hr-card hr-learn-item">
              <Chip>{learningWords.insufficient}</Chip>
              <View>{words.missing(report.value.missing)}</View>
            </View>
          )}
          {report?.value.state === 'forecast' && (
            <>
              <Backtest value={report.value} />
              {report.value.forecasts.map((forecast) => {
                const position = positions.find(({ positionId }) => positionId === forecast.positionId);
                return position && <Position key={forecast.positionId} forecast={forecast} position={position} />;
              })}
            </>
          )}
        </>
      )}
    </Section>
  );
}

function Backtest({ value: { season, backtest } }: { value: Extract<Value, { state: 'forecast' }> }) {
  const rival = backtest && Math.min(backtest.naive, backtest.seasonal);
  const text =
    backtest === null || rival === null
      ? words.backtest.none
      : backtest.better && backtest.gain
        ? words.backtest.better(percent(1 - backtest.miss / rival))
        : words.backtest.not;
  return (
    <View className="hr-card hr-learn-item">
      <View>{text}</View>
      <View className="hr-quiet">{words.season[season]}</View>
    </View>
  );
}

function Position({ forecast, position }: { forecast: Forecast; position: Demand['positions'][number] }) {
  const { expected, low, high, recent } = forecast;
  const { positionId, title, department, requisitionId, invitations, pool, pooled } = position;
  return (
    <View id={`demand-${positionId}`} className="hr-card hr-learn-item">
      <View className="hr-learn-chips">
        <Text className="hr-learn-strong">{title}</Text>
        <Text className="hr-quiet">{department}</Text>
      </View>
      <View className="hr-learn-big">
        <Text className="hr-learn-number">{words.expected(whole(expected))}</Text>
        <Text className="hr-quiet">{words.range(low, high)}</Text>
      </View>
      <Months recent={recent} />
      <View>{invitations === null ? words.noRate : words.invite(invitations)}</View>
      <View className="hr-quiet">
        {pooled === 0
          ? words.poolNone
          : pool.length === 0
            ? words.pool(pooled)
            : words.poolNames(pooled, pool.map(({ name }) => name).join(words.comma))}
      </View>
      {requisitionId === null ? (
        <View className="hr-quiet">{words.noOpening}</View>
      ) : (
        <View className="hr-learn-ways">
          <Action
            id={`invite-for-${positionId}`}
            onTap={() => void Taro.navigateTo({ url: `/hr/invite/index?requisitionId=${requisitionId}` })}
          >
            {words.toInvite}
          </Action>
          <Text className="hr-quiet">{words.hrSends}</Text>
        </View>
      )}
    </View>
  );
}

function Months({ recent }: { recent: readonly number[] }) {
  const most = Math.max(1, ...recent);
  return (
    <View>
      <View className="hr-learn-small">{words.recent}</View>
      <View className="hr-months" {...aria({ role: 'img', label: `${words.recent}: ${recent.join(', ')}` })}>
        {recent.map((opened, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place.
          <View key={at} className="hr-month">
            <Text className="hr-month-count">{opened === 0 ? '' : opened}</Text>
            <View className="hr-month-bar" style={{ height: `${(32 * opened) / most}PX` }} />
          </View>
        ))}
      </View>
    </View>
  );
}
