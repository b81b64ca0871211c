import type { ChatQuestion } from './chat.ts';

type Timed = Pick<ChatQuestion, 'id' | 'prepareSeconds' | 'answerSeconds'>;
/** `left`: seconds; below zero where more time was taken than there was. */
export type QuestionTime = { phase: 'untimed' } | { phase: 'preparing' | 'answering'; left: number };

type Parts = {
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  /** Seconds as they are kept with the answer. */
  kept(questionId: string): number;
  /** Something was said already: the time to think is over. */
  begun(questionId: string): boolean;
  /** Long enough since the answer was saved: the time used is worth a save of its own. */
  onDue(questionId: string): void;
};

const dueSeconds = 10;

/** Time to think, then time to answer. Runs only while its question is on the screen and nothing stops the clock. */
export function createQuestionClock({ now, kept, begun, onDue }: Parts) {
  const prepared = new Map<string, number>();
  const used = new Map<string, number>();
  let at = now();
  let running: string | undefined;

  const secondsOf = (questionId: string) => Math.max(kept(questionId), used.get(questionId) ?? 0);
  const preparing = ({ id, prepareSeconds }: Timed) => !begun(id) && (prepared.get(id) ?? 0) < prepareSeconds;

  return {
    /** `question` is open from now on, and its time passes while `runs`. What passed since the last look is counted. */
    look(question: Timed | undefined, runs: boolean): void {
      const passed = (now() - at) / 1000;
      at = now();
      const counted = running !== undefined && running === question?.id && passed > 0;
      running = runs ? question?.id : undefined;
      if (!counted || question === undefined) return;
      const { id, answerSeconds } = question;
      if (preparing(question)) return void prepared.set(id, (prepared.get(id) ?? 0) + passed);
      if (answerSeconds === null) return;
      used.set(id, secondsOf(id) + passed);
      if (secondsOf(id) - kept(id) >= dueSeconds) onDue(id);
    },
    /** The candidate is ready before the time to think is over. */
    begin: (question: Timed) => void prepared.set(question.id, question.prepareSeconds),
    /** Seconds used of the answer's time; none where it is not timed. */
    seconds: (questionId: string): number | undefined => (used.has(questionId) ? secondsOf(questionId) : undefined),
    time(question: Timed): QuestionTime {
      if (preparing(question))
        return { phase: 'preparing', left: question.prepareSeconds - (prepared.get(question.id) ?? 0) };
      if (question.answerSeconds === null) return { phase: 'untimed' };
      return { phase: 'answering', left: question.answerSeconds - secondsOf(question.id) };
    },
  };
}
