import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { whenText } from '../../state/when.ts';
import { CommandError, Failure, StaleBar } from '../components/states.tsx';
import { May } from '../may.tsx';
import { accountWords, words } from '../words.ts';
import { deviceText } from './device-text.ts';
import { SecondFactorCard } from './second-factor-card.tsx';
import { staffUrl } from './urls.ts';
import { type Account, type AccountModel, useAccount } from './use-account.ts';
import '../styles/page.scss';
import './index.scss';

/** 「我的账号」: who one is here, what protects that, and where one is signed in. */
function AccountPage() {
  const model = useAccount();
  const { enable } = useRouter().params;
  usePullDownRefresh(() => void model.reload().finally(() => Taro.stopPullDownRefresh()));
  const { value } = model;
  return (
    <Page wide className="hr-page">
      {value && model.error && <StaleBar error={model.error} />}
      {!value && (model.error ? <Failure error={model.error} onRetry={() => void model.reload()} /> : <Skeleton />)}
      {value && (
        <View className="hr-account">
          <View className="hr-account-who" id="who">
            <View className="hr-account-name">{value.name}</View>
            <View className="hr-account-role">
              <Chip id="role">{accountWords.role[value.role]}</Chip>
              <View className="hr-quiet">{value.company}</View>
            </View>
            <View className="hr-account-may">{accountWords.may[value.role]}</View>
          </View>
          <SecondFactorCard model={model} account={value} opens={enable === '1'} />
          <Sessions model={model} account={value} />
          <May to="staff.list">
            <View className="hr-heading">{accountWords.staff.title}</View>
            <View className="hr-card hr-padded hr-account-part">
              <View className="hr-quiet">{accountWords.staff.text}</View>
              <View>
                <Action id="open-staff" onTap={() => void Taro.navigateTo({ url: staffUrl })}>
                  {accountWords.staff.open}
                </Action>
              </View>
            </View>
          </May>
        </View>
      )}
    </Page>
  );
}

function Sessions({ model, account }: { model: AccountModel; account: Account }) {
  const text = accountWords.sessions;
  const now = serverTime.now();
  return (
    <View id="sessions">
      <View className="hr-heading">{text.title}</View>
      <View className="hr-card">
        {account.sessions.map(({ sessionId, device, createdAt, usedAt, current }) => (
          <View key={sessionId} className="hr-account-session" id={`session-${sessionId}`}>
            <View className="hr-account-text">
              <View className="hr-account-device">
                {deviceText(device)}
                {current && <Chip>{text.current}</Chip>}
              </View>
              <View className="hr-quiet hr-tabular">{text.since(whenText(createdAt, now), whenText(usedAt, now))}</View>
            </View>
            {!current && (
              <Action
                id={`end-${sessionId}`}
                busy={model.ending.busy}
                ariaLabel={`${text.end} ${deviceText(device)}`}
                onTap={() => void model.ending.run(sessionId)}
              >
                {text.end}
              </Action>
            )}
          </View>
        ))}
      </View>
      <View className="hr-account-note">{text.note}</View>
      {model.ending.error && <CommandError error={model.ending.error} safe={words.state.unreachable} />}
    </View>
  );
}

export default AccountPage;
