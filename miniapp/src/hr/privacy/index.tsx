import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Chip, type Tone } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { whenText } from '../../state/when.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError, Empty, Failure, StaleBar } from '../components/states.tsx';
import { May, may } from '../may.tsx';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';
import { words as hrWords, privacyWords } from '../words.ts';
import { type HoldFor, Holds } from './holds.tsx';
import { SettingsCard } from './settings-card.tsx';
import '../styles/page.scss';
import './index.scss';

const words = privacyWords.erasures;
const everyMs = 60_000;
type Erasure = Output<'erasure.list'>['erasures'][number];

const toneOf: Record<Erasure['state'], Tone> = {
  asked: 'amber',
  running: 'accent',
  settling: 'accent',
  done: 'plain',
  withdrawn: 'plain',
};

/** What candidates asked to have deleted, what is not needed any more, and what stands in the way. */
function PrivacyPage() {
  const { value, error, reload } = usePolled(() => call('erasure.list'), { key: 'erasures', everyMs });
  const [asked, setAsked] = useState<Erasure>();
  const [holding, setHolding] = useState<HoldFor | 'by_id' | null>(null);
  const [older, setOlder] = useState<{ erasures: Erasure[]; cursor: string | null }>();
  const carrying = useCommand((erasureId, operationId) =>
    call('erasure.carryOut', { params: { erasureId }, input: { operationId } }),
  );
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  const now = serverTime.now();
  const cursor = older ? older.cursor : (value?.cursor ?? null);

  async function carryOut(erasureId: string) {
    const done = await carrying.run(erasureId);
    if (!done.ok) return;
    setAsked(undefined);
    await reload();
  }
  async function more() {
    if (cursor === null) return;
    const page = await call('erasure.list', { query: { cursor } });
    if (page.ok)
      setOlder({ erasures: [...(older?.erasures ?? []), ...page.value.erasures], cursor: page.value.cursor });
  }

  return (
    <Page wide className="hr-page">
      {value && error && <StaleBar error={error} />}
      {!value && (error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />)}
      {value && (
        <View className="hr-privacy">
          <View className="hr-privacy-title" {...aria({ role: 'heading' })}>
            {words.title}
          </View>
          <View className="hr-privacy-what">{words.what}</View>
          <View id="erasures" className="hr-card">
            {value.erasures.length === 0 && <Empty text={words.empty} />}
            {[...value.erasures, ...(older?.erasures ?? [])].map((one) => (
              <Row
                key={one.erasureId}
                erasure={one}
                now={now}
                onAsk={() => setAsked(one)}
                onHold={() => setHolding({ candidateId: one.candidateId, name: one.name ?? one.candidateId })}
              />
            ))}
          </View>
          {cursor !== null && (
            <Action id="more-erasures" block onTap={() => void more()}>
              {words.more}
            </Action>
          )}
          <Holds holds={value.holds} asked={holding} onAsk={setHolding} onDone={reload} />
          <SettingsCard />
        </View>
      )}
      <Sheet id="carry-out-sheet" open={asked !== undefined} title={words.carryOut} onClose={() => setAsked(undefined)}>
        <View className="hr-privacy-what">{asked?.name}</View>
        <View className="hr-privacy-what">{words.carryOutText}</View>
        {carrying.error && <CommandError error={carrying.error} safe={hrWords.state.unreachable} />}
        <SheetActions
          id="carry-out-confirm"
          cancel={words.cancel}
          confirm={words.confirm}
          busy={carrying.busy}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => asked && void carryOut(asked.erasureId)}
        />
      </Sheet>
    </Page>
  );
}

type RowProps = { erasure: Erasure; now: number; onAsk(): void; onHold(): void };

function Row({ erasure, now, onAsk, onHold }: RowProps) {
  const { erasureId, name, because, state, askedAt, dueAt, by, doneAt, hash, hold } = erasure;
  const hurried = state === 'asked' && by !== null;
  const waits = state === 'asked' && hold === null;
  return (
    <View id={`erasure-${erasureId}`} className="hr-privacy-row">
      <View className="hr-privacy-words">
        <View className="hr-privacy-head">
          {name ?? words.deleted}
          <Chip tone={toneOf[state]}>{words.states[state]}</Chip>
        </View>
        <View className="hr-quiet hr-tabular">{words.asked(words.because[because], whenText(askedAt, now))}</View>
        {state === 'asked' && dueAt !== null && (
          <View className="hr-quiet hr-tabular">{hurried ? words.hurried(by) : words.due(whenText(dueAt, now))}</View>
        )}
        {doneAt !== null && hash !== null && (
          <View className="hr-quiet hr-tabular">{words.done(whenText(doneAt, now), hash.slice(0, 16))}</View>
        )}
        {hold !== null && state === 'asked' && (
          <View className="hr-privacy-hold">{words.held(hold.reason, hold.by, whenText(hold.at, now))}</View>
        )}
      </View>
      {waits && may('erasure.carryOut') && (
        <View className="hr-privacy-do">
          {!hurried && (
            <Action id={`carry-out-${erasureId}`} onTap={onAsk}>
              {words.carryOut}
            </Action>
          )}
          <May to="hold.put">
            <Action id={`hold-${erasureId}`} kind="quiet" onTap={onHold}>
              {words.put}
            </Action>
          </May>
        </View>
      )}
    </View>
  );
}

export default PrivacyPage;
