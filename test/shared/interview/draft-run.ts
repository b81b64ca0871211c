import fc from 'fast-check';
import type { DraftChange, SaveOutcome } from '#functions/ports.ts';
import { draftNumber, epochOf, wordsOf } from '#shared/interview/answer.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import type { DraftStore, Save } from './draft-model.ts';
import { at, commands, ids, play, terms } from './stories.ts';

/** What two devices, a bad network and a sweep do to one interview. `pick` chooses among what is under way. */
export type Action =
  | { do: 'type'; device: 0 | 1; questionId: string }
  | { do: 'deliver'; pick: number; again: boolean; replyLost: boolean }
  | { do: 'resume' | 'restart' | 'end'; device: 0 | 1 }
  | { do: 'lapse' };

const device = fc.constantFrom<(0 | 1)[]>(0, 1);
export const actions: fc.Arbitrary<Action[]> = fc.noBias(
  fc.array(
    fc.oneof(
      {
        weight: 20,
        arbitrary: fc.record({ do: fc.constant('type' as const), device, questionId: fc.constantFrom('q1', 'q2') }),
      },
      {
        weight: 20,
        arbitrary: fc.record({
          do: fc.constant('deliver' as const),
          pick: fc.nat({ max: 99 }),
          again: fc.boolean(),
          replyLost: fc.boolean(),
        }),
      },
      { weight: 8, arbitrary: fc.record({ do: fc.constant('resume' as const), device }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const), device }) },
      { weight: 6, arbitrary: fc.record({ do: fc.constant('end' as const), device }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('lapse' as const) }) },
    ),
    { minLength: 1, maxLength: 60, size: 'max' },
  ),
);

/** What a device knows: its opening, and per question what it read and wrote since and the number of its last save. */
type Device = { attempt: number; epoch: number; sent: Map<string, string[]>; numbers: Map<string, number> };
type Told = { attempt: number; questionId: string; bubble: string };
export type Run = {
  /** Every answer of the store, in order: two stores that follow the same rules give the same. */
  answers: unknown[];
  /** Broken promises; none may be. */
  problems: string[];
  state: InterviewState;
};

/** Long enough that time alone closes nothing; many attempts. */
const agreed = { ...terms, questionIds: ['q1', 'q2'], requiredIds: ['q1'], answersNeeded: 1, attempts: 4 };
const invitation = play([0, commands.invite(agreed)]);

/** The interview before the first command. */
export const invited = invitation.state;

