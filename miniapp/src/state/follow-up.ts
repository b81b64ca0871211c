import { limits } from '#shared/limits.ts';
import type { Call } from '../api/caller.ts';
import type { Autosave } from './autosave.ts';
import type { ChatQuestion } from './chat.ts';
import type { Timers } from './timers.ts';

/** An interviewer who has to think longer does not ask. */
const longestMs = 3000;

type Parts = {
  interviewId: string;
  attempt: number;
  question: ChatQuestion;
  autosave: Autosave;
  call: Call;
  timers: Timers;
};

export const mayBeAsked = ({ kind, asked }: Pick<ChatQuestion, 'kind' | 'asked'>): boolean =>
  asked.length < limits.followUps[kind];

/** What the interviewer asks about an answer that was just finished; null for nothing, and where the answer is late. */
export async function askFollowUp({ interviewId, attempt, question, autosave, call, timers }: Parts) {
  const questionId = question.id;
  if (!mayBeAsked(question) || autosave.content(questionId).sent.length === 0) return null;
  let late = false;
  const ask = async () => {
    if (!(await autosave.whenSaved(questionId)) || late) return null;
    const { sent, done } = autosave.content(questionId);
    if (!done) return null;
    const got = await call('interview.followUp', {
      params: { interviewId, questionId },
      input: { attempt, bubbles: sent.length },
    });
    if (late || !got.ok || got.value.ask === null) return null;
    // Edited meanwhile: it asks about another answer.
    const now = autosave.content(questionId);
    if (!now.done || now.sent.length !== sent.length) return null;
    return { ask: got.value.ask, after: got.value.after };
  };
  let timer: unknown;
  const limit = new Promise<null>((done) => {
    timer = timers.set(() => {
      late = true;
      done(null);
    }, longestMs);
  });
  const asked = await Promise.race([ask(), limit]);
  timers.clear(timer);
  return asked;
}
