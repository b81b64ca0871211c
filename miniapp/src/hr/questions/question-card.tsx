import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract/operations.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { May } from '../may.tsx';
import { positionWords } from '../words.ts';

type Entry = Output<'question.list'>['questions'][number];
type Props = { entry: Entry; onAsk(sheet: 'edit' | 'adopt' | 'add' | 'versions'): void };

const words = positionWords.bankPage;

/** A question that is in the bank by its id; one that is not, by where it stands. */
export const entryKey = ({ bankId, uses }: Entry): string =>
  bankId ?? `${uses[0]?.positionId ?? ''}-${uses[0]?.questionId ?? ''}`;

/** One question, where it is used, and which of those use an older version. */
export function QuestionCard({ entry, onAsk }: Props) {
  const { bankId, version, question, uses } = entry;
  const key = entryKey(entry);
  const older = uses.filter(({ state }) => state === 'older').length;
  return (
    <View className="hr-card hr-padded hr-edit-card" id={`bank-${key}`}>
      <View>
        <View className="hr-question-facts">
          <Chip>{copy.statuses.questionKind[question.kind]}</Chip>
          <Text className="hr-quiet">{bankId === null ? words.unkept : words.versions(version)}</Text>
        </View>
        <Text className="hr-question-prompt">{question.prompt}</Text>
        <Text className="hr-bank-points">{question.keyPoints.join(positionWords.settings.list)}</Text>
      </View>
      <View className="hr-bank-uses">
        <Text className="hr-quiet">{words.uses(uses.length)}</Text>
        {uses.map((use) => (
          <Chip key={`${use.positionId}-${use.questionId}`} tone={use.state === 'older' ? 'amber' : 'plain'}>
            {[use.title, bankId === null ? '' : words.versions(use.version), use.state === 'own' ? words.own : '']
              .filter((part) => part !== '')
              .join(' · ')}
          </Chip>
        ))}
      </View>
      {older > 0 && (
        <View className="hr-finding hr-finding-warning hr-bank-older">
          <Text className="hr-grow">{words.older(older)}</Text>
          <May to="question.adopt">
            <Action id={`adopt-${key}`} onTap={() => onAsk('adopt')}>
              {words.update}
            </Action>
          </May>
        </View>
      )}
      <View className="hr-question-tools">
        <May to="question.save">
          <Action id={`edit-${key}`} kind="quiet" onTap={() => onAsk('edit')}>
            {bankId === null ? words.keep : words.edit}
          </Action>
        </May>
        <May to="position.save">
          <Action id={`add-${key}`} kind="quiet" onTap={() => onAsk('add')}>
            {words.addTo}
          </Action>
        </May>
        {bankId !== null && (
          <Action id={`versions-${key}`} kind="quiet" onTap={() => onAsk('versions')}>
            {words.history}
          </Action>
        )}
      </View>
    </View>
  );
}
