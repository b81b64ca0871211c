import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { answerNote } from './hiring-notes.ts';

/** 「确认参加」「无法参加」. What is written beside it is a note. */
export async function answerMeeting(deps: CommandDeps, request: Request<'booking.answerMeeting', CandidateActor>) {
  const { actor, input } = request;
  const { since, answer, words } = input;
  return answering(
    perform(deps, {
      ...asked('booking.answerMeeting', request),
      prepare: async () => ({
        command: { type: 'answerArrangement', by: actor.candidateId, since, answer },
        notes: notesOf(since, words),
      }),
      answer: nothingMore,
    }),
  );
}

/** Accepts the offer, or declines it: then the vacancy is free for another one. */
export async function answerOffer(deps: CommandDeps, request: Request<'booking.answerOffer', CandidateActor>) {
  const { actor, input } = request;
  const { since, answer, words } = input;
  return answering(
    perform(deps, {
      ...asked('booking.answerOffer', request),
      prepare: async () => ({
        command: { type: 'answerOffer', by: actor.candidateId, since, answer },
        notes: notesOf(since, words),
      }),
      answer: nothingMore,
    }),
  );
}

/** The opening was filled: into the pool for others, or wait for this one. */
export async function answerClosure(deps: CommandDeps, request: Request<'booking.answerClosure', CandidateActor>) {
  const { actor, input } = request;
  return answering(
    perform(deps, {
      ...asked('booking.answerClosure', request),
      prepare: async () => ({ command: { type: 'answerClosure', by: actor.candidateId, choice: input.choice } }),
      answer: nothingMore,
    }),
  );
}

const notesOf = (since: number, words: string | undefined) =>
  words === undefined || words === '' ? [] : [answerNote(since, words)];
