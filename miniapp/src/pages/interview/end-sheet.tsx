import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { serverTime } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { Action } from '../../components/action.tsx';
import { StatusChip } from '../../components/card.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import type { EndSummary } from '../../state/chat.ts';
import type { LeaveChoices } from '../../state/leave-choices.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { whenText } from '../../state/when.ts';

type Props = {
  open: boolean;
  choices: LeaveChoices;
  online: boolean;
  onKeep: () => void;
  onSave: () => void;
  onEnd: () => void;
  onGiveUp: () => Promise<CallError | undefined>;
};

/** The one decision of leaving. Before the tap: what counts, what does not, and which status follows. */
export function EndSheet({ open, choices, online, onKeep, onSave, onEnd, onGiveUp }: Props) {
  const [givingUp, setGivingUp] = useState(false);
  useEffect(() => {
    if (!open) setGivingUp(false);
  }, [open]);
  if (givingUp) return <GiveUp open={open} onBack={() => setGivingUp(false)} onGiveUp={onGiveUp} />;

  const words = copy.candidate.endSheet;
  const more = copy.room.leave;
  const { finish: summary, allSaved, pending, unread, failed, save } = choices;
  const complete = summary.open.length === 0;
  const percent = Math.floor(pending.done * 100);
  return (
    <Sheet id="end-sheet" open={open} title={complete ? words.titleDone : words.title} onClose={onKeep}>
      <View className="end-sheet">
        <Text className="end-sheet__text">{complete ? words.textDone : words.text}</Text>
        <View className="end-sheet__facts">
          <Fact mark={summary.done.length > 0 ? 'done' : 'none'}>
            {summary.done.length === 0
              ? words.done(0)
              : allSaved
                ? words.doneSaved(summary.done.length)
                : words.doneWaiting(summary.done.length)}
          </Fact>
          {complete ? null : <Fact mark="none">{openText(summary)}</Fact>}
          {summary.started.length === 0 ? null : <Fact mark="amber">{words.started(list(summary.started))}</Fact>}
          {pending.clips === 0 ? null : (
            <Fact mark="amber">{online ? more.clips(pending.clips, percent) : more.clipsOffline(pending.clips)}</Fact>
          )}
          {failed.length === 0 ? null : <Fact mark="amber">{more.failed(list(failed))}</Fact>}
          {unread.length === 0 ? null : <Fact mark="amber">{more.unread(list(unread))}</Fact>}
        </View>
        <View className="end-sheet__status">
          <Text>{words.status}</Text>
          <StatusChip id="status-after" status={summary.outcome} />
          <Text className="end-sheet__why">{summary.missing > 0 ? words.missing(summary.missing) : words.enough}</Text>
        </View>
        {complete ? (
          <>
            <Action id="confirm-end" kind="primary" block onTap={onEnd}>
              {words.confirm}
            </Action>
            <Action id="keep-answering" block onTap={onKeep}>
              {words.keep}
            </Action>
            <Action id="save-and-leave" block onTap={onSave}>
              {words.save}
            </Action>
          </>
        ) : (
          <>
            <Action id="keep-answering" kind="primary" block onTap={onKeep}>
              {words.keep}
            </Action>
            <Action id="save-and-leave" block onTap={onSave}>
              {words.save}
            </Action>
          </>
        )}
        <Text className="end-sheet__why end-sheet__why--under">
          {more.saveText(whenText(save.until, serverTime.now()))}
        </Text>
        {complete ? null : (
          <Action id="confirm-end" kind="danger" block onTap={onEnd}>
            {words.confirm}
          </Action>
        )}
        <Tap id="give-up" className="end-sheet__give-up" pressed="chat--pressed" onTap={() => setGivingUp(true)}>
          {more.giveUp}
        </Tap>
      </View>
    </Sheet>
  );
}

function Fact({ mark, children }: { mark: 'done' | 'none' | 'amber'; children: string }) {
  return (
    <View className={`end-sheet__fact ${mark === 'amber' ? 'end-sheet__fact--amber' : ''}`}>
      <View className={`end-sheet__mark end-sheet__mark--${mark}`} />
      <Text className="end-sheet__words">{children}</Text>
    </View>
  );
}

type GiveUpProps = Pick<Props, 'open' | 'onGiveUp'> & { onBack: () => void };

/** Withdrawing cannot be taken back: it is said once more, with the status that follows. */
function GiveUp({ open, onBack, onGiveUp }: GiveUpProps) {
  const words = copy.room.leave;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  async function giveUp() {
    setBusy(true);
    setError(await onGiveUp());
    setBusy(false);
  }
  return (
    <Sheet id="give-up-sheet" open={open} title={words.giveUpTitle} onClose={onBack}>
      <View className="end-sheet">
        <Text className="end-sheet__text">{words.giveUpText}</Text>
        <View className="end-sheet__status">
          <Text>{copy.candidate.endSheet.status}</Text>
          <StatusChip status="cancelled" />
        </View>
        {error === undefined ? null : <Text className="resume__trouble">{sentenceOf(error)}</Text>}
        <Action id="give-up-back" kind="primary" block disabled={busy} onTap={onBack}>
          {words.giveUpBack}
        </Action>
        <Action id="confirm-give-up" kind="danger" block busy={busy} onTap={() => void giveUp()}>
          {words.giveUpYes}
        </Action>
      </View>
    </Sheet>
  );
}

const list = (numbers: number[]): string => numbers.join(copy.candidate.common.comma);

function openText({ open, openRequired }: EndSummary): string {
  const words = copy.candidate.endSheet;
  if (openRequired.length === 0) return words.open(open.length, list(open));
  return openRequired.length === open.length
    ? words.openRequired(open.length, list(open))
    : words.openSome(open.length, list(open), list(openRequired));
}
