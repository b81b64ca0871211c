import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Question } from '#shared/interview/plan.ts';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Chip } from '../../../components/card.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { copy } from '../../../copy.ts';
import { useLoaded } from '../../../state/use-loaded.ts';
import { LineField } from '../../components/line-field.tsx';
import { Empty, Failure } from '../../components/states.tsx';
import { positionWords } from '../../words.ts';
import { takenFrom } from './question-edits.ts';

type Props = { names: string[]; onPick(question: Omit<Question, 'id'>): void; onClose(): void };

const words = positionWords.bankPage;
const most = 30;

/** The question bank, to take one from. */
export function BankSheet({ names, onPick, onClose }: Props) {
  const loaded = useLoaded(() => call('question.list'));
  const [wanted, setWanted] = useState('');
  const found = (loaded.phase === 'ready' ? loaded.value.questions : []).filter(({ question, uses }) =>
    [question.prompt, ...question.keyPoints, ...uses.map(({ title }) => title)]
      .join('\n')
      .toLowerCase()
      .includes(wanted.trim().toLowerCase()),
  );
  return (
    <Sheet open id="bank-sheet" title={words.title} onClose={onClose}>
      <LineField id="bank-search" label={words.search} placeholder={words.search} onText={setWanted} />
      {loaded.phase === 'loading' && <Skeleton cards={2} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={loaded.reload} />}
      {loaded.phase === 'ready' && found.length === 0 && <Empty text={words.empty} />}
      {found.slice(0, most).map((entry, index) => {
        const { bankId, version, question, uses } = entry;
        const key = bankId ?? `${uses[0]?.positionId}-${uses[0]?.questionId}`;
        return (
          <View key={key} className="hr-bank-pick">
            <View className="hr-grow">
              <View className="hr-question-facts">
                <Chip>{copy.statuses.questionKind[question.kind]}</Chip>
                <Text className="hr-quiet">{bankId === null ? uses[0]?.title : words.versions(version)}</Text>
              </View>
              <Text className="hr-question-prompt">{question.prompt}</Text>
            </View>
            <Action id={`pick-${index}`} onTap={() => onPick(takenFrom(entry, names))}>
              {words.pick}
            </Action>
          </View>
        );
      })}
    </Sheet>
  );
}
