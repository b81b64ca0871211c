import { isDeepStrictEqual } from 'node:util';
import type {
  Change,
  Copies,
  Credits,
  Deliveries,
  Delivery,
  Due,
  DueRef,
  Inbox,
  InboxMessage,
  Interviews,
  Operation,
  Operations,
  Requests,
  Slots,
  StoredCopy,
} from '#functions/ports.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { ok, refuse } from '#shared/result.ts';
import type { Slot } from '#shared/schedule/slots.ts';

const notHere = () => Promise.reject(new Error('not part of a fleet'));

/** The store's ports without a store: a hundred times as fast, so a fleet can have many seeds. Of one company. */
export function createMemory() {
  const states = new Map<string, InterviewState>();
  const histories = new Map<string, Recorded[]>();
  const found = new Map<string, Operation>();
  const dues = new Map<string, DueRef & { failures: number }>();
  const slots = new Map<string, Slot>();
  const sent = new Map<string, Map<string, Delivery>>();
  const messages = new Map<string, Map<string, InboxMessage>>();
  const credit = new Map<string, number>();
  const copies = new Map<string, StoredCopy>();
  const marks = new Map<string, number>();
  const dueKey = (itv: string, kind: string) => `${itv}#${kind}`;
  const historyOf = (itv: string) => histories.get(itv) ?? [];

  function commit({ company, before, after, events, due, operation, slots: places }: Change) {
    const itv = after.interviewId;
    if (operation && found.has(operation.id)) return refuse({ kind: 'operation_exists' as const });
    if (states.get(itv)?.version !== before?.version) return refuse({ kind: 'conflict' as const });
    const taken = places?.take && slots.get(places.take.slotId);
    if (places?.take && (!taken?.open || taken.holders.length >= taken.capacity)) {
      return refuse({ kind: 'slot_full' as const });
    }
    states.set(itv, after);
    const first = (before?.version ?? 0) + 1;
    histories.set(itv, [...historyOf(itv), ...events.map((event, i) => ({ version: first + i, event }))]);
    for (const { kind } of due.clear) dues.delete(dueKey(itv, kind));
    for (const { kind, at } of due.set) {
      dues.set(dueKey(itv, kind), { company, interviewId: itv, kind, at, failures: 0 });
    }
    if (operation) found.set(operation.id, operation);
    if (taken) taken.holders = [...new Set([...taken.holders, itv])];
    const freed = places?.release && slots.get(places.release.slotId);
    if (freed) freed.holders = freed.holders.filter((holder) => holder !== itv);
    return ok(undefined);
  }

  const interviews: Interviews = {
    load: async (_, itv) => states.get(itv),
    history: async (_, itv) => historyOf(itv),
    commit: async (change) => commit(change),
    drafts: async () => [],
    beside: async () => [],
    notes: async () => [],
    putNote: async () => true,
    report: async () => undefined,
    ofCandidate: async () => [],
    plan: notHere,
    saveDraft: notHere,
  };
  const operations: Operations = { find: async (_, id) => found.get(id) };
  const due: Due = {
    async before(now, limit, after = []) {
      const had = new Set(after.map(({ interviewId, kind }) => dueKey(interviewId, kind)));
      return [...dues.values()]
        .filter((one) => one.at <= now.toISOString() && !had.has(dueKey(one.interviewId, one.kind)))
        .sort((a, b) => a.at.localeCompare(b.at))
        .slice(0, limit)
        .map(({ failures: _, ...ref }) => ref);
    },
    async fail({ interviewId, kind }) {
      const one = dues.get(dueKey(interviewId, kind));
      if (one === undefined) throw new Error('gone');
      one.failures += 1;
      return one.failures;
    },
    async settle({ interviewId, kind, at }, moveTo) {
      const one = dues.get(dueKey(interviewId, kind));
      if (one?.at !== at) return;
      if (moveTo === undefined) dues.delete(dueKey(interviewId, kind));
      else one.at = moveTo;
    },
  };
  const slotPort: Slots = {
    async from(_, positionId, instant, limit = 500) {
      return [...slots.values()]
        .filter((slot) => slot.positionId === positionId && slot.startsAt >= instant)
        .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
        .slice(0, limit)
        .map((slot) => ({ ...slot, holders: [...slot.holders] }));
    },
    async offer(_, all) {
      for (const slot of all) if (!slots.has(slot.slotId)) slots.set(slot.slotId, { ...slot });
    },
    async change(_, { slotId }, { capacity, open }) {
      const slot = slots.get(slotId);
      if (slot === undefined) return 'absent';
      if (slot.holders.length > capacity) return 'too_few';
      Object.assign(slot, { capacity, open });
      return 'changed';
    },
  };
  const deliveriesOf = (itv: string) => sent.get(itv) ?? new Map<string, Delivery>();
  const deliveryKey = ({ kind, generation, channel }: Delivery) => `${kind}#${generation}#${channel}`;
  const deliveries: Deliveries = {
    async claim(_, itv, delivery) {
      const own = deliveriesOf(itv);
      const there = own.get(deliveryKey(delivery));
      if (there !== undefined && there.state !== 'unavailable') return false;
      sent.set(itv, own.set(deliveryKey(delivery), delivery));
      return true;
    },
    async settle(_, itv, delivery) {
      sent.set(itv, deliveriesOf(itv).set(deliveryKey(delivery), delivery));
    },
    ofInterview: async (_, itv) => [...deliveriesOf(itv).values()],
    receipt: async () => {},
  };
  const inboxOf = (cand: string) => messages.get(cand) ?? new Map<string, InboxMessage>();
  const inbox: Inbox = {
    async put(_, cand, message) {
      const own = inboxOf(cand);
      if (!own.has(message.messageId)) messages.set(cand, own.set(message.messageId, message));
    },
    all: async (_, cand) => [...inboxOf(cand).values()],
    async read(_, cand, messageId, at) {
      const one = inboxOf(cand).get(messageId);
      if (one?.readAt === null) one.readAt = at;
    },
  };
  const creditKey = (cand: string, kind: string) => `${cand}#${kind}`;
  const creditOf = (cand: string, kind: string) => credit.get(creditKey(cand, kind)) ?? 0;
  const credits: Credits = {
    async add(_, cand, kinds) {
      for (const kind of kinds) credit.set(creditKey(cand, kind), creditOf(cand, kind) + 1);
      return {};
    },
    confirm: notHere,
    left: async (_, cand, kind) => creditOf(cand, kind),
    async take(_, cand, kind) {
      if (creditOf(cand, kind) === 0) return false;
      credit.set(creditKey(cand, kind), creditOf(cand, kind) - 1);
      return true;
    },
    async giveBack(_, cand, kind) {
      credit.set(creditKey(cand, kind), creditOf(cand, kind) + 1);
    },
    async reset(_, cand, kind) {
      credit.set(creditKey(cand, kind), 0);
    },
  };
  const copyPort: Pick<Copies, 'read' | 'write'> = {
    read: async (_, { interviewId }) =>
      [...copies].filter(([key]) => key.startsWith(`${interviewId}#`)).map(([, copy]) => copy),
    async write({ copy, state, stored, value }) {
      const key = `${state.interviewId}#${copy}`;
      if (!isDeepStrictEqual(copies.get(key), stored)) return false;
      copies.set(key, { copy, version: state.version, status: state.status, value });
      return true;
    },
  };
  const requests: Requests = {
    upTo: async (_, itv) => marks.get(itv) ?? 0,
    async advance(_, itv, version) {
      marks.set(itv, Math.max(version, marks.get(itv) ?? 0));
    },
  };
  return {
    ports: {
      interviews,
      operations,
      due,
      slots: slotPort,
      deliveries,
      inbox,
      credits,
      requests,
      requisitions: {
        standing: async () => undefined,
        settle: async () => undefined,
        turn: notHere,
        untold: notHere,
        follow: notHere,
        told: notHere,
        holders: async () => [],
        reporter: async () => null,
        report: async () => undefined,
      },
      copies: {
        ...copyPort,
        lostRows: async () => [],
        putRows: notHere,
        progress: notHere,
        attention: notHere,
        application: notHere,
      },
    },
    /** When something is due next. */
    nextDue: () =>
      [...dues.values()].reduce<string | undefined>((a, { at }) => (a === undefined || at < a ? at : a), undefined),
    states,
    slots,
    historyOf,
  };
}
