import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoCredits } from '#functions/adapters/dynamo/credits.ts';
import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { dynamoFigures } from '#functions/adapters/dynamo/figures.ts';
import { dynamoInbox } from '#functions/adapters/dynamo/inbox.ts';
import { dynamoRequests } from '#functions/adapters/dynamo/requests.ts';
import { dynamoRequisitions } from '#functions/adapters/dynamo/requisitions.ts';
import { dynamoSlots } from '#functions/adapters/dynamo/slots.ts';
import { book } from '#functions/booking/book.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { slotsOf } from '#shared/schedule/slots.ts';
import type { Settings } from '#shared/settings.ts';
import { startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { company, position } from './people.ts';
import { createStage } from './stage.ts';

/** The stage over the real store; its clock stands still until it is turned, at ten in the morning of a company's day. */
export async function startStoreStage(settings: Partial<Settings> = {}) {
  const store = await startInterviewStore();
  const { clock, table, interviews, operations } = store;
  const ports = {
    interviews,
    operations,
    due: dynamoDue(table),
    requisitions: dynamoRequisitions(table),
    slots: dynamoSlots(table),
    deliveries: dynamoDeliveries(table),
    inbox: dynamoInbox(table),
    credits: dynamoCredits(table),
    requests: dynamoRequests(table),
    copies: dynamoCopies(table),
    figures: dynamoFigures(table),
  };
  const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  clock.set(new Date(`${tomorrow}T02:00:00.000Z`));
  const stage = createStage(ports, clock, { booking: true, ...settings });
  let operation = 0;
  const newOperation = () => {
    operation += 1;
    return `operation-${String(operation).padStart(6, '0')}`;
  };
  /** A slot that begins so many minutes from now. */
  async function slotIn(minutes: number, capacity = 1) {
    const from = plusMinutes(clock.now().toISOString(), minutes);
    const [slot] = slotsOf({ positionId: position.positionId, from, to: plusMinutes(from, 30), minutes: 30, capacity });
    if (slot === undefined) throw new Error('no slot');
    await ports.slots.offer(company, [slot]);
    return slot;
  }
  const holders = async (slotId: string) =>
    (await ports.slots.from(company, position.positionId, '2020-01-01T00:00:00.000Z')).find(
      (one) => one.slotId === slotId,
    )?.holders;
  const bookFor = (state: InterviewState, slotId: string | null, operationId = newOperation()) =>
    book(stage.deps, stage.by(state, { operationId, slotId }));
  /** The stream and the queue have come to everything. */
  async function settle(...all: { interviewId: string }[]) {
    for (let round = 0; round < 3; round += 1) {
      for (const { interviewId } of all) await stage.react(interviewId);
      await stage.deliverAll();
    }
  }
  /** The minute's tick, and what comes of it. */
  async function tick(...all: { interviewId: string }[]) {
    await stage.tick();
    await settle(...all);
  }
  const said = (state: { interviewId: string }, kind: string) =>
    stage.fake.handed.filter(({ job }) => job?.interviewId === state.interviewId && job.kind === kind);
  return {
    ...stage,
    store,
    ports,
    clock,
    slotIn,
    holders,
    book: bookFor,
    newOperation,
    settle,
    said,
    minuteTick: tick,
  };
}
export type StoreStage = Awaited<ReturnType<typeof startStoreStage>>;
