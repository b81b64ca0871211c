import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { LearningSection } from '#shared/copy/zh/learning.ts';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Chip, type Tone } from '../../../components/card.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { Tap } from '../../../components/tap.tsx';
import { copy } from '../../../copy.ts';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError } from '../../components/states.tsx';
import { may } from '../../may.tsx';
import { useCommand } from '../../use-command.ts';
import { words as hrWords, learningWords } from '../../words.ts';
import { percent, when, whole } from '../number-text.ts';
import { WorkedOut } from '../run-card.tsx';
import { Section } from '../section.tsx';

type Position = Output<'learning.weights'>['positions'][number];
type Found = NonNullable<Position['report']>['value'];
const words = learningWords.weights;
const tones: Record<Found['state'], Tone> = {
  insufficient: 'plain',
  no_gain: 'accent',
  adverse: 'red',
  proposal: 'amber',
};

/** 「权重」: whether those who were hired speak for other weights, and a named person to take the step. */
export function WeightsSection({ onGo }: { onGo(section: LearningSection): void }) {
  return (
    <Section name="weights" lead={words.lead} load={() => call('learning.weights')}>
      {({ positions }, reload) => {
        const at = positions.find(({ report }) => report !== null)?.report?.at;
        return (
          <>
            <WorkedOut at={at ?? null} />
            {positions.map((position) => (
              <PositionWeights key={position.positionId} position={position} onDone={reload} onGo={onGo} />
            ))}
          </>
        );
      }}
    </Section>
  );
}

type Props = { position: Position; onDone(): void; onGo(section: LearningSection): void };

function PositionWeights({ position, onDone, onGo }: Props) {
  const { positionId, title, report, approved } = position;
  const found = report?.value;
  return (
    <View id={`weights-${positionId}`} className="hr-card hr-learn-item">
      <View className="hr-learn-chips">
        <Text className="hr-learn-strong">{title}</Text>
        {found && <Chip tone={tones[found.state]}>{words.states[found.state]}</Chip>}
      </View>
      {found === undefined && <View className="hr-quiet">{learningWords.notYet}</View>}
      {found?.state === 'insufficient' && (
        <>
          <View>{words.missing(found.people, found.missing)}</View>
          <View className="hr-bar">
            <View
              className="hr-bar-done"
              style={{ width: `${(100 * found.people) / (found.people + found.missing)}%` }}
            />
          </View>
          {may('outcome.enter') && (
            <Tap className="hr-link" pressed="hr-link-pressed" onTap={() => onGo('outcomes')}>
              {words.toOutcomes}
            </Tap>
          )}
        </>
      )}
      {found && found.state !== 'insufficient' && <Evidence found={found} />}
      {found?.state === 'proposal' && report && (
        <Approve position={position} report={report.version} planVersion={found.planVersion} onDone={onDone} />
      )}
      {approved && (
        <View className="hr-learn-approved">
          <Text className="hr-quiet">
            {words.approved(approved.by, when(approved.at), approved.to)}
            {approved.rolledBack && ` · ${words.rolledBack}`}
          </Text>
          {!approved.rolledBack && may('position.rollBackWeights') && <RollBack position={position} onDone={onDone} />}
        </View>
      )}
    </View>
  );
}

type Known = Exclude<Found, { state: 'insufficient' }>;

function Evidence({ found }: { found: Known }) {
  const { people, gain, range, impact } = found.evidence;
  const most = found.state === 'no_gain' ? 1 : Math.max(...found.points.flatMap(({ now, wanted }) => [now, wanted]));
  const width = (points: number) => `${(100 * points) / most}%`;
  const flagged = impact.after.some(({ categories }) => categories.some((one) => one.flagged));
  return (
    <>
      {found.state === 'no_gain' && <View>{words.noGain}</View>}
      {found.state === 'adverse' && <View className="hr-learn-red">{words.adverse}</View>}
      {found.state !== 'no_gain' && (
        <View className="hr-learn-points">
          {found.points.map(({ name, now, wanted }) => (
            <View key={name} className="hr-learn-point">
              <Text className="hr-learn-point-name">{name}</Text>
              <View className="hr-learn-point-bar">
                <View className="hr-learn-point-now" style={{ width: width(now) }} />
                <View className="hr-learn-point-wanted" style={{ width: width(wanted) }} />
              </View>
              <Text className={wanted === now ? 'hr-quiet hr-tabular' : 'hr-learn-strong hr-tabular'}>
                {wanted === now ? `${whole(now)}%` : `${whole(now)} → ${whole(wanted)}%`}
              </Text>
            </View>
          ))}
        </View>
      )}
      <View className="hr-quiet">{words.people(people)}</View>
      {found.state !== 'no_gain' && (
        <View className="hr-quiet">{words.gain(percent(gain.mean), percent(gain.low), percent(gain.high))}</View>
      )}
      {range.restricted && <View className="hr-quiet">{words.restricted}</View>}
      {!impact.judged && <View className="hr-learn-warm">{words.impactUnknown}</View>}
      {impact.judged && !flagged && <View className="hr-quiet">{words.impactFine}</View>}
    </>
  );
}

type ApproveProps = { position: Position; report: number; planVersion: number; onDone(): void };

function Approve({ position: { positionId, planVersion: now }, report, planVersion, onDone }: ApproveProps) {
  const [asked, setAsked] = useState(false);
  const send = useCommand((_, operationId) =>
    call('position.approveWeights', { params: { positionId }, input: { operationId, report, version: planVersion } }),
  );
  if (!may('position.approveWeights')) return null;
  if (now !== planVersion) return <View className="hr-quiet">{words.stale}</View>;
  return (
    <>
      <Action id={`approve-${positionId}`} kind="primary" onTap={() => setAsked(true)}>
        {words.approve}
      </Action>
      <Sheet id="approve-sheet" open={asked} title={words.approveTitle} onClose={() => setAsked(false)}>
        <View>{words.approveText}</View>
        {send.error && <CommandError error={send.error} safe={hrWords.state.unknown} />}
        <SheetActions
          id="approve-weights"
          cancel={learningWords.cancel}
          confirm={words.approve}
          busy={send.busy}
          onCancel={() => setAsked(false)}
          onConfirm={() =>
            void send.run(`approve ${report}`).then((answer) => {
              if (!answer.ok) return;
              setAsked(false);
              onDone();
            })
          }
        />
      </Sheet>
    </>
  );
}

function RollBack({ position: { positionId, planVersion: version }, onDone }: { position: Position; onDone(): void }) {
  const send = useCommand((_, operationId) =>
    call('position.rollBackWeights', { params: { positionId }, input: { operationId, version } }),
  );
  return (
    <>
      <Action
        id={`roll-back-${positionId}`}
        busy={send.busy}
        onTap={() => void send.run(`back ${version}`).then(({ ok }) => ok && onDone())}
      >
        {words.rollBack}
      </Action>
      {send.error && <CommandError error={send.error} safe={copy.errors.internal} />}
    </>
  );
}
