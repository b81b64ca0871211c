import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Choices } from '../components/choices.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { May } from '../may.tsx';
import { statusWords } from '../words.ts';
import { CheckRow } from './check-row.tsx';
import { type Checks, nameOf, type Shown, useChecks } from './use-checks.ts';
import { useResyncAll } from './use-resync-all.ts';
import '../styles/page.scss';
import './index.scss';

const shownOptions = (['drifted', 'all'] as const).map((value) => ({ value, name: statusWords.shown[value] }));

/** 「状态核对」: the last checks, what was put right, the error rate, and 「重新同步」 for one or for all. */
function StatusPage() {
  const [shown, setShown] = useState<Shown>('drifted');
  const model = useChecks(shown);
  const all = useResyncAll(() => void model.reload());
  const now = serverTime.now();
  usePullDownRefresh(() => void model.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page wide className="hr-page">
      {model.value && model.error && <StaleBar error={model.error} />}
      <View className="hr-checkup">
        <View className="hr-checkup-head">
          <View className="hr-checkup-title">{statusWords.title}</View>
          <HelpEntry page="status" />
        </View>
        <View className="hr-checkup-what">{statusWords.what}</View>
        {model.days && <Numbers days={model.days} />}
        <View className="hr-card hr-checkup-all">
          <View className="hr-checkup-all-text">
            <View className="hr-found-name">{statusWords.all.title}</View>
            <View className="hr-quiet">{statusWords.all.text}</View>
            {all.phase !== 'idle' && (
              <View id="resync-all-outcome" className="hr-checkup-outcome" {...aria({ role: 'status' })}>
                {all.phase === 'running' && statusWords.all.running(all.checked)}
                {all.phase === 'done' && statusWords.all.done(all.checked, all.drifted)}
                {all.phase === 'stopped' && statusWords.all.stopped(all.checked)}
              </View>
            )}
          </View>
          <May to="sync.resyncAll">
            <Action id="resync-all" kind="primary" busy={all.phase === 'running'} onTap={() => void all.run()}>
              {statusWords.all.run}
            </Action>
          </May>
        </View>
        <View className="hr-checkup-show">
          <Choices<Shown>
            id="show"
            label={statusWords.show}
            options={shownOptions}
            chosen={shown}
            onChoose={setShown}
          />
        </View>
        {!model.value &&
          (model.error ? <Failure error={model.error} onRetry={() => void model.reload()} /> : <Skeleton />)}
        {model.value && model.checks.length === 0 && (
          <View id="checks-empty">
            <Empty text={statusWords.empty[shown]} />
          </View>
        )}
        {model.checks.length > 0 && (
          <View className="hr-card hr-checks" {...aria({ role: 'list' })}>
            {model.checks.map((check) => (
              <CheckRow key={nameOf(check)} check={check} now={now} onDone={() => void model.reload()} />
            ))}
          </View>
        )}
        {model.cursor !== null && (
          <Action id="more-checks" block busy={model.busy} onTap={() => void model.more()}>
            {model.busy ? statusWords.loading : statusWords.loadMore}
          </Action>
        )}
      </View>
    </Page>
  );
}

function Numbers({ days }: { days: Checks['days'] }) {
  const sum = (field: 'checked' | 'drifted' | 'healed') => days.reduce((all, day) => all + day[field], 0);
  const [checked, drifted, healed] = [sum('checked'), sum('drifted'), sum('healed')];
  const rate = checked === 0 ? statusWords.noRate : statusWords.rate(((100 * drifted) / checked).toFixed(1));
  const figures = [
    ['checked', checked],
    ['drifted', drifted],
    ['healed', healed],
    ['rate', rate],
  ] as const;
  return (
    <View className="hr-card hr-figures">
      {figures.map(([name, value]) => (
        <View key={name} className="hr-figure">
          <Text
            id={`figure-${name}`}
            className={name === 'drifted' && drifted > healed ? 'hr-figure-value hr-warm' : 'hr-figure-value'}
          >
            {value}
          </Text>
          <Text className="hr-figure-name">{statusWords.numbers[name]}</Text>
        </View>
      ))}
    </View>
  );
}

export default StatusPage;
