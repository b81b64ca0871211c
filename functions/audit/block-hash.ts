import { createHash } from 'node:crypto';
import type { AuditBlock, AuditRecord, Sealing } from '#functions/ports/audit.ts';

/** Before the first block. */
export const noHash = '0'.repeat(64);

const fields = ['id', 'at', 'operation', 'does', 'role', 'by', 'outcome', 'candidates', 'interviews'] as const;
const said = (record: AuditRecord) => fields.map((field) => record[field]);

/** SHA-256 over the block before, and every field of every record in its order. */
export const hashOf = ({ n, day, at, records, prev }: Omit<AuditBlock, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([prev, n, day, at, records.map(said)]))
    .digest('hex');

export const sealing: Sealing = { hashOf, noHash };
