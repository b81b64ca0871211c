import { isRead, isWrite } from './faults.ts';

/** DynamoDB's own consumed capacity: read units, write units, and requests with their units by operation name. */
export type Capacity = {
  read: number;
  write: number;
  byOperation: Record<string, { requests: number; units: number }>;
};

/** Counts from `start` until `stop`. Several meters may run at once. */
export type CapacityMeter = { start(): void; stop(): Capacity };

export type Metering = {
  meter(): CapacityMeter;
  /** The request body to send on: asks for the consumed capacity when a meter runs and the client did not ask. */
  ask(operation: string, body: Buffer): Buffer;
  record(operation: string, reply: Buffer): void;
};

export function createMetering(): Metering {
  const running = new Set<Capacity>();
  const metered = (operation: string) => running.size > 0 && (isRead(operation) || isWrite(operation));

  return {
    meter() {
      let counted = empty();
      return {
        start() {
          running.delete(counted);
          counted = empty();
          running.add(counted);
        },
        stop() {
          running.delete(counted);
          return counted;
        },
      };
    },
    ask(operation, body) {
      if (!metered(operation)) return body;
      const request = parseObject(body);
      const asked = request['ReturnConsumedCapacity'];
      if (asked !== undefined && asked !== 'NONE') return body;
      return Buffer.from(JSON.stringify({ ...request, ReturnConsumedCapacity: 'TOTAL' }));
    },
    record(operation, reply) {
      if (!metered(operation)) return;
      const consumed = parseObject(reply)['ConsumedCapacity'];
      const units = [consumed].flat().reduce<number>((sum, each) => sum + unitsOf(each), 0);
      for (const counted of running) {
        counted[isWrite(operation) ? 'write' : 'read'] += units;
        const before = counted.byOperation[operation] ?? { requests: 0, units: 0 };
        counted.byOperation[operation] = { requests: before.requests + 1, units: before.units + units };
      }
    },
  };
}

const empty = (): Capacity => ({ read: 0, write: 0, byOperation: {} });

function unitsOf(consumed: unknown): number {
  if (typeof consumed !== 'object' || consumed === null || !('CapacityUnits' in consumed)) return 0;
  return typeof consumed.CapacityUnits === 'number' ? consumed.CapacityUnits : 0;
}

function parseObject(json: Buffer): Record<string, unknown> {
  const value: unknown = JSON.parse(json.toString('utf8') || '{}');
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
