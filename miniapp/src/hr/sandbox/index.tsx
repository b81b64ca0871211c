import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { Move } from '#shared/training/moves.ts';
import { call } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Chip, StatusChip } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { CommandError, Failure } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { words as hrWords, trainingWords } from '../words.ts';
import { movesNow } from './moves-now.ts';
import { type Step, useSandbox } from './use-sandbox.ts';
import '../styles/page.scss';
import './index.scss';

const words = trainingWords.sandbox;

/** HR plays the candidate on one half and sees on the other what it does to the status in every place. */
function SandboxPage() {
  const model = useSandbox((moves) => retrying(() => call('training.sandbox', { input: { moves } })));
  const { steps, error, busy } = model;
  const last = steps?.at(-1);
  if (!steps || !last) {
    return (
      <Page wide className="hr-page">
        {error ? <Failure error={error} onRetry={() => void model.play([])} /> : <Skeleton />}
      </Page>
    );
  }
  return (
    <Page wide className="hr-page">
      <View className="hr-sandbox">
        <View className="hr-sandbox-head">
          <View className="hr-sandbox-title">{words.title}</View>
          <HelpEntry page="sandbox" />
        </View>
        <View className="hr-sandbox-text">{words.text}</View>
        <View className="hr-sandbox-halves">
          <Phone last={last} steps={steps} busy={busy} onMove={model.move} />
          <Hr last={last} />
        </View>
        {error && <CommandError error={error} safe={hrWords.state.unreachable} />}
        <History steps={steps} onBegin={() => void model.play([])} />
      </View>
    </Page>
  );
}

type PhoneProps = { last: Step; steps: Step[]; busy: boolean; onMove(move: Move): void };

function Phone({ last, steps, busy, onMove }: PhoneProps) {
  const { offline, moves } = movesNow(steps);
  return (
    <View className="hr-card hr-half">
      <View className="hr-half-title">{words.phone}</View>
      <View className="hr-half-facts">
        <Chip tone="accent">{words.count(last.saved, last.asked)}</Chip>
        {last.onDevice > 0 && <Chip tone="amber">{words.onDevice(last.onDevice)}</Chip>}
        {offline && <Chip tone="red">{words.offline}</Chip>}
      </View>
      <View className="hr-moves" {...aria({ role: 'group', label: words.try })}>
        {moves.map((move) => (
          <Action
            key={move}
            id={`move-${move}`}
            block
            disabled={busy}
            kind={move === 'start' || move === 'answer' ? 'primary' : 'plain'}
            onTap={() => onMove(move)}
          >
            {words.moves[move]}
          </Action>
        ))}
      </View>
    </View>
  );
}

function Hr({ last }: { last: Step }) {
  const [first] = last.copies;
  const agree = last.copies.every(({ status }) => status === first?.status);
  return (
    <View id="sandbox-hr" className="hr-card hr-half hr-half-seen">
      <View className="hr-half-title">{words.hr}</View>
      <View className="hr-half-facts">
        <StatusChip id="sandbox-status" status={last.status} />
        {agree && <Chip>{words.agree}</Chip>}
      </View>
      <View className="hr-half-copies">
        {last.copies.map(({ copy: place, status, stage, passed }) => (
          <View key={place} id={`sandbox-${place}`} className="hr-half-copy">
            <Text className="hr-half-name">{words.copies[place]}</Text>
            <View className="hr-half-says">
              <View>{copy.statuses.interviewStatus[status]}</View>
              {stage !== null && copy.statuses.applicationStage[stage] !== copy.statuses.interviewStatus[status] && (
                <View className="hr-quiet">{copy.statuses.applicationStage[stage]}</View>
              )}
              {passed !== null && <View className="hr-quiet">{words.passed(passed)}</View>}
            </View>
          </View>
        ))}
      </View>
      {last.effect !== null && (
        <View id="sandbox-effect" className="hr-half-effect" {...aria({ role: 'status' })}>
          {words.effects[last.effect]}
        </View>
      )}
    </View>
  );
}

function History({ steps, onBegin }: { steps: Step[]; onBegin(): void }) {
  return (
    <View>
      <View className="hr-heading hr-heading-row">
        <Text>{words.history}</Text>
        <Action id="sandbox-again" kind="quiet" disabled={steps.length === 1} onTap={onBegin}>
          {words.begin}
        </Action>
      </View>
      <View className="hr-card" {...aria({ role: 'list' })}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <View key={index} className="hr-sandbox-step">
            <View className="hr-sandbox-move">
              <Text className="hr-sandbox-what">{step.move === null ? words.invited : words.moves[step.move]}</Text>
              {step.effect !== null && <View className="hr-quiet">{words.effects[step.effect]}</View>}
            </View>
            <StatusChip status={step.status} />
          </View>
        ))}
      </View>
    </View>
  );
}

export default SandboxPage;
