import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Question } from '#shared/interview/plan.ts';
import type { PositionDraft } from '#shared/organisation/position/draft.ts';
import { minutesOf } from '#shared/organisation/position/lint.ts';
import { Action } from '../../../components/action.tsx';
import { Chip } from '../../../components/card.tsx';
import { Tap } from '../../../components/tap.tsx';
import { copy } from '../../../copy.ts';
import { positionWords } from '../../words.ts';
import { BankSheet } from './bank-sheet.tsx';
import { Notes } from './notes.tsx';
import { addedQuestion, freshId, insertedAt, moved, withQuestions } from './question-edits.ts';
import { QuestionForm } from './question-form.tsx';
import type { Editor } from './use-editor.ts';

const words = positionWords.questions;

export function QuestionsSection({
  editor,
  draft,
  revision,
}: {
  editor: Editor;
  draft: PositionDraft;
  revision: number;
}) {
  const { questions, competencies } = draft.plan;
  const [open, setOpen] = useState<string>();
  const [bank, setBank] = useState(false);
  const shift = (index: number, by: number) =>
    editor.edit((now) => withQuestions(now, moved(now.plan.questions, index, by)));

  function add(question: Question) {
    editor.replace((now) => withQuestions(now, [...now.plan.questions, question]));
    setOpen(question.id);
  }
  function copyOf(question: Question, index: number) {
    const { bank: _, ...rest } = question;
    const twin = { ...rest, id: freshId(questions) };
    editor.replace((now) => withQuestions(now, insertedAt(now.plan.questions, index + 1, twin)));
    setOpen(twin.id);
  }
  return (
    <View id="part-questions">
      <View className="hr-sum">
        <Text id="questions-total" className="hr-sum-number">
          {words.total(questions.length, minutesOf(questions))}
        </Text>
      </View>
      <Notes findings={editor.findings} place="questions" index={null} />
      {questions.map((question, index) => (
        <View key={question.id} id={`question-${question.id}`} className="hr-card hr-padded hr-edit-card">
          <Tap
            id={`open-${question.id}`}
            className="hr-question-head"
            pressed="hr-link-pressed"
            onTap={() => setOpen(open === question.id ? undefined : question.id)}
          >
            <View className="hr-question-facts">
              <Text className="hr-question-number">{words.number(index + 1)}</Text>
              <Chip>{copy.statuses.questionKind[question.kind]}</Chip>
              {question.bank && <Chip>{words.fromVersion(question.bank.version)}</Chip>}
              <Text className="hr-quiet hr-tabular">{copy.candidate.interview.about(question.minutes)}</Text>
            </View>
            <Text className="hr-question-prompt">
              {question.prompt.trim() === '' ? words.untitled : question.prompt}
            </Text>
          </Tap>
          <Notes findings={editor.findings} place="questions" index={index} />
          {open === question.id && (
            <QuestionForm
              key={revision}
              question={question}
              competencies={competencies.map(({ name }) => name)}
              onChange={(change) =>
                editor.edit((now) =>
                  withQuestions(
                    now,
                    now.plan.questions.map((one) => (one.id === question.id ? change(one) : one)),
                  ),
                )
              }
            />
          )}
          <View className="hr-question-tools">
            <Action id={`up-${question.id}`} kind="quiet" disabled={index === 0} onTap={() => shift(index, -1)}>
              {words.up}
            </Action>
            <Action
              id={`down-${question.id}`}
              kind="quiet"
              disabled={index === questions.length - 1}
              onTap={() => shift(index, 1)}
            >
              {words.down}
            </Action>
            <Action id={`copy-${question.id}`} kind="quiet" onTap={() => copyOf(question, index)}>
              {words.copy}
            </Action>
            <Action
              id={`remove-${question.id}`}
              kind="danger"
              onTap={() =>
                editor.remove(words.number(index + 1), (now) =>
                  withQuestions(
                    now,
                    now.plan.questions.filter(({ id }) => id !== question.id),
                  ),
                )
              }
            >
              {words.remove}
            </Action>
            <Action
              id={`edit-${question.id}`}
              kind="quiet"
              onTap={() => setOpen(open === question.id ? undefined : question.id)}
            >
              {open === question.id ? words.close : words.edit}
            </Action>
          </View>
        </View>
      ))}
      <View className="hr-edit-row">
        <Action
          id="add-question"
          block
          onTap={() => add({ ...addedQuestion(competencies[0]?.name), id: freshId(questions) })}
        >
          {words.add}
        </Action>
        <Action id="add-from-bank" block onTap={() => setBank(true)}>
          {words.fromBank}
        </Action>
      </View>
      {bank && (
        <BankSheet
          names={competencies.map(({ name }) => name)}
          onPick={(question) => {
            setBank(false);
            add({ ...question, id: freshId(questions) });
          }}
          onClose={() => setBank(false)}
        />
      )}
    </View>
  );
}
