import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type CourseId, courses } from '#shared/training/courses.ts';
import { call } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { CommandError } from '../components/states.tsx';
import { radio } from '../radio.ts';
import { useCommand } from '../use-command.ts';
import { trainingWords as words } from '../words.ts';
import { Picture } from './picture.tsx';

export type Progress = Output<'training.progress'>['courses'][number];
type Props = { progress: Progress; next: CourseId | undefined; onOpen(course: CourseId): void; onBack(): void };

/** One course, step by step from where it was left, and the question at its end. */
export function Course({ progress, next, onOpen, onBack }: Props) {
  const { course } = progress;
  const { steps } = courses[course];
  const text = words.courses[course];
  const [at, setAt] = useState(progress.completedAt === null ? Math.min(progress.step, steps) : 0);
  const [unsaved, setUnsaved] = useState(false);
  const step = text.steps[at];

  function go(to: number) {
    setAt(to);
    if (to > at) {
      const kept = retrying(() => call('training.reach', { params: { course }, input: { step: to } }));
      void kept.then((answer) => setUnsaved(!answer.ok));
    }
  }

  return (
    <View>
      <Action id="courses" kind="quiet" onTap={onBack}>
        ‹ {words.back}
      </Action>
      <View className="hr-training-title">{text.title}</View>
      <View className="hr-steps" {...aria({ role: 'img', label: words.step(Math.min(at + 1, steps), steps) })}>
        {text.steps.map((one, index) => (
          <View key={one.title} className={index <= at ? 'hr-step hr-step-on' : 'hr-step'} />
        ))}
      </View>
      {step ? (
        <View id={`step-${at}`} className="hr-card hr-lesson-step">
          <Picture course={course} step={at} />
          <View className="hr-lesson-body">
            <Text className="hr-quiet">{words.step(at + 1, steps)}</Text>
            <View className="hr-lesson-title">{step.title}</View>
            <View className="hr-lesson-words">{step.text}</View>
          </View>
        </View>
      ) : (
        <Question course={course} next={next} onOpen={onOpen} onBack={onBack} />
      )}
      {unsaved && <View className="hr-quiet">{words.unsaved}</View>}
      <View className="hr-lesson-ways">
        <Action id="step-previous" disabled={at === 0} onTap={() => go(at - 1)}>
          {words.previous}
        </Action>
        {at < steps && (
          <Action id="step-next" kind="primary" onTap={() => go(at + 1)}>
            {at === steps - 1 ? words.toQuestion : words.next}
          </Action>
        )}
      </View>
    </View>
  );
}

type QuestionProps = Pick<Props, 'next' | 'onOpen' | 'onBack'> & { course: CourseId };

function Question({ course, next, onOpen, onBack }: QuestionProps) {
  const text = words.courses[course];
  const [chosen, setChosen] = useState<number>();
  const [right, setRight] = useState<boolean>();
  const command = useCommand((answer) =>
    call('training.complete', { params: { course }, input: { answer: Number(answer) } }),
  );

  async function check() {
    if (chosen === undefined) return;
    const answer = await command.run(String(chosen));
    if (answer.ok) setRight(answer.value.right);
  }

  return (
    <View id="course-question" className="hr-card hr-lesson-body">
      <Text className="hr-quiet">{words.question}</Text>
      <View className="hr-lesson-title">{text.question}</View>
      <View className="hr-quiz" {...aria({ role: 'radiogroup', label: text.question })}>
        {text.answers.map((answer, index) => (
          <View
            key={answer}
            id={`answer-${index}`}
            className={index === chosen ? 'hr-quiz-answer hr-quiz-answer-on' : 'hr-quiz-answer'}
            hoverClass="hr-link-pressed"
            {...radio(index === chosen, () => {
              setChosen(index);
              setRight(undefined);
            })}
          >
            {answer}
          </View>
        ))}
      </View>
      {right !== undefined && (
        <View id="answer-outcome" className={right ? 'hr-right' : 'hr-wrong'} {...aria({ role: 'status' })}>
          <View>{right ? words.right : words.wrong}</View>
          {right && <View className="hr-lesson-words">{text.why}</View>}
        </View>
      )}
      {command.error && <CommandError error={command.error} safe={words.unsaved} />}
      {right ? (
        <Action id="course-on" kind="primary" block onTap={() => (next === undefined ? onBack() : onOpen(next))}>
          {next === undefined ? words.back : words.nextCourse}
        </Action>
      ) : (
        <Action
          id="check-answer"
          kind="primary"
          block
          busy={command.busy}
          disabled={chosen === undefined}
          onTap={() => void check()}
        >
          {words.check}
        </Action>
      )}
    </View>
  );
}
