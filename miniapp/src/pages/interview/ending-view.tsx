import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import type { EndState } from '../../state/end.ts';

type Props = {
  end: EndState;
  /** Questions in all, where the page knows. */
  count: number | undefined;
  /** Recordings and files that are still to be handed in. */
  pending: { clips: number; done: number };
  onRetry: () => void;
  onLeave: () => void;
  onBack: () => void;
  onProgress: () => void;
  /** It was not meant. */
  onReopen: () => void;
};

/** 保存答案 → 同步状态 → 生成报告, each ticked when it is true and not before. */
export function EndingView({ end, count, pending, onRetry, onLeave, onBack, onProgress, onReopen }: Props) {
  const words = copy.candidate.ending;
  if (end.step === 'queued') {
    return (
      <View id="ending" className="ending" {...aria({ role: 'status' })}>
        <Text className="ending__title">{words.queued}</Text>
        <Text className="ending__text">{words.queuedText}</Text>
        {pending.clips === 0 ? null : (
          <Text className="ending__text">{copy.room.ending.queuedClips(pending.clips)}</Text>
        )}
        <Action id="retry-end" kind="primary" onTap={onRetry}>
          {words.retryNow}
        </Action>
        <Action kind="quiet" onTap={onLeave}>
          {words.leave}
        </Action>
      </View>
    );
  }
  if (end.step === 'stopped') {
    return (
      <View id="ending" className="ending" {...aria({ role: 'alert' })}>
        <Text className="ending__title">{words.stopped}</Text>
        <Text className="ending__text">{copy.errors[end.reason]}</Text>
        <Action kind="primary" onTap={onBack}>
          {words.stoppedBack}
        </Action>
        <Action kind="quiet" onTap={onProgress}>
          {words.toProgress}
        </Action>
      </View>
    );
  }
  const at = progressOf(end);
  const ended = end.step === 'done';
  const reported = !ended || end.sync.report !== 'none';
  const steps = [words.steps.save, words.steps.sync, ...(reported ? [words.steps.report] : [])];
  return (
    <View id="ending" className="ending" {...aria({ role: 'status' })}>
      <Text className="ending__title">{ended ? words.done : words.title}</Text>
      <View className="ending__steps">
        {steps.map((step, index) => (
          <View key={step} className={`ending__step ${at > index ? 'ending__step--done' : ''}`}>
            <View
              className={`ending__mark ${at > index ? 'ending__mark--done' : at === index ? 'ending__mark--now' : ''}`}
            />
            <Text>{step}</Text>
          </View>
        ))}
      </View>
      <Text id="ending-proof" className="ending__proof">
        {proofOf(end, count)}
      </Text>
      {pending.clips === 0 ? null : (
        <Text id="ending-clips" className="ending__text">
          {ended
            ? copy.room.ending.clipsLeft(pending.clips)
            : copy.room.ending.uploading(Math.floor(pending.done * 100))}
        </Text>
      )}
      {ended ? (
        <>
          <Action kind="primary" onTap={onProgress}>
            {words.toProgress}
          </Action>
          <Action id="ask-reopen" kind="quiet" onTap={onReopen}>
            {copy.room.ending.reopen}
          </Action>
        </>
      ) : end.step === 'saving' && pending.clips > 0 ? (
        <>
          <Text className="ending__text">{copy.room.ending.background}</Text>
          <Action kind="quiet" onTap={onLeave}>
            {words.leave}
          </Action>
        </>
      ) : null}
    </View>
  );
}

function progressOf(end: EndState): number {
  switch (end.step) {
    case 'ending':
      return 1;
    case 'syncing':
      return 1;
    case 'done':
      return end.sync.report === 'generating' ? 2 : 3;
    default:
      return 0;
  }
}

function proofOf(end: EndState, count: number | undefined): string {
  if (end.step !== 'syncing' && end.step !== 'done') return '';
  const words = copy.candidate.ending;
  const done = end.receipt.answeredIds.length;
  return [
    words.proofSaved(done, count ?? done),
    end.step === 'done' && end.sync.lagging.length === 0 ? words.proofSynced : words.proofSyncing,
    words.proofReport[end.sync.report],
  ].join(' · ');
}
