import { book } from '#functions/booking/book.ts';
import { confirm } from '#functions/booking/confirm.ts';
import { explain } from '#functions/booking/explain.ts';
import { decline } from '#functions/interview/decline.ts';
import { nothingMore, perform } from '#functions/interview/perform.ts';
import { start } from '#functions/interview/start.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { slotIdAt } from '#shared/schedule/slots.ts';
import type { Mode } from '#test/functions/booking/fake-messengers.ts';
import { company, recruiter } from '#test/functions/booking/people.ts';
import type { Act, Fleet } from './fleet.ts';
import { hour, minute, up } from './times.ts';

const prechecks = [['network'], []] as const satisfies Extract<InterviewCommand, { type: 'precheck' }>['failed'][];

/** Something happens: to the providers, to us, to the slots, or by a candidate or HR. */
export async function act(fleet: Fleet, { interviewId, what }: Act): Promise<void> {
  const { stage, random, memory, seen, outage, say, now, plan, changed } = fleet;
  if (what === 'fault') {
    const channel = random.pick(['wechat', 'sms', 'email', 'wecom', 'codes'] as const);
    const mode = random.pick(['down', 'refused', 'unknown', 'down'] as const) satisfies Mode;
    stage.fake.modes[channel] = mode;
    seen.add(`${channel} ${mode}`);
    say(`${channel} is ${mode}`);
    plan({ at: up(now() + random.pick([20, 90, 600, 2000]) * minute), interviewId: '', what: 'heal' });
    return;
  }
  if (what === 'heal') {
    stage.fake.heal();
    return say('healed');
  }
  if (what === 'outage') {
    outage.until = now() + random.pick([3, 5, 14]) * hour;
    seen.add('outage');
    return say('outage');
  }
  if (what === 'close') {
    const slot = random.pick([...memory.slots.values()]);
    await memory.ports.slots.change(company, slot, { capacity: Math.max(1, slot.holders.length), open: false });
    seen.add('slot closed');
    return say(`closed ${slot.startsAt}`);
  }
  const state = memory.states.get(interviewId);
  if (state === undefined) return;
  const answer = await person(fleet, state, what);
  seen.add(`${what} ${answer}`);
  say(`${interviewId} ${what} → ${answer}`);
  changed(interviewId);
}

async function command({ stage }: Fleet, interviewId: string, wanted: InterviewCommand): Promise<string> {
  const base = { company, interviewId, mayAct: () => true, answer: nothingMore };
  const done = await perform(stage.deps, { ...base, prepare: async () => ({ command: wanted }) });
  return done.ok ? 'ok' : done.error.code;
}

async function person(fleet: Fleet, state: InterviewState, what: string): Promise<string> {
  const { stage, random, memory, problems, now, plan } = fleet;
  const { interviewId } = state;
  const operationId = fleet.nextOperation();
  const code = (done: { ok: boolean; error?: { code: string } }) => (done.ok ? 'ok' : (done.error?.code ?? ''));
  switch (what) {
    case 'book':
    case 'again': {
      const asked = state.terms.appointment?.asked === true;
      const slot = random.pick([...memory.slots.values()].map(({ slotId }) => slotId));
      const slotId = asked ? (random.chance(0.03) ? slotIdAt(new Date(now() - hour)) : slot) : null;
      const send = () => book(stage.deps, stage.by(state, { operationId, slotId }));
      if (what === 'book') return code(await send());
      // Tapped twice, and its rival at the same time.
      const [one, two] = await Promise.all([send(), send()]);
      if (code(one) !== code(two)) problems.push(`${interviewId} ${operationId}: ${code(one)} and ${code(two)}`);
      return code(one);
    }
    case 'confirm':
      return code(await confirm(stage.deps, stage.by(state, { operationId })));
    case 'start': {
      const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
      // Mostly when it may be entered: somebody who has a time comes at that time.
      const at = state.appointment?.startsAt;
      if (at !== undefined && Date.parse(at) > now() && random.chance(0.7)) {
        plan({ at: Date.parse(at) + random.below(14) * minute, interviewId, what: 'start' });
        return 'waits';
      }
      return code(await start(stage.deps, stage.by(state, { operationId, consents })));
    }
    case 'withdraw':
      return code(await decline(stage.deps, stage.by(state, { operationId, reason: 'withdrawn' as const })));
    case 'explain':
      return code(await explain(stage.deps, stage.by(state, { operationId, reason: 'forgot' as const })));
    case 'precheck':
      return command(fleet, interviewId, {
        type: 'precheck',
        by: state.candidateId,
        failed: [...random.pick(prechecks)],
      });
    case 'help':
    case 'contest': {
      const kind = what === 'help' ? 'help' : 'no_show';
      const ticket = { ticketId: `tkt_${operationId}`, kind, category: 'technical' } as const;
      return command(fleet, interviewId, { type: 'openTicket', by: state.candidateId, ...ticket });
    }
    case 'helped':
    case 'uphold': {
      const kind = what === 'helped' ? 'help' : 'no_show';
      const open = state.tickets.find((one) => one.kind === kind && one.closedAt === null);
      if (open === undefined) return 'nothing';
      const resolution = kind === 'help' ? ('resolved' as const) : ('granted' as const);
      const fault = random.pick(['ours', 'none'] as const);
      return command(fleet, interviewId, {
        type: 'closeTicket',
        by: recruiter.userId,
        ticketId: open.ticketId,
        resolution,
        fault,
      });
    }
    case 'extend':
      return command(fleet, interviewId, {
        type: 'extend',
        by: recruiter.userId,
        reason: 'asked',
        hours: random.pick([2, 24]),
      });
    default:
      throw new Error(what);
  }
}
