import type { DraftContent } from '#shared/interview/draft.ts';
import { contentOf } from './claims.ts';
import { beginLife, startOn } from './life.ts';
import type { FaultOf } from './network.ts';
import type { Lane, Stage } from './stage.ts';
import { endsOf } from './truth.ts';

/**
 * The same interview every time, with everything in it, and one thing that goes wrong: a request (`faultOf`), or the app,
 * killed after step `killAfter`.
 */
export async function liveWhole(stage: Stage, lane: Lane, faultOf: FaultOf, killAfter?: number) {
  const life = await beginLife(stage, lane, 1, () => faultOf);
  const { timeline, interviewId, note } = life;
  const phone = life.newPhone();
  life.breakNetwork(true);
  await startOn(life, phone, interviewId);
  const steps: [string, () => unknown][] = [
    ['say', () => phone.say('qone', [1, 2])],
    ['say', () => phone.say('qone', [3])],
    ['stop', () => phone.stop()],
    ['finish', () => phone.finish('qone')],
    ['type', () => phone.type('qtwo', 'first;')],
    ['wait', () => timeline.pass(20)],
    ['finish', () => phone.finish('qtwo')],
    ['type', () => phone.type('qtwo', 'second;')],
    ['wait', () => timeline.pass(900)],
    ['finish', () => phone.finish('qtwo')],
    ['type', () => phone.type('qthree', 'not sent;')],
    ['wait', () => timeline.pass(20)],
    ['end', () => phone.confirmEnd()],
    ['wait', () => timeline.pass(150)],
  ];
  for (const [n, [name, step]] of steps.entries()) {
    note(name);
    await step();
    await phone.attend(() => 'continue');
    await life.look();
    if (n !== killAfter) continue;
    note('killed');
    phone.kill();
    await phone.attend(() => 'continue');
  }
  const carried = life.network.carried();
  await life.conclude();
  const problems = await life.problems();
  const truth = await life.truth();
  if (endsOf(truth).length !== 1) problems.push(`${endsOf(truth).length} ends`);
  const words = ({ sent, typing }: DraftContent) =>
    [...sent.map((one) => (typeof one === 'string' ? one : one.clipId)), typing].join('');
  const said = [...phone.words(), ...phone.spoken.keys()];
  const kept = ['qone', 'qtwo', 'qthree'].map((id) => words(contentOf(truth, id))).join('');
  for (const one of said) if (!kept.includes(one)) problems.push(`${one} is not in the end`);
  return { problems, trace: life.trace, requests: carried, steps: steps.length };
}
