import { seeded } from '#shared/seeded.ts';

/**
 * What the proxy can do to a request.
 * `throttle`: refused, nothing written. `conflict`: refused as a transaction conflict, nothing written.
 * `lostReply`: carried out, then the connection is cut. `delay`: carried out after `delayMs`.
 */
export type FaultKind = 'throttle' | 'conflict' | 'lostReply' | 'delay';

/**
 * One of `next` (the next N matching requests) or `probability` (0..1, from a seeded generator); neither means every one.
 * `operations` are names like `UpdateItem`; by default writes, for `throttle` and `delay` reads too. `after` lets that
 * many matching requests pass first. `position` says which item of a transaction conflicts (default the first).
 */
export type FaultRule = {
  kind: FaultKind;
  next?: number;
  probability?: number;
  operations?: readonly string[];
  after?: number;
  delayMs?: number;
  position?: number;
};

export type Faults = {
  /** Returns the way to take the rule away. The first rule that fires decides; delays add up. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** Whether there is any rule, fired or not. */
  stand(): boolean;
  /** Starts the generator again, so that a run with probabilities can be repeated. */
  seed(seed: number): void;
  /** How often each kind has fired since the start or the last `clear`. */
  counts(): Record<FaultKind, number>;
};

export type FiredFaults = { delayMs: number; rule: FaultRule | undefined };

const reads = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'];
const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];

export const isWrite = (operation: string) => writes.includes(operation);
export const isRead = (operation: string) => reads.includes(operation);

export function createFaults(seed = 1): Faults & { fire(operation: string): FiredFaults } {
  let random = seeded(seed);
  let rules: { rule: FaultRule; matched: number; fired: number }[] = [];
  const none = () => ({ throttle: 0, conflict: 0, lostReply: 0, delay: 0 });
  let counts: Record<FaultKind, number> = none();

  function fires(entry: (typeof rules)[number], operation: string): boolean {
    const { rule } = entry;
    if (!matches(rule, operation)) return false;
    entry.matched += 1;
    if (entry.matched <= (rule.after ?? 0)) return false;
    if (rule.next !== undefined && entry.fired >= rule.next) return false;
    if (rule.probability !== undefined && random() >= rule.probability) return false;
    entry.fired += 1;
    counts[rule.kind] += 1;
    return true;
  }

  return {
    add(rule) {
      const entry = { rule, matched: 0, fired: 0 };
      rules.push(entry);
      return () => {
        rules = rules.filter((other) => other !== entry);
      };
    },
    stand: () => rules.length > 0,
    clear() {
      rules = [];
      counts = none();
    },
    seed(value) {
      random = seeded(value);
    },
    counts: () => ({ ...counts }),
    fire(operation) {
      const fired: FiredFaults = { delayMs: 0, rule: undefined };
      for (const entry of rules) {
        if (fired.rule && entry.rule.kind !== 'delay') continue;
        if (!fires(entry, operation)) continue;
        if (entry.rule.kind === 'delay') fired.delayMs += entry.rule.delayMs ?? 100;
        else fired.rule = entry.rule;
      }
      return fired;
    },
  };
}

function matches(rule: FaultRule, operation: string): boolean {
  if (rule.operations) return rule.operations.includes(operation);
  if (isWrite(operation)) return true;
  return isRead(operation) && (rule.kind === 'throttle' || rule.kind === 'delay');
}

/** The body and error name that DynamoDB answers with; `items` is the number of items in the transaction. */
export function faultReply(rule: FaultRule, operation: string, items: number): { name: string; body: string } {
  const namespace = 'com.amazonaws.dynamodb.v20120810';
  const reply = (name: string, more: Record<string, unknown>) => ({
    name,
    body: JSON.stringify({ __type: `${namespace}#${name}`, ...more }),
  });
  const transaction = operation.startsWith('Transact');
  if (rule.kind === 'throttle') {
    const message =
      'The level of configured provisioned throughput for the table was exceeded. ' +
      'Consider increasing your provisioning level with the UpdateTable API.';
    if (!transaction) return reply('ProvisionedThroughputExceededException', { message });
    return reply('ThrottlingException', { message: 'Throughput exceeds the current capacity of your table or index.' });
  }
  if (!transaction) return reply('TransactionConflictException', { message: 'Transaction is ongoing for the item' });
  const conflicting = Math.min(rule.position ?? 0, Math.max(items - 1, 0));
  const reasons = Array.from({ length: Math.max(items, 1) }, (_, at) =>
    at === conflicting
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  );
  const codes = reasons.map((reason) => reason.Code).join(', ');
  return reply('TransactionCanceledException', {
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons,
  });
}
