import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Organisation, TreeChange, Written } from '#functions/ports/organisation.ts';
import type { Requisition } from '#shared/organisation/records.ts';
import { departmentSchema, postSchema, staffSchema } from '#shared/organisation/records.ts';
import { keys } from './keys.ts';
import { operationWrite } from './positions.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const treeSchema = z.object({
  version: z.number().int(),
  lastImport: z
    .object({ at: z.string(), by: z.string(), from: z.enum(['wecom', 'file']) })
    .nullable()
    .default(null),
});
/** Of one transaction, well under the 100 that DynamoDB takes. */
const atOnce = 90;

export const dynamoOrganisation = (table: Table): Organisation => {
  const departments = (company: string) => list(table, keys.department(company, ''), departmentSchema);
  return {
    departments,
    async tree(company) {
      // The version first: whoever writes on it has read departments that are at least as new.
      const tree = await get(table, keys.tree(company), treeSchema);
      const all = await departments(company);
      return { version: tree?.version ?? 0, lastImport: tree?.lastImport ?? null, departments: all };
    },
    posts: (company) => list(table, keys.post(company, '', ''), postSchema),
    post: (company, dep, pos) => get(table, keys.post(company, dep, pos), postSchema),
    staff: (company) => list(table, keys.staff(company, ''), staffSchema),
    change: (company, change) => changeTree(table, company, change),
    putPost: (company, post, operation) =>
      written(table, [
        postWrite(company, post),
        ...placed(company, post.departmentId),
        operationWrite(table, company, operation),
      ]),
    putStaff: (company, { userId, awayUntil }, operation) =>
      written(table, [
        {
          on: 'staff',
          Update: {
            Key: keys.staff(company, userId),
            UpdateExpression: awayUntil === undefined ? 'REMOVE awayUntil' : 'SET awayUntil = :until',
            ConditionExpression: 'attribute_exists(pk)',
            ...(awayUntil !== undefined && { ExpressionAttributeValues: { ':until': awayUntil } }),
          },
        },
        operationWrite(table, company, operation),
      ]),
    async putRequisition(company, { before, after, tree, operation }) {
      const fewer = before !== undefined && after.vacancies < before.vacancies;
      const outcome = await transactPatiently(table, [
        requisitionWrite(company, before, after),
        ...(tree === null ? [] : [treeWrite(company, tree, undefined)]),
        ...(fewer ? [seatsCheck(company, after)] : []),
        operationWrite(table, company, operation),
      ]);
      if (outcome.committed) return 'written';
      const { failed } = outcome;
      if (failed.includes('operation')) return 'operation_exists';
      if (failed.includes('requisition')) return 'conflict';
      return failed.includes('seats') ? 'fewer' : 'moved';
    },
    async handOver(company, requisitionId, { from, to }) {
      try {
        await table.send(
          new UpdateCommand({
            TableName: table.name,
            Key: keys.requisition(company, requisitionId),
            UpdateExpression: 'SET ownerId = :to ADD #version :one',
            ConditionExpression: 'ownerId = :from',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':from': from, ':to': to, ':one': 1 },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    keep: (company, operation) => written(table, [operationWrite(table, company, operation)]),
    putCompany: (company, { before, after, operation }) =>
      written(table, [
        {
          on: 'company',
          Update: {
            Key: keys.company(company),
            UpdateExpression:
              'SET settings = :settings, contact = :contact, saved = :saved, savedBefore = :savedBefore',
            ConditionExpression:
              before.saved === undefined ? 'attribute_not_exists(saved)' : 'saved.#version = :before',
            ...(before.saved !== undefined && { ExpressionAttributeNames: { '#version': 'version' } }),
            ExpressionAttributeValues: {
              ':settings': after.settings,
              ':contact': after.contact,
              ':saved': after.saved,
              ':savedBefore': after.savedBefore ?? [],
              ...(before.saved !== undefined && { ':before': before.saved.version }),
            },
          },
        },
        operationWrite(table, company, operation),
      ]),
  };
};

async function written(table: Table, writes: Write[]): Promise<Written> {
  const outcome = await transactPatiently(table, writes);
  if (outcome.committed) return 'written';
  return outcome.failed.includes('operation') ? 'operation_exists' : 'conflict';
}

/** Each transaction holds on the version the one before it made; the operation is kept with the last one. */
async function changeTree(table: Table, company: string, change: TreeChange): Promise<Written> {
  const all: Write[] = [
    ...change.put.map((one): Write => {
      const Item = { ...keys.department(company, one.departmentId), ...one };
      return { on: 'department', Put: { Item } };
    }),
    ...change.remove.map((id): Write => ({ on: 'removed', Delete: { Key: keys.department(company, id) } })),
    ...change.posts.map((post) => postWrite(company, post)),
    ...change.staff.flatMap((one) => staffWrites(company, one)),
  ];
  for (let from = 0, version = change.before.version; ; from += atOnce, version += 1) {
    const last = from + atOnce >= all.length;
    const outcome = await written(table, [
      treeWrite(company, version, last ? change.lastImport : undefined),
      ...all.slice(from, from + atOnce),
      ...(last ? [operationWrite(table, company, change.operation)] : []),
    ]);
    if (last || outcome !== 'written') return outcome;
  }
}

const treeWrite = (company: string, version: number, lastImport: TreeChange['lastImport']): Write => ({
  on: 'tree',
  Update: {
    Key: keys.tree(company),
    UpdateExpression: `SET #version = :next${lastImport === undefined ? '' : ', lastImport = :import'}`,
    ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: {
      ':next': version + 1,
      ...(version > 0 && { ':version': version }),
      ...(lastImport !== undefined && { ':import': lastImport }),
    },
  },
});

/** In a department that is there, and that nobody removes meanwhile: the tree is another one now. */
const placed = (company: string, departmentId: string): Write[] => [
  {
    on: 'placed',
    ConditionCheck: {
      Key: keys.department(company, departmentId),
      ConditionExpression: 'attribute_exists(pk)',
    },
  },
  {
    on: 'tree',
    Update: {
      Key: keys.tree(company),
      UpdateExpression: 'ADD #version :one',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':one': 1 },
    },
  },
];

const postWrite = (company: string, post: TreeChange['posts'][number]): Write => ({
  on: 'post',
  Put: {
    Item: { ...keys.post(company, post.departmentId, post.positionId), ...post },
    ...versioned(post.version - 1),
  },
});

const requisitionWrite = (company: string, before: Requisition | undefined, after: Requisition): Write => ({
  on: 'requisition',
  Put: {
    Item: { ...keys.requisition(company, after.requisitionId), ...after },
    ...(before !== undefined && before.version === undefined
      ? {
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#version)',
          ExpressionAttributeNames: { '#version': 'version' },
        }
      : versioned(before?.version ?? 0)),
  },
});

/** 0: there is none yet. */
const versioned = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': version },
      };

/** As many seats as are taken stay. */
const seatsCheck = (company: string, { requisitionId, vacancies }: Requisition): Write => ({
  on: 'seats',
  ConditionCheck: {
    Key: keys.seats(company, requisitionId),
    ConditionExpression: 'attribute_not_exists(holders) OR size(holders) <= :vacancies',
    ExpressionAttributeValues: { ':vacancies': vacancies },
  },
});

/** What a directory knows of somebody. Their role, and whatever else they are here, stays. */
function staffWrites(company: string, { person, corpid }: TreeChange['staff'][number]): Write[] {
  const { userId, name, wecomUserId, departmentIds = [], goneAt } = person;
  if (corpid !== null) {
    return [
      {
        on: 'staff',
        Put: { Item: { ...keys.staff(company, userId), ...person }, ConditionExpression: 'attribute_not_exists(pk)' },
      },
      {
        on: 'identity',
        Put: {
          Item: { ...keys.wecomIdentity(corpid, wecomUserId), company, userId },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ];
  }
  return [
    {
      on: 'staff',
      Update: {
        Key: keys.staff(company, userId),
        UpdateExpression: `SET #name = :name, departmentIds = :departments${goneAt === undefined ? ' REMOVE goneAt' : ', goneAt = :gone'}`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#name': 'name' },
        ExpressionAttributeValues: {
          ':name': name,
          ':departments': departmentIds,
          ...(goneAt !== undefined && { ':gone': goneAt }),
        },
      },
    },
  ];
}
