import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { isAnswered } from '#shared/interview/answer.ts';
import type { CallError } from '../../api/call-error.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { NoticeChanged } from './notice-changed.tsx';

type Props = {
  view: InterviewView;
  busy: boolean;
  error?: CallError | undefined;
  onChoose: (choice: 'continue' | 'restart') => void;
};

/** 「是否继续上次未完成的面试?」; 「否」 says what it gives up and asks once more. */
export function ResumeSheet({ view, busy, error, onChoose }: Props) {
  const [giveUp, setGiveUp] = useState(false);
  const words = copy.candidate.resume;
  const done = view.drafts.filter((draft) => isAnswered(draft.content)).length;
  const trouble = error === undefined ? null : <Text className="resume__trouble">{sentenceOf(error)}</Text>;
  if (giveUp) {
    return (
      <Sheet id="resume-confirm" open title={words.confirmNo} onClose={() => setGiveUp(false)}>
        <View className="resume">
          <Text className="resume__text">{words.confirmNoText(done)}</Text>
          {trouble}
          <Action id="confirm-restart" kind="danger" block busy={busy} onTap={() => onChoose('restart')}>
            {words.confirmNoYes}
          </Action>
          <Action kind="primary" block disabled={busy} onTap={() => setGiveUp(false)}>
            {words.confirmNoBack}
          </Action>
        </View>
      </Sheet>
    );
  }
  return (
    <Sheet id="resume-sheet" open title={words.title}>
      <View className="resume">
        <Text className="resume__text">{words.text(done, view.questions.length)}</Text>
        {trouble}
        <Action id="continue-yes" kind="primary" block busy={busy} onTap={() => onChoose('continue')}>
          {words.yes}
        </Action>
        <Text className="resume__hint">{words.yesText}</Text>
        {view.attemptsLeft > 0 ? (
          <>
            <Action id="continue-no" block disabled={busy} onTap={() => setGiveUp(true)}>
              {words.no}
            </Action>
            <Text className="resume__hint">{words.noText(view.attemptsLeft)}</Text>
          </>
        ) : (
          <Text className="resume__hint">{words.noneLeft}</Text>
        )}
        <NoticeChanged interviewId={view.interviewId} />
      </View>
    </Sheet>
  );
}
