import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { radio } from '../radio.ts';
import type { Answer } from '../review/quoted.ts';
import { sentences } from '../review/sentences.ts';
import { useCommand } from '../use-command.ts';
import { reportWords, words } from '../words.ts';

export type Accepting = {
  answer: Answer;
  /** What the answer was not found to say. */
  missing: string[];
  keyPoint: string | undefined;
  phrase: string | undefined;
};
type Props = Accepting & { positionId: string; interviewId: string; onClose(): void };

/** The longest phrase that can be accepted. */
const most = 200;

/** Which words say which key point. Both are chosen, nothing is typed: a phrase is a piece of the answer. */
export function ParaphraseSheet({ answer, missing, positionId, interviewId, onClose, ...begun }: Props) {
  const [phrase, setPhrase] = useState(begun.phrase);
  const [keyPoint, setKeyPoint] = useState(begun.keyPoint);
  const text = reportWords.paraphrase;
  const command = useCommand((intention, operationId) =>
    call('position.acceptParaphrase', {
      params: { positionId },
      input: { operationId, interviewId, questionId: answer.questionId, ...JSON.parse(intention) },
    }),
  );
  const said = sentences(answer.text)
    .map((one) => one.text.slice(0, most))
    .filter((one) => one.length > 1);
  const phrases = [...new Set([...(begun.phrase === undefined ? [] : [begun.phrase]), ...said])];

  async function save() {
    if (phrase === undefined || keyPoint === undefined) return;
    const accepted = await command.run(JSON.stringify({ keyPoint, phrase }));
    if (!accepted.ok) return;
    void Taro.showToast({ title: text.done, icon: 'none', duration: 4000 });
    onClose();
  }
  return (
    <Sheet open title={text.title} onClose={onClose}>
      <View className="hr-quiet">{text.effect}</View>
      <View className="hr-judge-label">{text.keyPoint}</View>
      <View className="hr-sentences" {...aria({ role: 'radiogroup', label: text.keyPoint })}>
        {missing.map((one) => (
          <Option key={one} on={one === keyPoint} onTap={() => setKeyPoint(one)}>
            {one}
          </Option>
        ))}
      </View>
      <View className="hr-judge-label">{text.phrase}</View>
      <View className="hr-sentences" {...aria({ role: 'radiogroup', label: text.phrase })}>
        {phrases.map((one) => (
          <Option key={one} on={one === phrase} onTap={() => setPhrase(one)}>
            {words.review.quote(one)}
          </Option>
        ))}
      </View>
      {command.error && <CommandError error={command.error} safe={text.failedSafe} />}
      <SheetActions
        id="save-paraphrase"
        cancel={text.cancel}
        confirm={command.busy ? text.saving : text.save}
        busy={command.busy}
        disabled={phrase === undefined || keyPoint === undefined}
        onCancel={onClose}
        onConfirm={() => void save()}
      />
    </Sheet>
  );
}

function Option({ on, children, onTap }: { on: boolean; children: string; onTap(): void }) {
  return (
    <View
      className={on ? 'hr-sentence hr-sentence-on' : 'hr-sentence'}
      hoverClass="hr-link-pressed"
      {...radio(on, onTap)}
    >
      {children}
    </View>
  );
}