/** Drives an empty store through the actions and asks after each one whether every promise still holds. */
export async function runDrafts(store: DraftStore, wanted: Action[]): Promise<Run> {
  const run: Run = { answers: [], problems: [], state: invited };
  const devices: [Device | undefined, Device | undefined] = [undefined, undefined];
  const underWay: { save: Save; from: Device }[] = [];
  const told: Told[] = [];
  const sealed = new Map<number, string>();
  let clock = 0;
  let bubbles = 0;

  const now = () => at(10, clock * 1000);
  const sentOf = async (one: Device, questionId: string): Promise<string[]> => {
    // A device reads after it opened, perhaps much later: what older openings could still save is in by then.
    if (one.sent.size === 0) {
      for (const draft of await store.drafts(one.attempt))
        one.sent.set(draft.questionId, draft.content.sent.map(wordsOf));
    }
    return one.sent.get(questionId) ?? [];
  };

  async function command(wish: InterviewCommand, drafts: (after: InterviewState) => DraftChange[]): Promise<boolean> {
    const decision = decide(run.state, wish, now());
    if (!decision.ok || decision.value.length === 0) return false;
    const after = decision.value.reduce<InterviewState>(evolve, run.state);
    const change = {
      before: run.state,
      after,
      events: decision.value,
      due: { set: [], clear: [] },
      drafts: drafts(after),
    };
    const answer = await store.commit(change, now());
    run.answers.push(answer);
    if (answer.ok) run.state = after;
    return answer.ok;
  }

  async function type(who: 0 | 1, questionId: string): Promise<void> {
    const one = devices[who];
    if (one === undefined) return;
    bubbles += 1;
    const sent = [...(await sentOf(one, questionId)), `bubble ${bubbles}`];
    const number = Math.max(one.numbers.get(questionId) ?? 0, draftNumber(one.epoch, 0)) + 1;
    one.sent.set(questionId, sent);
    one.numbers.set(questionId, number);
    const content: DraftContent = { sent, typing: '', done: true };
    underWay.push({
      save: { candidateId: ids.candidateId, attempt: one.attempt, questionId, number, content },
      from: one,
    });
  }

  async function deliver(pick: number, again: boolean, replyLost: boolean): Promise<void> {
    const at = underWay.length === 0 ? -1 : pick % underWay.length;
    const flight = underWay[at];
    if (flight === undefined) return;
    if (!again && !replyLost) underWay.splice(at, 1);
    const outcome = await store.save(flight.save, now());
    run.answers.push(outcome);
    if (!replyLost) hear(flight.save, outcome);
  }

  /** Saved, overtaken by a later one of the same device, or kept beside: in each case the person was told it is safe. */
  function hear({ attempt, questionId, content, number }: Save, { kind }: SaveOutcome): void {
    const keptBeside = kind === 'superseded' || (kind === 'sealed' && epochOf(number) < run.state.epoch);
    if (kind === 'absent') run.problems.push(`${questionId} ${number}: a save of a real opening found nothing`);
    if (kind !== 'saved' && kind !== 'overtaken' && !(keptBeside && attempt === run.state.attempt)) return;
    for (const bubble of content.sent) told.push({ attempt, questionId, bubble: wordsOf(bubble) });
  }

  async function open(who: 0 | 1, wish: 'resume' | 'restart'): Promise<void> {
    const { attempt: old, status } = run.state;
    const standing = old === 0 ? [] : await store.drafts(old);
    const created = ({ attempt, epoch }: InterviewState) =>
      agreed.questionIds.map(
        (questionId): DraftChange => ({ op: 'create', attempt, questionId, number: draftNumber(epoch, 0) }),
      );
    const seals = standing
      .filter((draft) => !draft.sealed)
      .map(({ questionId, number }): DraftChange => ({ op: 'seal', attempt: old, questionId, number }));
    const done =
      status === 'invited'
        ? await command(commands.start(), created)
        : wish === 'restart' || status === 'incomplete'
          ? await command(commands.restart(), (after) => [...seals, ...created(after)])
          : await command(commands.resume(), ({ attempt, epoch }) =>
              standing.map(({ questionId }) => ({ op: 'raise', attempt, questionId, number: draftNumber(epoch, 0) })),
            );
    const { attempt, epoch } = run.state;
    if (done) devices[who] = { attempt, epoch, sent: new Map(), numbers: new Map() };
  }

  async function end(who: 0 | 1): Promise<void> {
    const one = devices[who];
    if (one === undefined) return;
    const standing = await store.drafts(run.state.attempt);
    const contents = Object.fromEntries(standing.map(({ questionId, content }) => [questionId, content]));
    await command({ ...commands.end(now()), contents }, ({ attempt }) =>
      standing.map(({ questionId }) => ({
        op: 'seal',
        attempt,
        questionId,
        number: one.attempt === attempt ? (one.numbers.get(questionId) ?? draftNumber(one.epoch, 0)) : -1,
      })),
    );
  }

  /** The sweep seals what it read; here nobody is quick enough to come in between. */
  async function lapse(): Promise<void> {
    if (run.state.status !== 'in_progress') return;
    const standing = await store.drafts(run.state.attempt);
    const event = { v: 1, at: now().toISOString(), by: 'system', type: 'lapsed', data: { to: 'incomplete' } } as const;
    const after = evolve(run.state, event);
    const drafts = standing.map(
      ({ questionId, number }): DraftChange => ({ op: 'seal', attempt: after.attempt, questionId, number }),
    );
    const answer = await store.commit(
      { before: run.state, after, events: [event], due: { set: [], clear: [] }, drafts },
      now(),
    );
    run.answers.push(answer);
    if (answer.ok) run.state = after;
  }

  async function check(action: Action): Promise<void> {
    for (let attempt = 1; attempt <= run.state.attempt; attempt += 1) {
      const standing = await store.drafts(attempt);
      const readable = [...standing, ...(await store.beside(attempt))];
      for (const { questionId, bubble } of told.filter((one) => one.attempt === attempt)) {
        const kept = readable.some((draft) => draft.questionId === questionId && draft.content.sent.includes(bubble));
        if (!kept) run.problems.push(`${action.do}: attempt ${attempt} ${questionId} lost ${bubble}`);
      }
      const over = attempt < run.state.attempt || run.state.status !== 'in_progress';
      if (standing.length !== agreed.questionIds.length || standing.some((draft) => draft.sealed !== over)) {
        run.problems.push(`${action.do}: drafts of attempt ${attempt} should ${over ? '' : 'not '}be sealed`);
      }
      const text = JSON.stringify(standing);
      if (over && (sealed.get(attempt) ?? text) !== text)
        run.problems.push(`${action.do}: attempt ${attempt} changed after its end`);
      if (over) sealed.set(attempt, text);
    }
  }

  const events = invitation.history.map(({ event }) => event);
  await store.commit({ before: undefined, after: invited, events, due: { set: [], clear: [] } }, now());
  for (const action of [{ do: 'resume', device: 0 } as const, ...wanted]) {
    clock += 1;
    if (action.do === 'type') await type(action.device, action.questionId);
    else if (action.do === 'deliver') await deliver(action.pick, action.again, action.replyLost);
    else if (action.do === 'end') await end(action.device);
    else if (action.do === 'lapse') await lapse();
    else await open(action.device, action.do);
    await check(action);
  }
  return run;
}
