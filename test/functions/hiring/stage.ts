import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoCredits } from '#functions/adapters/dynamo/credits.ts';
import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dynamoInbox } from '#functions/adapters/dynamo/inbox.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoRequests } from '#functions/adapters/dynamo/requests.ts';
import { dynamoRequisitions } from '#functions/adapters/dynamo/requisitions.ts';
import { dynamoSlots } from '#functions/adapters/dynamo/slots.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Copies, Interviews, Requests } from '#functions/ports.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import type { Settings } from '#shared/settings.ts';
import { changeOf, consents, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { company, personNo, position, recruiter, requisition } from '#test/functions/booking/people.ts';
import { createStage } from '#test/functions/booking/stage.ts';

/** At ten there. */
const monday = new Date('2027-03-01T02:00:00.000Z');

type Flaky = { copies: Copies; requests: Requests; requisitions: Requisitions };

/**
 * Openings with so many vacancies and people on their way through them, over the real store, at ten on a working day.
 * `wrapped`: what the reaction and the sweep use, to let them die; `mistaken`: where steps are written.
 */
export async function startHiringStage(
  settings: Partial<Settings> = {},
  wrapped: (ports: Flaky) => Flaky = (p) => p,
  mistaken: (interviews: Interviews) => Interviews = (p) => p,
) {
  const store = await startInterviewStore({ start: monday });
  const { clock, table, operations } = store;
  const interviews = mistaken(store.interviews);
  const sound = {
    copies: dynamoCopies(table),
    requests: dynamoRequests(table),
    requisitions: dynamoRequisitions(table),
  };
  const ports = {
    interviews,
    operations,
    due: dynamoDue(table),
    slots: dynamoSlots(table),
    deliveries: dynamoDeliveries(table),
    inbox: dynamoInbox(table),
    credits: dynamoCredits(table),
    ...wrapped(sound),
  };
  const stage = createStage(ports, clock, settings);
  let made = 0;
  const next = () => {
    made += 1;
    return String(made).padStart(6, '0');
  };

  async function opening(vacancies: number): Promise<string> {
    const requisitionId = `req_hiring${next()}`;
    const Item = { ...keys.requisition(company, requisitionId), ...requisition, requisitionId, vacancies };
    await table.send(new PutCommand({ TableName: table.name, Item }));
    return requisitionId;
  }

  async function step(before: InterviewState | undefined, command: InterviewCommand): Promise<InterviewState> {
    const change = changeOf(before, command, clock.now());
    const done = await interviews.commit({ ...change, company });
    if (!done.ok) throw new Error(`not done: ${done.error.kind}`);
    return change.after;
  }

  async function invited(requisitionId: string): Promise<InterviewState> {
    const n = next();
    const person = personNo(Number(n));
    stage.people.set(person.candidateId, person);
    return step(undefined, {
      type: 'invite',
      by: recruiter.userId,
      interviewId: `itv_hiring${n}`,
      applicationId: `app_hiring${n}`,
      candidateId: person.candidateId,
      requisitionId,
      positionId: position.positionId,
      terms: freezeTerms(position.plan, stage.settings, clock.now()),
    });
  }

  /** Ended with enough; the report is still awaited. */
  async function submitted(requisitionId: string): Promise<InterviewState> {
    const state = await invited(requisitionId);
    const started = await step(state, { type: 'start', by: state.candidateId, consents });
    const answer = { sent: ['x'], typing: '', done: true };
    const contents = Object.fromEntries(state.terms.questionIds.map((id) => [id, answer]));
    return step(started, { type: 'end', by: state.candidateId, contents, activeAt: clock.now().toISOString() });
  }

  /** One request of HR's, as the router would hand it over. */
  const hr = <P extends object, I extends object>(params: P, input: I) => ({
    actor: { role: 'recruiter' as const, company, userId: recruiter.userId },
    params,
    query: {},
    input: { operationId: `operation-${next()}`, ...input },
    bodyHash: JSON.stringify(input),
  });
  const candidate = <I extends object>(state: InterviewState, input: I) =>
    stage.by(state, { operationId: `operation-${next()}`, ...input });

  /** The stream, the minute's tick and the queue have come to everything, more than once. */
  async function settle(...all: InterviewState[]) {
    for (let round = 0; round < 3; round += 1) {
      for (const { interviewId } of all) await stage.react(interviewId);
      await stage.tick();
      await stage.deliverAll();
    }
  }
  const said = ({ interviewId }: InterviewState, kind: string) =>
    stage.fake.handed.filter(({ job }) => job?.interviewId === interviewId && job.kind === kind);
  return { ...stage, store, clock, table, sound, opening, invited, submitted, hr, candidate, settle, said, company };
}
export type HiringStage = Awaited<ReturnType<typeof startHiringStage>>;
