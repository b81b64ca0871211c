import type { Input, OperationId } from '#shared/contract/operations.ts';
import { wordsOf } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { consents, type Invited, newOperation, questionIds, tokenOf } from '#test/functions/journeys/candidate.ts';
import type { Reply } from '#test/functions/journeys/client.ts';
import type { TestWorld } from '#test/functions/journeys/test-world.ts';
import type { Random } from './random.ts';

/** One save as it was sent, and what came back. */
export type Sent = { attempt: number; questionId: string; number: number; content: DraftContent; code: string };
/** A command under its operation id: it may be sent again at any time, as it was. */
export type Command = {
  name: string;
  operationId: string;
  send: () => Promise<Reply<unknown>>;
  answers: Reply<unknown>[];
};
/** What the run is told of, for the checker. */
export type History = { saves: Sent[]; commands: Command[]; trace: string[] };

/** One device of a candidate. It knows only what it was answered, as the mini-program does. */
export function createDevice(
  world: TestWorld,
  invited: Invited,
  { name, history }: { name: string; history: History },
) {
  const { interviewId, person } = invited;
  const params = { interviewId };
  const token = tokenOf(world, person);
  const numbers: Record<string, number> = {};
  let opened: { attempt: number; epoch: number } | undefined;
  let n = 0;

  function adopt(reply: Reply<unknown>): void {
    if (!reply.ok) return;
    const { attempt, epoch, status } = reply.value as { attempt: number; epoch: number; status: string };
    if (status !== 'in_progress' || epoch <= (opened?.epoch ?? 0)) return;
    opened = { attempt, epoch };
    n = 0;
    for (const id of questionIds) numbers[id] = epoch * 1_000_000;
  }

  async function perform(what: string, operationId: string, send: () => Promise<Reply<unknown>>): Promise<void> {
    const command: Command = {
      name: what,
      operationId,
      answers: [],
      send: async () => {
        const reply = await send();
        history.trace.push(`${name} ${what} → ${reply.ok ? JSON.stringify(reply.value).slice(0, 120) : reply.code}`);
        command.answers.push(reply);
        adopt(reply);
        return reply;
      },
    };
    history.commands.push(command);
    const reply = await command.send();
    if (!reply.ok && reply.code === 'interview_in_progress') await resume('continue');
  }
  const command = <O extends Extract<OperationId, `interview.${string}`>>(
    operation: O,
    input: Input<O> & { operationId: string },
  ) => perform(operation, input.operationId, () => world.call(operation, { token, params, input } as never));

  async function resume(choice: 'continue' | 'restart'): Promise<void> {
    await command('interview.resume', { operationId: newOperation(), choice });
  }

  async function put(save: Omit<Sent, 'code'>): Promise<void> {
    const { questionId, ...input } = save;
    const reply = await world.call('interview.saveDraft', { token, params: { ...params, questionId }, input });
    const code = reply.ok ? (reply.value.number === save.number ? 'saved' : 'overtaken') : reply.code;
    history.saves.push({ ...save, code });
    history.trace.push(`${name} save ${questionId} ${save.attempt}/${save.number} → ${code}`);
    if (reply.ok) numbers[questionId] = Math.max(numbers[questionId] ?? 0, reply.value.number);
    if (code === 'superseded' && n % 2 === 0) await resume('continue');
  }

  return {
    start: () => command('interview.start', { operationId: newOperation(), consents }),
    resume,
    async save(random: Random): Promise<void> {
      if (opened === undefined) return;
      n += 1;
      const number = opened.epoch * 1_000_000 + n;
      const words = `${name} ${opened.attempt}/${number}`;
      const content = { sent: [words], typing: random.chance(0.3) ? '半' : '', done: random.chance(0.8) };
      await put({ attempt: opened.attempt, questionId: random.pick(questionIds), number, content });
    },
    /** Every question answered, as one does before ending. */
    async saveAll(): Promise<void> {
      for (const questionId of questionIds) {
        if (opened === undefined) return;
        n += 1;
        const number = opened.epoch * 1_000_000 + n;
        const content = { sent: [`${name} ${opened.attempt}/${number}`], typing: '', done: true };
        await put({ attempt: opened.attempt, questionId, number, content });
      }
    },
    /** A save of before comes again: a retry after a lost reply, or a packet that took its time. */
    async repeatSave(random: Random): Promise<void> {
      const own = history.saves.filter(({ content }) => wordsOf(content.sent[0] ?? '').startsWith(`${name} `));
      if (own.length > 0) {
        const { code: _, ...save } = random.pick(own);
        await put(save);
      }
    },
    end: () =>
      opened === undefined
        ? resume('continue')
        : command('interview.end', { operationId: newOperation(), attempt: opened.attempt, numbers: { ...numbers } }),
    decline: () => command('interview.decline', { operationId: newOperation(), reason: 'withdrawn' }),
    async look(): Promise<number | undefined> {
      const reply = await world.call('interview.get', { token, params });
      return reply.ok ? reply.value.version : undefined;
    },
  };
}
export type Device = ReturnType<typeof createDevice>;
