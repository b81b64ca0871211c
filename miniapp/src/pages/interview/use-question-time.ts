import { useEffect, useReducer, useRef } from 'react';
import type { ChatQuestion } from '../../state/chat.ts';
import type { QuestionTime } from '../../state/question-clock.ts';
import type { Sitting } from '../../state/sitting.ts';

const lookMs = 500;

/** The time of the question that is open. `runs`: nothing stops the clock. `onUp`: once, at the moment it is over. */
export function useQuestionTime(
  { clock }: Sitting,
  question: ChatQuestion | undefined,
  runs: boolean,
  onUp: (questionId: string) => void,
): QuestionTime {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const latest = useRef(onUp);
  latest.current = onUp;
  const timed = question !== undefined && (question.prepareSeconds > 0 || question.answerSeconds !== null);

  useEffect(() => {
    clock.look(question, runs);
    if (!timed || !question || !runs) return;
    const timer = setInterval(() => {
      const before = clock.time(question);
      clock.look(question, true);
      const after = clock.time(question);
      if (before.phase === 'answering' && after.phase === 'answering' && before.left > 0 && after.left <= 0)
        latest.current(question.id);
      redraw();
    }, lookMs);
    return () => {
      clearInterval(timer);
      clock.look(question, false);
    };
  }, [clock, question, runs, timed]);

  return question === undefined ? { phase: 'untimed' } : clock.time(question);
}
