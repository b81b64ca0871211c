import type { Dimension } from './names.ts';
import type { FactRow } from './rows.ts';

type Type = 'string' | 'int' | 'double' | 'boolean';
export type Column = { name: string; type: Type; of: (row: FactRow) => string | number | boolean | null };

const rowDimensions = [
  'source',
  'candidate_kind',
  'channel',
  'lead_time',
  'weekday',
  'hour',
  'device',
  'network',
  'version',
  'score_band',
] as const satisfies readonly Dimension[];

/**
 * The cases behind the figures as a table for questions that nobody foresaw: what a Parquet file of them holds, here and in
 * Athena. One row a case, without a name. `serverless/analytics.yml` says the same columns; a test holds the two together.
 */
export const columns: readonly Column[] = [
  { name: 'list', type: 'string', of: (row) => row.list },
  { name: 'day', type: 'string', of: (row) => row.day },
  { name: 'at', type: 'string', of: (row) => row.at },
  { name: 'n', type: 'int', of: (row) => row.n },
  { name: 'interview_id', type: 'string', of: (row) => row.interviewId },
  { name: 'requisition_id', type: 'string', of: (row) => row.requisitionId },
  { name: 'position_id', type: 'string', of: (row) => row.positionId },
  { name: 'invited_at', type: 'string', of: (row) => row.invitedAt },
  { name: 'status', type: 'string', of: (row) => row.status },
  { name: 'step', type: 'string', of: (row) => row.step },
  { name: 'lost', type: 'string', of: (row) => row.lost },
  { name: 'overall', type: 'double', of: (row) => row.overall },
  { name: 'outcome', type: 'string', of: (row) => row.outcome },
  { name: 'passed', type: 'boolean', of: (row) => row.passed },
  { name: 'decided_at', type: 'string', of: (row) => row.decidedAt },
  { name: 'hired_at', type: 'string', of: (row) => row.hiredAt },
  { name: 'joined_at', type: 'string', of: (row) => row.joinedAt },
  { name: 'missed', type: 'boolean', of: (row) => row.missed },
  { name: 'excuse', type: 'string', of: (row) => row.excuse },
  { name: 'reason', type: 'string', of: (row) => row.reason },
  { name: 'handled_minutes', type: 'double', of: (row) => row.handledMinutes },
  { name: 'trouble', type: 'boolean', of: (row) => row.trouble },
  { name: 'flow', type: 'int', of: (row) => row.stars?.flow ?? null },
  ...rowDimensions.map((name): Column => ({ name, type: 'string', of: (row) => row.dimensions[name] ?? null })),
];
