import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { DeliverJob } from './deliver.ts';

/** What a reminder's job stands for. `putOff`: that event was taken back, and another one says it in its time. */
type ReminderAsked = { minutes: number; putOff: boolean };

/** Undefined where its event asked for no reminder. */
export async function reminderOf(
  { interviews }: Pick<CommandDeps, 'interviews'>,
  { company, interviewId, generation }: DeliverJob,
): Promise<ReminderAsked | undefined> {
  const history = await interviews.history(company, interviewId);
  const asked = history.find(({ version }) => version === generation)?.event;
  if (asked?.type !== 'reminder_due') return undefined;
  const { minutes } = asked.data;
  const putOff = history.some(
    ({ version, event }) => version > generation && event.type === 'reminder_put_off' && event.data.minutes === minutes,
  );
  return { minutes, putOff };
}

/** No channel took it: that is a fact of the interview, HR hears of it, and it will not be held against the candidate. */
export const reminderFailed = (deps: CommandDeps, job: DeliverJob, { minutes }: ReminderAsked): Promise<void> =>
  record(deps, job, { type: 'reminderFailed', by: 'system', minutes, since: job.generation });

/** It comes late, and now would be the middle of the night: it is due again. */
export async function putOff(deps: CommandDeps, job: DeliverJob, { minutes }: ReminderAsked): Promise<'put_off'> {
  await record(deps, job, { type: 'putOffReminder', by: 'system', minutes, since: job.generation });
  return 'put_off';
}

async function record(
  deps: CommandDeps,
  { company, interviewId }: DeliverJob,
  command: InterviewCommand,
): Promise<void> {
  const done = await perform(deps, {
    company,
    interviewId,
    mayAct: () => true,
    prepare: async () => ({ command }),
    answer: nothingMore,
  });
  // Other writers were in the way: the job comes back, or it would never be known.
  if (!done.ok && done.error.code === 'version_conflict') throw new Error('what became of a reminder is not recorded');
}
