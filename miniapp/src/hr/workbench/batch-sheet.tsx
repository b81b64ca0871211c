import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { whenText } from '../../state/when.ts';
import { askSecondFactor } from '../account/ask-second-factor.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { Failure } from '../components/states.tsx';
import { errorText } from '../error-text.ts';
import { benchWords, words } from '../words.ts';
import { actionOf, type BatchName } from './selection-bar.tsx';
import { type Previewed, type Progress, useBatch } from './use-batch.ts';

type Props = { name: BatchName; interviewIds: readonly string[]; now: number; onClose(changed: boolean): void };

const text = benchWords.batch;
const finished: Progress[] = ['done', 'failed', 'undone', 'kept'];

/** First what will happen to each, then that it happens, one by one; decisions can be taken back together. */
export function BatchSheet({ name, interviewIds, now, onClose }: Props) {
  const action = actionOf(name);
  const [rows, setRows] = useState<Previewed[]>();
  const [error, setError] = useState<CallError>();
  const batch = useBatch(action);

  async function load() {
    setError(undefined);
    const answer = await call('workbench.preview', { input: { action, interviewIds: [...interviewIds] } });
    if (answer.ok) setRows(answer.value.rows);
    else {
      setError(answer.error);
      askSecondFactor(answer.error);
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a batch is of those who were chosen when it was asked for
  useEffect(() => {
    void load();
  }, []);

  const begun = batch.steps.size > 0;
  const willDo = (rows ?? []).filter(({ refused }) => refused === null);
  const left = (rows ?? []).filter(({ refused }) => refused !== null);
  const at = (...all: Progress[]) =>
    willDo.filter(({ interviewId }) => all.includes(batch.steps.get(interviewId)?.progress ?? 'waiting'));
  const close = () => {
    if (!batch.busy) onClose(begun);
  };
  return (
    <Sheet open id="batch" title={text.title(text.actions[name], interviewIds.length)} onClose={close}>
      {rows === undefined && (error ? <Failure error={error} onRetry={() => void load()} /> : <Skeleton />)}
      {rows !== undefined && (
        <>
          <View className="hr-quiet" id="batch-summary" {...aria({ role: 'status' })}>
            {begun
              ? progressText(at, willDo.length, batch.busy)
              : willDo.length === 0
                ? text.nobody
                : text.summary(willDo.length, left.length)}
          </View>
          {!begun && action.type === 'decide' && willDo.length > 0 && (
            <View className="hr-quiet">{text.tells(undoMinutesOf(willDo))}</View>
          )}
          {!begun && action.type === 'remind' && willDo.length > 0 && (
            <View className="hr-quiet">{text.remindsNow}</View>
          )}
          <View className="hr-bulk-list">
            {[...willDo, ...left].map((row) => (
              <BatchRow key={row.interviewId} row={row} now={now} step={batch.steps.get(row.interviewId)} />
            ))}
          </View>
          <View className="hr-sheet-foot">
            {begun ? (
              <After
                failed={at('failed')}
                done={action.type === 'decide' ? at('done', 'kept') : []}
                busy={batch.busy}
                onRetry={(again) => void batch.run(again)}
                onUndo={(all) => void batch.undo(all)}
                onClose={close}
              />
            ) : (
              <SheetActions
                id="confirm-batch"
                cancel={text.cancel}
                confirm={text.confirm(willDo.length)}
                disabled={willDo.length === 0}
                onCancel={close}
                onConfirm={() => void batch.run(willDo)}
              />
            )}
          </View>
        </>
      )}
    </Sheet>
  );
}

/** The shortest time of all in which everything can be taken back. */
const undoMinutesOf = (rows: Previewed[]): number =>
  Math.min(...rows.map(({ undoMinutes }) => undoMinutes ?? Number.POSITIVE_INFINITY));

function progressText(at: (...all: Progress[]) => Previewed[], all: number, busy: boolean): string {
  const undone = at('undone').length;
  if (busy) return undone > 0 || at('kept').length > 0 ? text.undoing : text.progress(at(...finished).length, all);
  if (undone > 0) return text.undone(undone);
  const failed = at('failed').length;
  return failed === 0 ? text.done(at('done', 'kept').length) : text.failed(failed);
}

type RowProps = {
  row: Previewed;
  now: number;
  step: ReturnType<typeof useBatch>['steps'] extends ReadonlyMap<string, infer S> ? S | undefined : never;
};

function BatchRow({ row, now, step }: RowProps) {
  const { interviewId, candidate, position, refused } = row;
  const tone = step && { done: ' hr-batch-done', failed: ' hr-batch-failed', kept: ' hr-batch-failed' };
  const mark = step && tone?.[step.progress as 'done' | 'failed' | 'kept'];
  return (
    <View id={`batch-${interviewId}`} className={refused === null ? 'hr-bulk-row' : 'hr-bulk-row hr-bulk-left'}>
      <View className="hr-batch-who">
        <View className="hr-bulk-name">
          {candidate} <Text className="hr-quiet">{position}</Text>
        </View>
        <View className="hr-bulk-why">
          {refused !== null ? whyNot(row, refused, now) : step?.error ? errorText(step.error) : whatHappens(row, now)}
        </View>
      </View>
      {step && <Text className={`hr-batch-state${mark ?? ''}`}>{text.state[step.progress]}</Text>}
    </View>
  );
}

function whatHappens({ becomes, closesAt, message }: Previewed, now: number): string {
  if (message !== null) {
    const channels = message.channels.map((channel) => words.channels[channel]).join(text.and);
    return (message.channels.length === 0 ? text.noChannel : text.by(channels)) + message.text;
  }
  return closesAt === null ? text.becomes(copy.statuses.interviewStatus[becomes]) : text.until(whenText(closesAt, now));
}

function whyNot(row: Previewed, refused: NonNullable<Previewed['refused']>, now: number): string {
  const { status, refusedAt } = row;
  const timed = (text.refusedAt as Partial<Record<typeof refused, (time: string) => string>>)[refused];
  if (timed !== undefined && refusedAt !== null) return timed(whenText(refusedAt, now));
  if (!refused.startsWith('interview_')) return errorText({ kind: 'refused', code: refused, message: '', status: 409 });
  return words.decision.unavailable[status] || text.stands(copy.statuses.interviewStatus[status]);
}

type AfterProps = {
  failed: Previewed[];
  done: Previewed[];
  busy: boolean;
  onRetry(rows: Previewed[]): void;
  onUndo(rows: Previewed[]): void;
  onClose(): void;
};

const After = ({ failed, done, busy, onRetry, onUndo, onClose }: AfterProps) => (
  <View className="hr-selection-actions">
    {failed.length > 0 && (
      <Action block id="retry-batch" disabled={busy} onTap={() => onRetry(failed)}>
        {text.retry}
      </Action>
    )}
    {done.length > 0 && (
      <Action block id="undo-batch" disabled={busy} onTap={() => onUndo(done)}>
        {text.undoAll}
      </Action>
    )}
    <Action block id="close-batch" kind="primary" busy={busy} onTap={onClose}>
      {text.close}
    </Action>
  </View>
);
