import { invite, newOperation } from '#test/functions/journeys/candidate.ts';
import type { TestWorld } from '#test/functions/journeys/test-world.ts';
import { problemsOf } from '#test/functions/table-check.ts';
import { problemsOfHistory } from './check.ts';
import { type Command, createDevice, type Device, type History } from './device.ts';
import { createRandom, type Random } from './random.ts';

const steps = 20;
const turns = ['PT1S', 'PT1M', 'PT6M', 'PT11M', 'PT3H', 'PT23H', 'PT24H20M'] as const;

/**
 * Two interviews, one of them on two devices, HR, a store that fails, a clock that jumps: random commands, then quiet.
 * Answers what does not hold, with what was done.
 */
export async function run(
  world: TestWorld,
  seed: number,
): Promise<{ problems: string[]; trace: string[]; seen: string[] }> {
  const random = createRandom(seed);
  world.dynamo.faults.seed(seed);
  const requisitionId = await world.newRequisition(5);
  const first = await invite(world, { requisitionId });
  const second = await invite(world, { requisitionId });
  const trace: string[] = [];
  const lives = [first, second].map((invited, i) => {
    const history: History = { saves: [], commands: [], trace };
    const names = i === 0 ? ['a1', 'a2'] : ['b1'];
    const devices = names.map((name) => createDevice(world, invited, { name, history }));
    return { invited, history, devices, version: 0, hr: [] as Command[] };
  });
  const problems: string[] = [];
  type Life = (typeof lives)[number];

  async function byHr({ invited, history }: Life, what: 'decide' | 'undo'): Promise<void> {
    const params = { interviewId: invited.interviewId };
    const operationId = newOperation();
    const outcome = random.pick(['second_interview', 'onboarding', 'reject'] as const);
    const command: Command = {
      name: what,
      operationId,
      answers: [],
      async send() {
        const reply =
          what === 'decide'
            ? await world.call('interview.decide', { token: world.hr, params, input: { operationId, outcome } })
            : await world.call('interview.undoDecision', { token: world.hr, params, input: { operationId } });
        trace.push(`hr ${what} → ${reply.ok ? 'ok' : reply.code}`);
        command.answers.push(reply);
        return reply;
      },
    };
    history.commands.push(command);
    await command.send();
  }

  const acts: Record<string, (life: Life, device: Device) => Promise<unknown>> = {
    save: (_, device) => device.save(random),
    saveAll: (_, device) => device.saveAll(),
    repeatSave: (_, device) => device.repeatSave(random),
    burst: (_, device) => Promise.all([device.save(random), device.save(random), device.repeatSave(random)]),
    start: (_, device) => device.start(),
    continue: (_, device) => device.resume('continue'),
    restart: (_, device) => device.resume('restart'),
    end: (_, device) => device.end(),
    decline: (_, device) => device.decline(),
    decide: (life) => byHr(life, 'decide'),
    undo: (life) => byHr(life, 'undo'),
    /** Whatever was asked before may be asked again, as it was. */
    repeat: async ({ history }) => (history.commands.length > 0 ? random.pick(history.commands).send() : undefined),
    async look(life, device) {
      const version = await device.look();
      if (version === undefined) return;
      if (version < life.version) problems.push(`version ${version} after ${life.version}`);
      life.version = version;
    },
  };
  const weights = {
    save: 4,
    saveAll: 4,
    repeatSave: 2,
    burst: 2,
    start: 1,
    continue: 2,
    restart: 0.7,
    end: 5,
    decline: 0.2,
    decide: 3,
    undo: 1,
    repeat: 2,
    look: 2,
  };
  const act = () => {
    const life = random.pick(lives);
    return acts[random.weighted(weights)]?.(life, random.pick(life.devices));
  };

  for (const { devices } of lives) await devices[0]?.start();
  for (let step = 0; step < steps; step += 1) {
    if (random.chance(0.25)) breakSomething(world, random, trace);
    await (random.chance(0.3) ? Promise.all([act(), act(), world.sweep()]) : act());
    if (random.chance(0.25)) {
      const turn = random.pick(random.chance(0.8) ? turns.slice(0, 4) : turns);
      trace.push(`clock ${turn}`);
      world.clock.advance(turn);
      if (random.chance(0.7)) await world.sweep();
    }
    if (random.chance(0.15)) await world.idle();
  }

  world.dynamo.faults.clear();
  world.queue.faults.clear();
  await world.turn('PT2M');
  problems.push(...(await problemsOf(world.table, world.clock.now())));
  await world.turn('P4D');
  problems.push(...(await problemsOf(world.table, world.clock.now())));
  for (const { invited, history } of lives) problems.push(...(await problemsOfHistory(world, invited, history)));
  for (const queue of ['evaluate-dead', 'deliver-dead']) {
    const { visible } = world.queue.store.counts(queue);
    if (visible > 0) problems.push(`${visible} jobs in ${queue}`);
    world.queue.store.purge(queue);
  }
  const seen = lives.flatMap(({ history }) => [
    ...history.saves.map(({ code }) => `save ${code}`),
    ...history.commands.flatMap(({ name, answers }) =>
      answers.map((answer) => `${name} ${answer.ok ? (answer.value as { status: string }).status : answer.code}`),
    ),
  ]);
  return { problems, trace, seen };
}

/** Few enough at a time that the store's own client can wait them out, or not. */
function breakSomething({ dynamo, queue }: TestWorld, random: Random, trace: string[]): void {
  const kind = random.weighted({ conflict: 4, lostReply: 4, throttle: 0.5, duplicate: 2 });
  trace.push(`fault ${kind}`);
  if (kind === 'duplicate') queue.store.duplicate(2);
  else dynamo.faults.add({ kind, next: kind === 'throttle' ? 1 : 1 + random.below(4), after: random.below(3) });
}
