import * as z from 'zod';
import type { BankVersion, Positions, PositionWrite, PositionWritten } from '#functions/ports/positions.ts';
import type { Operation } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { versionKinds } from '#shared/organisation/position/version-kinds.ts';
import { positionSchema } from '#shared/organisation/records.ts';
import { withDepartments } from './departments.ts';
import { keys } from './keys.ts';
import { list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const daySeconds = 86_400;

const versionSchema = z.object({
  version: z.number().int(),
  kind: z.enum(versionKinds),
  at: z.string().nullable(),
  by: z.string().nullable(),
  acknowledged: z.boolean(),
  position: positionSchema,
});

export const dynamoPositions = (table: Table): Positions => {
  const latest = (company: string, positionId: string, limit: number) =>
    list(table, keys.positionVersion(company, positionId), versionSchema, { backwards: true, limit });
  return {
    all: async (company) =>
      withDepartments(table, company, await list(table, keys.position(company, ''), positionSchema)),
    versions: (company, pos) => list(table, keys.positionVersion(company, pos), versionSchema),
    latest,
    newest: async (company, pos) => (await latest(company, pos, 1))[0],
    write: (company, write) => written(table, [...positionWrites(company, write), ...rest(table, company, write)]),
  };
};

/** Refused conditions by name: the operation's before what it was to change. */
export async function written(table: Table, writes: Write[]): Promise<PositionWritten> {
  const outcome = await transactPatiently(table, writes);
  if (outcome.committed) return 'written';
  return outcome.failed.includes('operation') ? 'operation_exists' : 'conflict';
}

function positionWrites(company: string, { before, made, first }: PositionWrite): Write[] {
  const { positionId } = made.position;
  return [
    {
      on: 'position',
      Put: {
        Item: { ...keys.position(company, positionId), ...made.position },
        ...(before === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#plan.#version = :before',
              ExpressionAttributeNames: { '#plan': 'plan', '#version': 'version' },
              ExpressionAttributeValues: { ':before': before.plan.version },
            }),
      },
    },
    ...[made, ...(first === undefined ? [] : [first])].map(
      (one): Write => ({
        on: 'version',
        Put: {
          Item: { ...keys.positionVersion(company, positionId, one.version), ...one },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }),
    ),
  ];
}

const rest = (table: Table, company: string, { bank, operation }: PositionWrite): Write[] => [
  ...(bank === undefined ? [] : bankWrites(company, bank)),
  ...(operation === undefined ? [] : [operationWrite(table, company, operation)]),
];

/** The newest stands in the list of all; every one beside its question. */
export const bankWrites = (company: string, bank: BankVersion): Write[] => [
  {
    on: 'bank',
    Put: {
      Item: { ...keys.bankQuestion(company, bank.bankId), ...bank },
      ...(bank.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': bank.version - 1 },
          }),
    },
  },
  { on: 'bankVersion', Put: { Item: { ...keys.bankVersion(company, bank.bankId, bank.version), ...bank } } },
];

export function operationWrite(table: Table, company: string, operation: Operation): Write {
  const expires = Math.floor(table.clock.now().getTime() / 1000) + limits.operationDays * daySeconds;
  return {
    on: 'operation',
    Put: {
      Item: { ...keys.operation(company, operation.id), ...operation, expires },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}
