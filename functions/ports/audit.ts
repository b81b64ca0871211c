import type { OperationId } from '#shared/contract/routes.ts';

/** Who saw or changed whose data. Ids, codes and an instant; nothing that a person said or is called. */
export type AuditRecord = {
  id: string;
  at: string;
  operation: OperationId;
  does: 'reads' | 'writes';
  role: string;
  by: string;
  /** `ok`, or the code by which it was refused. */
  outcome: string;
  candidates: string[];
  interviews: string[];
};

/** `hash` is over everything before it, and over the hash of the block before. */
export type AuditBlock = { n: number; day: string; at: string; records: AuditRecord[]; prev: string; hash: string };
/** How a block is sealed. */
export type Sealing = { hashOf(block: Omit<AuditBlock, 'hash'>): string; noHash: string };
export type AuditHead = { n: number; hash: string; firstDay: string; day: string };

/** The end of a chain as it was noted outside of the table: on that day its last block was this one. */
export type Anchor = { day: string; n: number; hash: string; at: string };
export type Anchors = {
  /** Once a company and day, and for good; the same day again changes nothing. */
  keep(company: string, anchor: Anchor): Promise<void>;
  /** In the order of their days. */
  all(company: string): Promise<Anchor[]>;
};

export type AuditPage = { records: (AuditRecord & { block: number })[]; cursor: string | null };
export type AuditWanted = {
  by?: string | undefined;
  candidate?: string | undefined;
  operation?: string | undefined;
  /** YYYY-MM-DD, in UTC. */
  day?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

export type Audit = {
  /** Kept at once, by itself; it is chained later. The same record again is the same. */
  note(company: string, record: AuditRecord): Promise<void>;
  /** Whose these interviews and applications are, as far as it can still be said. */
  whose(company: string, ids: { interviews: string[]; applications: string[] }): Promise<string[]>;
  /** Chains what was noted, in its order. How many there were. */
  chain(company: string): Promise<number>;
  /** Companies in which something may wait to be chained. */
  due(now: Date): Promise<string[]>;
  putOff(company: string, to: string): Promise<void>;
  head(company: string): Promise<AuditHead | undefined>;
  /** The blocks of a day from a number on, in their order. */
  blocks(company: string, day: string, from: number, limit: number): Promise<AuditBlock[]>;
  search(company: string, wanted: AuditWanted): Promise<AuditPage>;
};
