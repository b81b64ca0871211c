import { Text, View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { StatusChip } from '../../components/card.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import type { EndSummary } from '../../state/chat.ts';

type Props = {
  open: boolean;
  summary: EndSummary;
  /** Everything said is with the server. */
  allSaved: boolean;
  onKeep: () => void;
  onSave: () => void;
  onEnd: () => void;
};

/** Before the tap: what counts, what does not, and which status follows. */
export function EndSheet({ open, summary, allSaved, onKeep, onSave, onEnd }: Props) {
  const words = copy.candidate.endSheet;
  const complete = summary.open.length === 0;
  return (
    <Sheet id="end-sheet" open={open} title={complete ? words.titleDone : words.title} onClose={onKeep}>
      <View className="end-sheet">
        <Text className="end-sheet__text">{complete ? words.textDone : words.text}</Text>
        <View className="end-sheet__facts">
          <View className="end-sheet__fact">
            <View className={`end-sheet__mark ${summary.done.length > 0 ? 'end-sheet__mark--done' : ''}`} />
            <Text className="end-sheet__words">
              {summary.done.length === 0
                ? words.done(0)
                : allSaved
                  ? words.doneSaved(summary.done.length)
                  : words.doneWaiting(summary.done.length)}
            </Text>
          </View>
          {complete ? null : (
            <View className="end-sheet__fact">
              <View className="end-sheet__mark" />
              <Text className="end-sheet__words">{openText(summary)}</Text>
            </View>
          )}
          {summary.started.length === 0 ? null : (
            <View className="end-sheet__fact end-sheet__fact--amber">
              <View className="end-sheet__mark end-sheet__mark--amber" />
              <Text className="end-sheet__words">{words.started(list(summary.started))}</Text>
            </View>
          )}
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
            <Action id="confirm-end" kind="danger" block onTap={onEnd}>
              {words.confirm}
            </Action>
          </>
        )}
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
