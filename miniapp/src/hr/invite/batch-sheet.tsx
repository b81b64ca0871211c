import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { Failure } from '../components/states.tsx';
import { errorText } from '../error-text.ts';
import { type Step, useEach } from '../intake/use-each.ts';
import { words as hrWords, intakeWords } from '../words.ts';
import './batch-sheet.scss';

type Person = Output<'invitation.preview'>['people'][number];
type Props = { requisitionId: string; candidateIds: string[]; onClose(): void; onDone(): void };

/** Who will be invited by which channels and who not; then one after another, with what came of each. */
export function BatchSheet({ requisitionId, candidateIds, onClose, onDone }: Props) {
  const words = intakeWords.invite;
  const page = useLoaded(
    () => call('invitation.preview', { params: { requisitionId }, input: { candidateIds } }),
    [candidateIds.join()],
  );
  const each = useEach((candidateId, operationId) =>
    call('application.invite', { params: { requisitionId }, input: { operationId, candidateId } }),
  );
  const begun = each.all > 0;
  // What is under way is not to be left by a tap beside it.
  const close = each.busy ? undefined : begun ? onDone : onClose;
  useEffect(() => {
    if (!each.busy || process.env.TARO_ENV !== 'h5') return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [each.busy]);

  if (page.phase === 'loading') {
    return (
      <Sheet open title={words.preview} onClose={onClose}>
        <Skeleton cards={1} />
      </Sheet>
    );
  }
  if (page.phase === 'failed') {
    return (
      <Sheet open title={words.preview} onClose={onClose}>
        <Failure error={page.error} onRetry={page.reload} />
      </Sheet>
    );
  }
  const { people, open, deadlineHours } = page.value;
  const will = open ? people.filter(({ why }) => why === null) : [];
  const wont = open ? people.filter(({ why }) => why !== null) : [];
  const title = each.busy
    ? words.sending(each.done, each.all)
    : begun
      ? words.sent(each.done)
      : will.length > 0
        ? words.title(will.length)
        : words.nobody;
  return (
    <Sheet id="batch-sheet" open title={title} {...(close && { onClose: close })}>
      {!open && <View className="hr-batch-why">{words.closed}</View>}
      {begun && (
        <View className="hr-batch-bar" {...aria({ role: 'status', label: title })}>
          <View className="hr-bar">
            <View
              className="hr-bar-done"
              style={{ width: `${(100 * (each.done + each.failed.length)) / Math.max(1, each.all)}%` }}
            />
          </View>
        </View>
      )}
      {each.busy ? (
        <View className="hr-quiet">{words.stay}</View>
      ) : (
        !begun && will.length > 0 && <View className="hr-quiet">{hrWords.invite.window(deadlineHours)}</View>
      )}
      <View className="hr-batch-list">
        {will.map((person) => (
          <PersonRow key={person.candidateId} person={person} step={each.steps.get(person.candidateId)} />
        ))}
        {wont.length > 0 && !begun && <View className="hr-heading">{words.wont(wont.length)}</View>}
        {!begun && wont.map((person) => <PersonRow key={person.candidateId} person={person} step={undefined} />)}
      </View>
      <View className="hr-sheet-actions">
        <Action kind="quiet" disabled={each.busy} onTap={() => close?.()}>
          {begun ? words.close : hrWords.invite.cancel}
        </Action>
        {!begun && will.length > 0 && (
          <Action
            id="send-batch"
            kind="primary"
            onTap={() => void each.run(will.map(({ candidateId }) => candidateId))}
          >
            {words.send(will.length)}
          </Action>
        )}
        {begun && each.failed.length > 0 && (
          <Action id="retry-batch" kind="primary" busy={each.busy} onTap={() => void each.run(each.failed)}>
            {words.retry(each.failed.length)}
          </Action>
        )}
      </View>
    </Sheet>
  );
}

function PersonRow({ person, step }: { person: Person; step: Step | undefined }) {
  const words = intakeWords.invite;
  const { name, share, why } = person;
  const named = person.channels.map((channel) => words.channels[channel]);
  const text =
    typeof step === 'object'
      ? errorText(step.error)
      : step === 'done'
        ? words.ok
        : why === null
          ? words.by(named[0] ?? '', named.slice(1).join(words.and))
          : words.why[why];
  return (
    <View className="hr-batch-row">
      <Text className="hr-batch-name">{name}</Text>
      <Text className="hr-quiet hr-tabular">{hrWords.invite.match(Math.round(share * 100))}</Text>
      <Text className={typeof step === 'object' ? 'hr-batch-says hr-batch-bad' : 'hr-batch-says'}>
        {step === 'done' ? '✓ ' : ''}
        {text}
      </Text>
    </View>
  );
}
