import * as z from 'zod';
import type { ClipRecord, Clips } from '#functions/ports/clip.ts';
import type { Interviews, Note } from '#functions/ports.ts';
import { corrections } from '#functions/ticket/messages.ts';
import { answerText, clipsOf, emptyDraft, isClip } from '#shared/interview/answer.ts';
import type { Clip, DraftContent } from '#shared/interview/draft.ts';
import type { Plan, Question } from '#shared/interview/plan.ts';
import type { InterviewState } from '#shared/interview/state.ts';

/** One question with what was said to it. `clips`: those of the answer, in its order; what was recorded again is not. */
export type Answer = {
  question: Question;
  content: DraftContent;
  /** As it counts: a transcript that HR let be corrected stands as corrected. */
  text: string;
  asked: string[];
  clips: { clip: Clip; record: ClipRecord | undefined }[];
};

const askedSchema = z.object({ questionId: z.string(), ask: z.string().nullable() });
const judgedSchema = z.object({ questionId: z.string(), text: z.string() });

/** Every question of an attempt with its answer as it stands. */
export async function answersOf(
  { interviews, clips }: { interviews: Interviews; clips: Clips },
  company: string,
  state: InterviewState,
  plan: Plan,
  attempt = state.attempt,
): Promise<Answer[]> {
  const { interviewId } = state;
  const [drafts, records, followUps, corrected] = await Promise.all([
    interviews.drafts(company, interviewId, attempt),
    clips.ofInterview(company, interviewId),
    interviews.notes(company, interviewId, `followup#${attempt}#`),
    attempt === state.attempt ? correctedTexts(interviews, company, state) : new Map<string, string>(),
  ]);
  const asked = followUps.map(({ value }) => askedSchema.parse(value));
  return plan.questions.map((question) => {
    const content = drafts.find(({ questionId }) => questionId === question.id)?.content ?? emptyDraft;
    const own = records.filter((one) => one.attempt === attempt);
    return {
      question,
      content,
      text: corrected.get(question.id) ?? answerText(asHeard(content, own)),
      asked: asked.flatMap(({ questionId, ask }) => (questionId === question.id && ask !== null ? [ask] : [])),
      clips: clipsOf(content).map((clip) => ({
        clip,
        record: own.find((one) => one.clipId === clip.clipId),
      })),
    };
  });
}

/** A recording the candidate left as it was heard says what was heard, where the recogniser was sure of it. */
const asHeard = (content: DraftContent, records: ClipRecord[]): DraftContent => ({
  ...content,
  sent: content.sent.map((bubble) => {
    if (!isClip(bubble) || bubble.text !== undefined) return bubble;
    const transcript = records.find(({ clipId }) => clipId === bubble.clipId)?.transcript;
    return transcript?.sure ? { ...bubble, text: transcript.text } : bubble;
  }),
});

/** What HR granted since the last end. A correction of what was opened again afterwards corrects nothing any more. */
async function correctedTexts(interviews: Interviews, company: string, { interviewId, tickets }: InterviewState) {
  const granted = tickets.filter(({ kind, resolution }) => kind === 'transcript' && resolution === 'granted');
  if (granted.length === 0) return new Map<string, string>();
  const [history, proposed] = await Promise.all([
    interviews.history(company, interviewId),
    corrections(interviews, company, interviewId),
  ]);
  const events = history.map(({ event }) => event);
  const sinceEnd = events.slice(events.findLastIndex(({ type }) => type === 'ended') + 1);
  const asked = sinceEnd.flatMap((event) => (event.type === 'ticket_opened' ? [event.data.ticketId] : []));
  const allowed = sinceEnd.flatMap((event) =>
    event.type === 'ticket_closed' && event.data.resolution === 'granted' ? [event.data.ticketId] : [],
  );
  // In the order they were granted: of two to one question the later one stands.
  return new Map(
    allowed
      .filter((ticketId) => asked.includes(ticketId))
      .flatMap((ticketId) => proposed.filter((one) => one.ticketId === ticketId))
      .map(({ questionId, text }): [string, string] => [questionId, text]),
  );
}

const judgedName = (report: number): string => `judged#${report}#`;

/** The words a report was made from: its quotes stand in these, whatever becomes of the answers. */
export const judgedNotes = (report: number, texts: Record<string, string>): Note[] =>
  Object.entries(texts).map(([questionId, text]) => ({
    name: `${judgedName(report)}${questionId}`,
    value: { questionId, text },
  }));

export async function judgedTexts(interviews: Interviews, company: string, interviewId: string, report: number) {
  const notes = await interviews.notes(company, interviewId, judgedName(report));
  return new Map(notes.map(({ value }) => judgedSchema.parse(value)).map(({ questionId, text }) => [questionId, text]));
}

const similarName = (report: number): string => `similar#${report}`;
const similarSchema = z.record(z.string(), z.array(z.string()));

/** Which applications gave the same answers before: for HR to look at, never for a candidate. */
export const similarNotes = (report: number, similar: Record<string, string[]>): Note[] =>
  Object.keys(similar).length === 0 ? [] : [{ name: similarName(report), value: similar }];

export async function similarAnswers(
  interviews: Interviews,
  company: string,
  interviewId: string,
  report: number | undefined,
): Promise<Record<string, string[]>> {
  if (report === undefined) return {};
  const notes = await interviews.notes(company, interviewId, similarName(report));
  const own = notes.find(({ name }) => name === similarName(report));
  return own === undefined ? {} : similarSchema.parse(own.value);
}
