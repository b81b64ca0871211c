import { Text, View } from '@tarojs/components';
import type { AnswerWay, Question, QuestionKind } from '#shared/interview/plan.ts';
import { copy } from '../../../copy.ts';
import { Choices } from '../../components/choices.tsx';
import { LongField } from '../../components/field.tsx';
import { LineField } from '../../components/line-field.tsx';
import { Switch } from '../../components/switch.tsx';
import { positionWords } from '../../words.ts';
import { Labelled } from './labelled.tsx';
import { withFollowUp, withKeyPoints, withSeconds } from './question-edits.ts';
import { Toggles } from './toggles.tsx';

type Props = {
  question: Question;
  competencies: string[];
  /** The bank's questions belong to no position: nothing there is required. */
  inBank?: boolean;
  onChange(change: (question: Question) => Question): void;
};

const words = positionWords.questions;
const kinds: QuestionKind[] = ['structured', 'scenario', 'skill'];
const ways: AnswerWay[] = ['text', 'voice', 'video', 'code', 'file'];
const usual: AnswerWay[] = ['text', 'voice'];

const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** Everything a question has. Its boxes are uncontrolled: what was typed stands until the question is another one. */
export function QuestionForm({ question, competencies, inBank = false, onChange }: Props) {
  const { id, kind, prompt, briefing = '', keyPoints, minutes, prepareSeconds = 0, answerSeconds = 0 } = question;
  const lost = (question.followUps ?? []).map(({ keyPoint }) => keyPoint).filter((one) => !keyPoints.includes(one));
  return (
    <View className="hr-question-form">
      <Labelled label={words.kind}>
        <Choices
          id={`kind-${id}`}
          label={words.kind}
          options={kinds.map((value) => ({ value, name: copy.statuses.questionKind[value] }))}
          chosen={kind}
          onChoose={(value) => onChange((now) => ({ ...now, kind: value }))}
        />
      </Labelled>
      <Labelled label={words.prompt}>
        <LongField
          id={`prompt-${id}`}
          label={words.prompt}
          text={prompt}
          onText={(text) => onChange((now) => ({ ...now, prompt: text }))}
        />
      </Labelled>
      <Labelled label={words.setting}>
        <LongField
          id={`setting-${id}`}
          label={words.setting}
          text={briefing}
          onText={(text) =>
            onChange(({ briefing: _, ...now }) => (text.trim() === '' ? now : { ...now, briefing: text }))
          }
        />
      </Labelled>
      <Labelled label={words.keyPoints}>
        <LongField
          id={`points-${id}`}
          label={words.keyPoints}
          text={keyPoints.join('\n')}
          onText={(text) => onChange((now) => withKeyPoints(now, text))}
        />
      </Labelled>
      {!inBank && (
        <Labelled label={words.competencies}>
          <Toggles
            id={`competencies-${id}`}
            label={words.competencies}
            options={[...new Set([...competencies, ...question.competencies])].map((value) => ({ value, name: value }))}
            chosen={question.competencies}
            onToggle={(name) => onChange((now) => ({ ...now, competencies: toggled(now.competencies, name) }))}
          />
        </Labelled>
      )}
      <Labelled label={words.ways}>
        <Toggles
          id={`ways-${id}`}
          label={words.ways}
          options={ways.map((value) => ({ value, name: words.way[value] }))}
          chosen={question.ways ?? usual}
          onToggle={(way) => onChange((now) => ({ ...now, ways: toggled(now.ways ?? usual, way) }))}
        />
      </Labelled>
      <View className="hr-edit-row">
        <Labelled label={words.minutes}>
          <LineField
            id={`minutes-${id}`}
            label={words.minutes}
            text={String(minutes)}
            longest={3}
            numeric
            onText={(text) => onChange((now) => ({ ...now, minutes: Number(text) > 0 ? Number(text) : now.minutes }))}
          />
        </Labelled>
        <Labelled label={words.prepare}>
          <LineField
            id={`prepare-${id}`}
            label={words.prepare}
            text={String(prepareSeconds)}
            longest={4}
            numeric
            onText={(text) => onChange((now) => withSeconds(now, 'prepareSeconds', text))}
          />
        </Labelled>
        <Labelled label={words.answer}>
          <LineField
            id={`answer-${id}`}
            label={words.answer}
            text={String(answerSeconds)}
            longest={4}
            numeric
            onText={(text) => onChange((now) => withSeconds(now, 'answerSeconds', text))}
          />
        </Labelled>
      </View>
      {!inBank && (
        <Switch
          id={`required-${id}`}
          on={question.required}
          label={words.required}
          text={words.required}
          onChange={(required) => onChange((now) => ({ ...now, required }))}
        />
      )}
      <Text className="hr-label">{words.followUps}</Text>
      {[...keyPoints, ...lost].map((keyPoint, index) => (
        <Labelled key={keyPoint} label={words.followUp(keyPoint)}>
          <LineField
            id={`follow-${id}-${index}`}
            label={words.followUp(keyPoint)}
            placeholder={words.noFollowUp}
            text={question.followUps?.find((one) => one.keyPoint === keyPoint)?.ask ?? ''}
            longest={200}
            onText={(text) => onChange((now) => withFollowUp(now, keyPoint, text))}
          />
        </Labelled>
      ))}
    </View>
  );
}
