import { Text, View } from '@tarojs/components';
import { useRef } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Chip, type Tone } from '../../../components/card.tsx';
import { LongField } from '../../components/field.tsx';
import { CommandError } from '../../components/states.tsx';
import { may } from '../../may.tsx';
import { useCommand } from '../../use-command.ts';
import { usePolled } from '../../use-polled.ts';
import { words as hrWords, learningWords } from '../../words.ts';
import { decimal, percent, when } from '../number-text.ts';

type Trial = Output<'experiment.list'>['experiments'][number];
type Result = NonNullable<Trial['result']>;
const words = learningWords.trials;
const everyMs = 30_000;
const tones: Record<Trial['state'], Tone> = { proposed: 'amber', running: 'accent', refused: 'plain', ended: 'plain' };

/** Trials under way and over: proposed, reviewed by the business side, put by lot, decided on. */
export function Trials() {
  const { value, reload } = usePolled(() => call('experiment.list'), { key: 'trials', everyMs });
  if (value === undefined || value.experiments.length === 0) return null;
  return (
    <View id="trials" className="hr-learn-group">
      <View className="hr-learn-strong">{words.title}</View>
      <View className="hr-quiet">{words.lead}</View>
      <View className="hr-card">
        {value.experiments.map((trial) => (
          <TrialRow key={trial.experimentId} trial={trial} onDone={() => void reload()} />
        ))}
      </View>
    </View>
  );
}

function TrialRow({ trial, onDone }: { trial: Trial; onDone(): void }) {
  const { position, before, after, why, state, proposed, reviewed, ended, put, result } = trial;
  return (
    <View id={`trial-${trial.experimentId}`} className="hr-learn-item">
      <View className="hr-learn-chips">
        <Text className="hr-learn-strong">{position}</Text>
        <Chip tone={tones[state]}>{ended ? words[ended.adopted ? 'adopted' : 'kept'] : words.states[state]}</Chip>
      </View>
      <View className="hr-learn-small">{words.before}</View>
      <View>{before}</View>
      <View className="hr-learn-small">{words.after}</View>
      <View>{after}</View>
      <View className="hr-quiet">
        {why} · {words.by(proposed.by, when(proposed.at))}
      </View>
      {reviewed && (
        <View className="hr-quiet">
          {words.by(reviewed.by, when(reviewed.at))} {reviewed.note}
        </View>
      )}
      {(state === 'running' || state === 'ended') && (
        <View className="hr-quiet">
          {words.put(put.a, put.b)}
          {result === null && state === 'running' && ` · ${words.wait}`}
        </View>
      )}
      {result && <ResultLines result={result} />}
      {state === 'proposed' && may('experiment.review') && <Review trial={trial} onDone={onDone} />}
      {state === 'running' && may('experiment.end') && <End trial={trial} onDone={onDone} />}
    </View>
  );
}

/** A change that is sure is said to be one; `up`: more is better. */
function ResultLines({ result: { realism, skipped, complained } }: { result: Result }) {
  const sure = ({ low, high }: { low: number; high: number }, up: boolean) => {
    if (low <= 0 && high >= 0) return words.sure.unclear;
    return low > 0 === up ? words.sure.better : words.sure.worse;
  };
  return (
    <View className="hr-learn-results">
      {realism && (
        <View>
          {words.realism(decimal(realism.before.mean, 1), decimal(realism.after.mean, 1))} · {sure(realism, true)}
        </View>
      )}
      {skipped && (
        <View>
          {words.skipped(percent(skipped.before.rate), percent(skipped.after.rate))} · {sure(skipped, false)}
        </View>
      )}
      {complained && (
        <View>
          {words.complained(percent(complained.before.rate), percent(complained.after.rate))} ·{' '}
          {sure(complained, false)}
        </View>
      )}
    </View>
  );
}

function Review({ trial: { positionId, experimentId }, onDone }: { trial: Trial; onDone(): void }) {
  const note = useRef('');
  const send = useCommand((intention) =>
    call('experiment.review', {
      params: { positionId, experimentId },
      input: { accept: intention === 'accept', note: note.current.trim() },
    }),
  );
  const own = send.error?.kind === 'refused' && send.error.code === 'forbidden';
  const answer = (intention: 'accept' | 'refuse') => void send.run(intention).then(({ ok }) => ok && onDone());
  return (
    <View className="hr-learn-form">
      <LongField
        id={`note-${experimentId}`}
        label={words.note}
        placeholder={words.note}
        onText={(text) => {
          note.current = text;
        }}
      />
      {own && <View className="hr-learn-warm">{words.own}</View>}
      {send.error && !own && <CommandError error={send.error} safe={hrWords.state.unknown} />}
      <View className="hr-learn-actions">
        <Action busy={send.busy} onTap={() => answer('refuse')}>
          {words.refuse}
        </Action>
        <Action id={`accept-${experimentId}`} kind="primary" busy={send.busy} onTap={() => answer('accept')}>
          {words.accept}
        </Action>
      </View>
    </View>
  );
}

function End({ trial: { positionId, experimentId }, onDone }: { trial: Trial; onDone(): void }) {
  const send = useCommand((intention, operationId) =>
    call('experiment.end', {
      params: { positionId, experimentId },
      input: { operationId, adopt: intention === 'adopt' },
    }),
  );
  const end = (intention: 'adopt' | 'keep') => void send.run(intention).then(({ ok }) => ok && onDone());
  return (
    <View className="hr-learn-form">
      {send.error && <CommandError error={send.error} safe={hrWords.state.unknown} />}
      <View className="hr-learn-actions">
        <Action busy={send.busy} onTap={() => end('keep')}>
          {words.keep}
        </Action>
        <Action id={`adopt-${experimentId}`} kind="primary" busy={send.busy} onTap={() => end('adopt')}>
          {words.adopt}
        </Action>
      </View>
    </View>
  );
}
