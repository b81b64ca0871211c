import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { Choices } from '../../components/choices.tsx';
import { LongField } from '../../components/field.tsx';
import { CommandError } from '../../components/states.tsx';
import { useCommand } from '../../use-command.ts';
import { words as hrWords, learningWords } from '../../words.ts';
import type { Asked } from '../sections/questions.tsx';

type Props = { asked: Asked; onClose(): void; onDone(): void };
const words = learningWords.trials;

/** A newer version out of the bank, proposed to be put beside the one that is asked. */
export function ProposeSheet({ asked: { positionId, question }, onClose, onDone }: Props) {
  const { bank, questionId, prompt } = question;
  const bankId = bank?.bankId ?? '';
  const versions = useLoaded(() => call('question.history', { params: { bankId } }), [bankId]);
  const newer =
    versions.phase === 'ready' ? versions.value.versions.filter(({ version }) => version > (bank?.version ?? 0)) : [];
  const [chosen, setChosen] = useState<number>();
  const [said, setSaid] = useState(false);
  const why = useRef('');
  const version = chosen ?? newer[0]?.version;
  const send = useCommand((_, operationId) =>
    call('experiment.propose', {
      params: { positionId },
      input: { operationId, questionId, version: version ?? 0, why: why.current.trim() },
    }),
  );
  return (
    <Sheet id="propose-sheet" open title={words.proposeTitle} onClose={onClose}>
      {versions.phase === 'loading' && <Skeleton />}
      {versions.phase !== 'loading' && newer.length === 0 && <View className="hr-quiet">{words.noNewer}</View>}
      {newer.length > 0 && (
        <View className="hr-learn-form">
          <View className="hr-learn-small">{words.before}</View>
          <View className="hr-learn-prompt">{prompt}</View>
          <Choices<number>
            id="newer"
            label={words.after}
            options={newer.map((one) => ({ value: one.version, name: words.newer(one.version) }))}
            chosen={version ?? 0}
            onChoose={setChosen}
          />
          <View className="hr-learn-prompt">{newer.find((one) => one.version === version)?.question.prompt}</View>
          <LongField
            id="propose-why"
            label={words.why}
            placeholder={words.whyHint}
            onText={(text) => {
              why.current = text;
              setSaid(text.trim() !== '');
            }}
          />
          {send.error && <CommandError error={send.error} safe={hrWords.state.unknown} />}
          <Action
            id="propose-send"
            kind="primary"
            block
            busy={send.busy}
            disabled={!said}
            onTap={() => void send.run('propose').then((answer) => answer.ok && onDone())}
          >
            {words.send}
          </Action>
        </View>
      )}
    </Sheet>
  );
}
