import { isDeepStrictEqual } from 'node:util';
import { dynamoInterviews } from '#functions/adapters/dynamo/interviews.ts';
import { epochOf } from '#shared/interview/answer.ts';
import type { Draft } from '#shared/interview/draft.ts';
import { type Invited, questionIds } from '#test/functions/journeys/candidate.ts';
import { company, type TestWorld } from '#test/functions/journeys/test-world.ts';
import type { History, Sent } from './device.ts';

/** What was acknowledged and cannot be read, was answered two ways, or was said twice. */
export async function problemsOfHistory(world: TestWorld, invited: Invited, history: History): Promise<string[]> {
  const interviews = dynamoInterviews(world.table);
  const state = await interviews.load(company, invited.interviewId);
  if (state === undefined) return ['the interview is gone'];
  const problems: string[] = [];
  for (let attempt = 1; attempt <= state.attempt; attempt += 1) {
    const [drafts, beside] = await Promise.all([
      interviews.drafts(company, invited.interviewId, attempt),
      interviews.beside(company, invited.interviewId, attempt),
    ]);
    for (const questionId of questionIds) {
      const saves = history.saves.filter((save) => save.attempt === attempt && save.questionId === questionId);
      const draft = drafts.find((one) => one.questionId === questionId);
      const aside = beside.filter((one) => one.questionId === questionId);
      problems.push(...saveProblems(saves, draft, aside).map((what) => `attempt ${attempt} ${questionId}: ${what}`));
    }
  }
  return [...problems, ...answerProblems(history), ...(await messageProblems(world, invited))];
}

function saveProblems(saves: Sent[], draft: Draft | undefined, aside: Draft[]): string[] {
  const wasSent = (stored: Draft, atLeast: number) =>
    saves.some(({ number, content }) => number >= atLeast && isDeepStrictEqual(content, stored.content));
  const newest = Math.max(0, ...saves.filter(({ code }) => code === 'saved').map(({ number }) => number));
  if (newest > 0 && (draft === undefined || !wasSent(draft, newest))) {
    return [`${newest} was acknowledged; there is ${JSON.stringify(draft?.content)}`];
  }
  return saves
    .filter(({ code }) => code === 'superseded')
    .filter(({ number }) => {
      const kept = aside.find((one) => epochOf(one.number) === epochOf(number));
      return kept === undefined || kept.number < number || !wasSent(kept, number);
    })
    .map(({ number }) => `${number} was said to be kept beside and is not`);
}

/** The same operation id is answered the same way, whenever it was done. */
function answerProblems({ commands }: History): string[] {
  return commands.flatMap(({ name, operationId, answers }) => {
    const done = answers.flatMap((answer) => {
      if (!answer.ok) return [];
      const { sync: _, ...receipt } = answer.value as Record<string, unknown>;
      return [receipt];
    });
    return done.every((one) => isDeepStrictEqual(one, done[0]))
      ? []
      : [`${name} ${operationId} was answered differently`];
  });
}

/** Word of vacancies left: it leads to the opening, and its page names nobody. */
const ofOpening = 'vacancies_left';

/** Nobody got more messages than the store says may have been sent, nor fewer than it says were. */
async function messageProblems(world: TestWorld, { interviewId, applicationId, person }: Invited): Promise<string[]> {
  const { messages } = await world.must('application.dossier', { token: world.hr, params: { applicationId } });
  const got = {
    sms: world.sms(person).length,
    wecom: world.outbox.list({ channel: 'wecom' }).filter(({ page }) => page?.includes(applicationId)).length,
  };
  return (['sms', 'wecom'] as const).flatMap((channel) => {
    const count = (...states: string[]) =>
      messages.filter((one) => one.channel === channel && one.kind !== ofOpening && states.includes(one.state)).length;
    // Claimed: it was sent, or was about to be, when the store failed.
    const [atLeast, atMost] = [count('sent'), count('sent', 'unknown', 'claimed')];
    if (got[channel] >= atLeast && got[channel] <= atMost) return [];
    return [`${interviewId}: ${got[channel]} messages by ${channel}, ${atLeast} to ${atMost} on record`];
  });
}
