/**
 * `slowDown`: refused with 503, nothing done. `cutUpload`: the connection breaks after `afterBytes` of the body, nothing
 * is stored. `lostReply`: carried out, then the connection is cut.
 */
export type S3FaultKind = 'slowDown' | 'cutUpload' | 'lostReply';

/** Hits the next `next` (default 1) requests whose method is among `methods` (default any that is no GET or HEAD). */
export type S3FaultRule = { kind: S3FaultKind; next?: number; methods?: readonly string[]; afterBytes?: number };

export type S3Faults = {
  add(rule: S3FaultRule): () => void;
  clear(): void;
  counts(): Record<S3FaultKind, number>;
};

export function createS3Faults(): S3Faults & { fire(method: string): S3FaultRule | undefined } {
  let rules: { rule: S3FaultRule; left: number }[] = [];
  const none = () => ({ slowDown: 0, cutUpload: 0, lostReply: 0 });
  let counts: Record<S3FaultKind, number> = none();
  return {
    add(rule) {
      const entry = { rule, left: rule.next ?? 1 };
      rules.push(entry);
      return () => {
        rules = rules.filter((other) => other !== entry);
      };
    },
    clear() {
      rules = [];
      counts = none();
    },
    counts: () => ({ ...counts }),
    fire(method) {
      const entry = rules.find(
        ({ rule, left }) => left > 0 && (rule.methods ?? ['PUT', 'POST', 'DELETE']).includes(method),
      );
      if (!entry) return undefined;
      entry.left -= 1;
      counts[entry.rule.kind] += 1;
      return entry.rule;
    },
  };
}
