import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../../api/call.ts';
import { Chip } from '../../../components/card.tsx';
import { Page } from '../../../components/page.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { Tap } from '../../../components/tap.tsx';
import { whenText } from '../../../state/when.ts';
import { CommandError, Empty, Failure, StaleBar } from '../../components/states.tsx';
import { Switch } from '../../components/switch.tsx';
import { May, may } from '../../may.tsx';
import { useCommand } from '../../use-command.ts';
import { usePolled } from '../../use-polled.ts';
import { accountWords, words } from '../../words.ts';
import { PersonSheet } from './person-sheet.tsx';
import '../../styles/page.scss';
import '../index.scss';

export type Person = Output<'staff.list'>['staff'][number];
const everyMs = 60_000;

/** Who of the company may do what, and what was changed about that. */
function StaffPage() {
  const text = accountWords.staff;
  const { value, error, reload } = usePolled(() => call('staff.list'), { key: 'staff', everyMs });
  const [opened, setOpened] = useState<string>();
  const policy = useCommand((required) =>
    call('staff.setPolicy', { input: { secondFactorRequired: required === 'required' } }),
  );
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  const now = serverTime.now();
  const person = value?.staff.find(({ userId }) => userId === opened);
  return (
    <Page wide className="hr-page">
      {value && error && <StaleBar error={error} />}
      {!value && (error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />)}
      {value && (
        <View className="hr-account">
          <View className="hr-account-name">{text.title}</View>
          <View className="hr-card hr-account-list" id="staff">
            {value.staff.map((one) => (
              <Row key={one.userId} person={one} onOpen={() => setOpened(one.userId)} />
            ))}
          </View>
          <May to="staff.setPolicy">
            <View className="hr-heading">{text.policy}</View>
            <View className="hr-card hr-padded hr-account-part">
              <View className="hr-quiet">{text.policyText}</View>
              <Switch
                id="policy"
                on={value.secondFactorRequired}
                off={policy.busy}
                label={text.policy}
                text={value.secondFactorRequired ? text.required : text.optional}
                onChange={(on) => void policy.run(on ? 'required' : 'optional').then(reload)}
              />
              {policy.error && <CommandError error={policy.error} safe={words.state.unreachable} />}
            </View>
          </May>
          <View className="hr-heading">{text.log}</View>
          <View className="hr-card" id="access-log">
            {value.log.length === 0 && <Empty text={text.nothing} />}
            {value.log.map((entry) => (
              <View key={`${entry.at} ${entry.about} ${entry.what}`} className="hr-account-session">
                <View className="hr-account-text">
                  <View>
                    {text.steps[entry.what](entry.about, entry.role === null ? '' : accountWords.role[entry.role])}
                  </View>
                  <View className="hr-quiet hr-tabular">{text.by(entry.by, whenText(entry.at, now))}</View>
                </View>
              </View>
            ))}
          </View>
        </View>
      )}
      {person && <PersonSheet person={person} onClose={() => setOpened(undefined)} onDone={reload} />}
    </Page>
  );
}

function Row({ person, onOpen }: { person: Person; onOpen(): void }) {
  const text = accountWords.staff;
  const { userId, name, role, gone, sessions, secondFactor } = person;
  const inside = (
    <>
      <View className="hr-account-text">
        <View className="hr-account-device">
          {name}
          <Chip tone={gone ? 'plain' : 'accent'}>{gone ? text.gone : accountWords.role[role]}</Chip>
        </View>
        <View className="hr-quiet">{text.about(sessions, secondFactor)}</View>
      </View>
      {may('staff.setRole') && <View className="hr-caret hr-caret-on" />}
    </>
  );
  return may('staff.setRole') ? (
    <Tap id={`staff-${userId}`} className="hr-account-session" pressed="hr-link-pressed" onTap={onOpen}>
      {inside}
    </Tap>
  ) : (
    <View id={`staff-${userId}`} className="hr-account-session">
      {inside}
    </View>
  );
}

export default StaffPage;
