import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { Question } from '#shared/interview/plan.ts';
import { improperIn } from '#shared/organisation/position/improper.ts';
import { call } from '../../api/call.ts';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { QuestionForm } from '../positions/editor/question-form.tsx';
import { useCommand } from '../use-command.ts';
import { positionWords } from '../words.ts';

type Entry = Output<'question.list'>['questions'][number];
type Props = { entry: Entry; onSaved(): void; onClose(): void };

const words = positionWords.bankPage;

/** A question's next version in the bank, or its first. */
export function QuestionSheet({ entry, onSaved, onClose }: Props) {
  const { bankId, version, uses } = entry;
  const [question, setQuestion] = useState<Question>({ ...entry.question, id: 'qbank', required: true });
  const improper = improperIn([question.prompt, question.briefing ?? '', ...question.keyPoints].join('\n'));
  const from = bankId === null && uses[0] ? { positionId: uses[0].positionId, questionId: uses[0].questionId } : null;
  const command = useCommand((_, operationId) => {
    const { id: _id, required: _required, bank: _bank, ...kept } = question;
    const input = { operationId, bankId, version: bankId === null ? 0 : version, question: kept, from };
    return call('question.save', { input });
  });
  const ready = question.prompt.trim() !== '' && question.keyPoints.length > 0 && improper === undefined;

  async function save() {
    const answer = await command.run(JSON.stringify(question));
    if (answer.ok) onSaved();
  }
  return (
    <Sheet open id="question-sheet" title={bankId === null ? words.keep : words.saveTitle} onClose={onClose}>
      <View className="hr-quiet">{words.saveText}</View>
      <QuestionForm question={question} competencies={[]} inBank onChange={(change) => setQuestion(change)} />
      {improper && <View className="hr-finding hr-finding-error">{words.improper}</View>}
      {command.error && <CommandError error={command.error} safe={words.failedSafe} />}
      <SheetActions
        id="confirm-question"
        cancel={words.cancel}
        confirm={bankId === null ? words.keep : words.save}
        busy={command.busy}
        disabled={!ready}
        onCancel={onClose}
        onConfirm={() => void save()}
      />
    </Sheet>
  );
}
