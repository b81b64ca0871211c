import { calendarOf } from '#functions/adapters/email/calendar.ts';
import { type Delivered, type DeliverJob, deliver } from '#functions/delivery/deliver.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type {
  Clock,
  Copies,
  Credits,
  Deliveries,
  Due,
  Identities,
  Inbox,
  Interviews,
  Job,
  Operations,
  Requests,
  Slots,
  Tokens,
} from '#functions/ports.ts';
import { onChange } from '#functions/reactions/on-change.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import { limits } from '#shared/limits.ts';
import type { CalendarEntry } from '#shared/messaging/email.ts';
import type { Candidate } from '#shared/organisation/records.ts';
import { effectiveSettings, type Settings } from '#shared/settings.ts';
import { changeOf } from '#test/functions/adapters/dynamo/store.ts';
import { noFigures } from '#test/functions/figures-deps.ts';
import { quietChecks } from '#test/functions/sync/quiet-checks.ts';
import { fakeMessengers } from './fake-messengers.ts';
import { company, openidOf, owner, personNo, position, recruiter, requisition } from './people.ts';

type Ports = {
  interviews: Interviews;
  operations: Operations;
  due: Due;
  slots: Slots;
  deliveries: Deliveries;
  inbox: Inbox;
  credits: Credits;
  requests: Requests;
  copies: Copies;
  requisitions: Requisitions;
};
/** A job as a queue gives it out: again and again until it is done. */
type Queued = { job: DeliverJob; received: number; visibleAt: number };

/** As the deliver queue is declared. */
const visibilityMs = 360_000;
const mostReceives = 10;

/** The use cases of booking and reminding over some store, with providers that do what they are told and a queue by hand. */
export function createStage(ports: Ports, clock: Clock, companySettings: Partial<Settings> = {}, people0 = 0) {
  let made = people0;
  const people = new Map<string, Candidate>();
  const bound = new Set<string>();
  const fake = fakeMessengers(() => clock.now());
  const queued: Queued[] = [];
  const dead: DeliverJob[] = [];
  const outcomes: { job: DeliverJob; outcome: Delivered | 'failed'; at: Date }[] = [];
  const nobody = async () => undefined;
  const settings = effectiveSettings(companySettings);

  const directory = {
    company: async () => owner(companySettings),
    candidate: async (_: string, id: string) => people.get(id),
    position: async () => ({ ...position, settings: {} }),
    requisition: async () => requisition,
    staff: async () => recruiter,
    requisitions: async () => [requisition],
    candidates: async () => [...people.values()],
    applicants: async () => new Map<string, string>(),
  };
  const identities: Identities = {
    openidOf: async (_, id) => (bound.has(id) ? openidOf(id) : undefined),
    bindWechat: async () => 'ok',
    bindBrowser: async () => 'ok',
    bindProven: async () => {},
    unbind: async () => {},
    openidsOf: async () => [],
    byWechat: nobody,
    allByWechat: async () => [],
    byWecom: nobody,
  };
  const tokens: Tokens = {
    issueLink: async ({ interviewId }) => `link-of-${interviewId}`,
    issue: async () => ({ token: '', expiresAt: '' }),
    verify: async () => ({ ok: false, error: 'unauthenticated' }),
    renewable: async () => ({ ok: false, error: 'unauthenticated' }),
    verifyLink: async () => ({ ok: false, error: 'link_invalid' }),
  };
  const queue = {
    async send(jobs: Job[]) {
      for (const one of jobs) {
        if (one.queue !== 'deliver') continue;
        const { queue: _, ...job } = one;
        queued.push({ job, received: 0, visibleAt: clock.now().getTime() });
      }
    },
  };
  const deps = {
    figures: noFigures,
    outcomes: { newest: async () => undefined },
    ...ports,
    ...quietChecks,
    clock,
    directory,
    identities,
    tokens,
    queue,
    rules: { newest: async () => undefined },
    learning: { newest: nobody },
    calendarFile: async (entry: CalendarEntry) => calendarOf(entry, clock.now()).text,
    messengers: fake.messengers,
  };

  async function invite(
    more: {
      settings?: Partial<Settings>;
      mail?: boolean;
      wechat?: boolean;
      credits?: number;
      candidateId?: string;
    } = {},
  ) {
    made += 1;
    const n = String(made).padStart(6, '0');
    const person = people.get(more.candidateId ?? '') ?? personNo(made, more.mail ?? true);
    people.set(person.candidateId, person);
    if (more.wechat ?? true) bound.add(person.candidateId);
    for (let i = 0; i < (more.credits ?? 0); i += 1) {
      const operation = { id: `sub-${n}-${i}`, name: 'interview.subscribe', bodyHash: 'h', answer: {} };
      await ports.credits.add(company, person.candidateId, ['reminder', 'no_show', 'change'], operation);
    }
    const now = clock.now();
    const change = changeOf(
      undefined,
      {
        type: 'invite',
        by: recruiter.userId,
        interviewId: `itv_fleet${n}`,
        applicationId: `app_fleet${n}`,
        candidateId: person.candidateId,
        // Of one opening there is one interview for each person.
        requisitionId: more.candidateId === undefined ? requisition.requisitionId : `req_other${n}`,
        positionId: position.positionId,
        terms: freezeTerms(position.plan, { ...settings, ...more.settings }, now),
      },
      now,
    );
    const done = await ports.interviews.commit({ ...change, company });
    if (!done.ok) throw new Error(`not invited: ${done.error.kind}`);
    return change.after;
  }

  /** One request of the candidate, as the router would hand it over. */
  const by = <I extends object>({ candidateId, interviewId }: InterviewState, input: I) => ({
    actor: { role: 'candidate' as const, company, candidateId },
    params: { interviewId },
    query: {},
    input,
    bodyHash: JSON.stringify(input),
  });

  /** Gives one job out; what is not done comes back. */
  async function give(one: Queued): Promise<Delivered | 'failed'> {
    one.received += 1;
    const last = one.job.kind === 'reminder' && one.received >= limits.reminderTries;
    const outcome = await fake.doing(one.job, () => deliver(deps, one.job, last)).catch(() => 'failed' as const);
    outcomes.push({ job: one.job, outcome, at: clock.now() });
    if (outcome !== 'later' && outcome !== 'failed') return outcome;
    if (one.received >= mostReceives) dead.push(one.job);
    else queued.push({ ...one, visibleAt: clock.now().getTime() + visibilityMs });
    return outcome;
  }

  return {
    deps,
    settings,
    fake,
    queued,
    dead,
    outcomes,
    people,
    bound,
    invite,
    by,
    give,
    react: (interviewId: string) => onChange(deps, company, interviewId),
    tick: (
      onFailure: (error: unknown) => void = (error) => {
        throw error;
      },
    ) => sweep(deps, (_, error) => onFailure(error)),
    /** Everything in the queue that may be given out now, until there is no more. */
    async deliverAll() {
      for (;;) {
        const at = queued.findIndex(({ visibleAt }) => visibleAt <= clock.now().getTime());
        const [one] = at === -1 ? [] : queued.splice(at, 1);
        if (one === undefined) return;
        await give(one);
      }
    },
    load: async ({ interviewId }: { interviewId: string }) => {
      const state = await ports.interviews.load(company, interviewId);
      if (state === undefined) throw new Error('gone');
      return state;
    },
    types: async ({ interviewId }: { interviewId: string }) =>
      (await ports.interviews.history(company, interviewId)).map(({ event }) => event.type),
  };
}
export type Stage = ReturnType<typeof createStage>;
