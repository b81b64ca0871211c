import type { Output } from '#shared/contract/operations.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { questionIds } from '#test/functions/simulation/client/small-interview.ts';
import { ask, codeOf, insist, newOperation, packet, type Reply, type Who } from './ask.ts';
import { day, type Life } from './life.ts';
import { speak } from './recording.ts';

const consents = (['ai_evaluation', 'recording'] as const).map((purpose) => ({
  purpose,
  version: '1',
  granted: true,
}));

/** A journal entry: what was typed is on the device before it is sent, and stays until it is acknowledged. */
type Entry = { content: DraftContent; number: number; sent: boolean };

/** One device of a candidate. It knows only what it was answered, and what its journal holds. */
export function createDevice(life: Life, who: Who, interviewId: string, name: string) {
  const { random, history } = life;
  const params = { interviewId };
  const mark = who.person?.mark ?? '';
  /** What its own clock says. */
  const skew = random.pick([0, 0, day, -day]);
  const journal = new Map<string, Entry>();
  const numbers: Record<string, number> = {};
  let opened: { attempt: number; epoch: number } | undefined;
  let n = 0;
  let words = 0;
  let clips = 0;
  /** The end that was asked for, as it was asked: it is asked again as it was. */
  let ending: { operationId: string; attempt: number; numbers: Record<string, number> } | undefined;

  function adopt({ attempt, epoch, status }: Output<'interview.start'>): void {
    if (status !== 'in_progress' || epoch <= (opened?.epoch ?? 0)) return;
    const another = opened !== undefined && opened.attempt !== attempt;
    opened = { attempt, epoch };
    n = 0;
    ending = undefined;
    if (another) journal.clear();
    for (const id of questionIds) numbers[id] = epoch * 1_000_000;
  }

  async function put(questionId: string, entry: Entry): Promise<string> {
    if (opened === undefined) return 'shut';
    const { attempt } = opened;
    const input = { attempt, number: entry.number, content: entry.content };
    const saved = { interviewId, attempt, questionId, number: entry.number, content: entry.content };
    const reply = await ask(life, who, 'interview.saveDraft', { params: { ...params, questionId }, input });
    const code = reply.kind === 'ok' ? (reply.value.number === entry.number ? 'saved' : 'overtaken') : codeOf(reply);
    history.saves.push({ ...saved, code });
    if (reply.kind === 'ok') {
      const at = Date.parse(reply.value.savedAt);
      if (at > life.now() || at < life.now() - 2 * day)
        life.problem(`saved at ${reply.value.savedAt}, by a device's clock`);
      if (skew !== 0) life.see('5 a device clock a day off');
      numbers[questionId] = Math.max(numbers[questionId] ?? 0, reply.value.number);
      if (journal.get(questionId) === entry) entry.sent = true;
    }
    if (code === 'overtaken') life.see('9 overtaken by a later save');
    if (code === 'superseded') life.see('3 told that another device has taken over');
    return code;
  }

  const nextNumber = () => {
    n += 1;
    return (opened?.epoch ?? 0) * 1_000_000 + n;
  };

  return {
    name,
    who,
    interviewId,
    opened: () => opened,
    isOpen: () => opened !== undefined,
    async start(): Promise<string> {
      const reply = await insist(life, who, 'interview.start', {
        params,
        input: { operationId: newOperation(life), consents },
      });
      if (reply.kind === 'ok') adopt(reply.value);
      if (codeOf(reply) === 'interview_in_progress') return this.resume('continue');
      return codeOf(reply);
    },
    async resume(choice: 'continue' | 'restart'): Promise<string> {
      const reply = await insist(life, who, 'interview.resume', {
        params,
        input: { operationId: newOperation(life), choice },
      });
      if (reply.kind !== 'ok') return codeOf(reply);
      const unsent = [...journal].filter(([, { sent }]) => !sent);
      adopt(reply.value);
      if (choice === 'restart') journal.clear();
      // What never got away comes back under the new opening.
      for (const [id, entry] of unsent) {
        if (!journal.has(id) || opened === undefined) continue;
        const again = { ...entry, number: nextNumber() };
        journal.set(id, again);
        if ((await put(id, again)) === 'saved') life.see('4 the journal replays on return');
      }
      return 'ok';
    },
    type(questionId: string, more: Partial<DraftContent> = {}): Entry | undefined {
      if (opened === undefined) return undefined;
      words += 1;
      const said = `${mark} ${name} 先听客户说，第${words}句：我会先了解他的需求，再给出方案并约定下一步。`;
      const before = journal.get(questionId)?.content.sent ?? [];
      const content = {
        sent: [...before.slice(-2), said],
        typing: random.chance(0.2) ? '半' : '',
        done: true,
        ...more,
      };
      const entry = { content, number: nextNumber(), sent: false };
      journal.set(questionId, entry);
      return entry;
    },
    async save(questionId = random.pick(questionIds), more: Partial<DraftContent> = {}): Promise<string> {
      const entry = this.type(questionId, more);
      return entry === undefined ? 'shut' : put(questionId, entry);
    },
    /** A save of before comes again, as it was. */
    async repeat(): Promise<void> {
      const own = history.saves.filter((one) => one.interviewId === interviewId && one.attempt === opened?.attempt);
      if (own.length === 0 || opened === undefined) return;
      const { questionId, number, content } = random.pick(own);
      await put(questionId, { number, content, sent: true });
    },
    /** A recording for this question, cut on its way up or not. */
    async speak(questionId: string): Promise<void> {
      if (opened === undefined) return;
      clips += 1;
      const clip = await speak(life, who, { interviewId, questionId, ...opened, n: clips, mark: `${mark} ${name}` });
      if (clip === undefined || opened === undefined) return;
      const before = journal.get(questionId)?.content.sent ?? [];
      await this.save(questionId, { sent: [...before.slice(-2), clip] });
    },
    async flush(): Promise<void> {
      for (const [id, entry] of [...journal]) {
        for (let tries = 0; !entry.sent && tries < 5; tries += 1) {
          const code = await put(id, entry);
          if (code === 'superseded' || code === 'interview_ended' || code === 'shut') return;
          if (code === 'overtaken' || code === 'saved') break;
        }
      }
    },
    /** 「结束面试」: the journal first, then the end with the last number of every question; the same again until it is answered. */
    async end(): Promise<string> {
      for (let tries = 0; tries < 4; tries += 1) {
        await this.flush();
        if (opened === undefined) return 'shut';
        const again = ending !== undefined;
        ending ??= { operationId: newOperation(life), attempt: opened.attempt, numbers: { ...numbers } };
        const reply = await insist(life, who, 'interview.end', { params, input: ending });
        if (reply.kind === 'ok') {
          history.ends.push({ interviewId, ...ending });
          if (again) life.see('2 ended twice, one answer');
          return reply.value.status;
        }
        const code = codeOf(reply);
        if (code === 'unknown' || code === 'offline' || code === 'unavailable' || code === 'version_conflict')
          return code;
        ending = undefined;
        if (code !== 'draft_mismatch' && code !== 'operation_conflict') return code;
        const view = await ask(life, who, 'interview.get', { params });
        if (view.kind === 'ok')
          for (const { questionId, number } of view.value.drafts)
            numbers[questionId] = Math.max(number, numbers[questionId] ?? 0);
      }
      return 'draft_mismatch';
    },
    /** A last save and the end at one instant: either the end has it, or it is told that it came too late. */
    async endRacing(): Promise<void> {
      await this.look();
      await this.flush();
      const numbersBefore = { ...numbers };
      const entry = this.type('qone');
      if (opened === undefined || entry === undefined) return;
      const { attempt } = opened;
      ending = { operationId: newOperation(life), attempt, numbers: numbersBefore };
      const { number, content } = entry;
      const save = packet(life, who, 'interview.saveDraft', {
        params: { ...params, questionId: 'qone' },
        input: { attempt, number, content },
      });
      const end = packet(life, who, 'interview.end', { params, input: ending });
      const runs = [save.newRun(), end.newRun()];
      const replies = await life.together<Reply<unknown>>(runs, (run) => (run === runs[0] ? save : end).arrive(run));
      const [saved, ended] = replies.map(codeOf);
      const code = saved === 'ok' ? 'saved' : (saved ?? '');
      history.saves.push({ interviewId, attempt, questionId: 'qone', number, content, code });
      if (saved === 'ok') numbers.qone = number;
      if (saved === 'ok') entry.sent = true;
      if (ended === 'ok') history.ends.push({ interviewId, ...ending });
      else if (ended !== 'unknown') ending = undefined;
      life.see('6 a save and the end at one instant');
    },
    /** The same end once more, tapped again. */
    async endAgain(): Promise<void> {
      if (ending === undefined || opened === undefined) return;
      const reply = await ask(life, who, 'interview.end', { params, input: ending });
      if (reply.kind === 'ok') life.see('2 ended twice, one answer');
    },
    /** The app dies: what it knew is gone, the journal is not. */
    kill(): void {
      opened = undefined;
      ending = undefined;
    },
    look: () => ask(life, who, 'interview.get', { params }),
    async observe(): Promise<void> {
      if (opened === undefined) return;
      const at = new Date(life.now() + skew).toISOString();
      const seen = [{ kind: 'left_app' as const, at }];
      await ask(life, who, 'interview.observe', { params, input: { attempt: opened.attempt, seen } });
    },
  };
}
export type Device = ReturnType<typeof createDevice>;
