import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Credits } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import type { CreditKind } from '#shared/messaging/messages.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently, type Write } from './transact.ts';

const ledgerSchema = z.object({
  credits: z.number(),
  /** Acceptances that the phone and the platform told of, ever. The larger of the two is how many there were. */
  told: z.number(),
  confirmed: z.number(),
});
type Ledger = z.infer<typeof ledgerSchema>;
type Side = 'told' | 'confirmed';
const noCredits: Ledger = { credits: 0, told: 0, confirmed: 0 };
const tries = 8;

export const dynamoCredits = (table: Table): Credits => {
  const read = (company: string, candidateId: string, kind: CreditKind): Promise<Ledger | undefined> =>
    get(table, keys.credit(company, candidateId, kind), ledgerSchema);

  /** One more acceptance heard from one side; holds only while the ledger is as it was read. */
  async function heard(company: string, candidateId: string, kind: CreditKind, side: Side): Promise<Write> {
    const was = await read(company, candidateId, kind);
    const is = counted(was ?? noCredits, side);
    return {
      on: 'credit',
      Update: {
        Key: keys.credit(company, candidateId, kind),
        UpdateExpression: 'SET credits = :credits, told = :told, confirmed = :confirmed',
        ...asRead(was, { ':credits': is.credits, ':told': is.told, ':confirmed': is.confirmed }),
      },
    };
  }

  return {
    async add(company, candidateId, kinds, operation) {
      const expires = Math.floor(table.clock.now().getTime() / 1000) + limits.operationDays * 86_400;
      const once: Write = {
        on: 'operation',
        Put: {
          Item: { ...keys.operation(company, operation.id), ...operation, expires },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
      const distinct = [...new Set(kinds)];
      await patiently(async () => {
        const changes = await Promise.all(distinct.map((kind) => heard(company, candidateId, kind, 'told')));
        const outcome = await transactPatiently(table, [...changes, once]);
        return outcome.committed || outcome.failed.includes('operation');
      });
      const now = await Promise.all(distinct.map((kind) => read(company, candidateId, kind)));
      return Object.fromEntries(distinct.map((kind, i) => [kind, now[i]?.credits ?? 0]));
    },
    confirm: (company, candidateId, kind) =>
      patiently(async () => {
        const change = await heard(company, candidateId, kind, 'confirmed');
        return (await transactPatiently(table, [change])).committed;
      }),
    left: async (company, candidateId, kind) => (await read(company, candidateId, kind))?.credits ?? 0,
    async take(company, candidateId, kind) {
      try {
        await table.send(
          new UpdateCommand({
            TableName: table.name,
            Key: keys.credit(company, candidateId, kind),
            UpdateExpression: 'ADD credits :less',
            ConditionExpression: 'credits > :none',
            ExpressionAttributeValues: { ':less': -1, ':none': 0 },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async giveBack(company, candidateId, kind) {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.credit(company, candidateId, kind),
          UpdateExpression: 'ADD credits :one, told :none, confirmed :none',
          ExpressionAttributeValues: { ':one': 1, ':none': 0 },
        }),
      );
    },
    async reset(company, candidateId, kind) {
      await table.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.credit(company, candidateId, kind),
          UpdateExpression: 'SET credits = :none ADD told :none, confirmed :none',
          ExpressionAttributeValues: { ':none': 0 },
        }),
      );
    },
  };
};

/** A credit only where the other side had not told of this acceptance already. */
function counted(was: Ledger, side: Side): Ledger {
  const is = { ...was, [side]: was[side] + 1 };
  const accepted = Math.max(is.told, is.confirmed) - Math.max(was.told, was.confirmed);
  return { ...is, credits: was.credits + accepted };
}

function asRead(was: Ledger | undefined, values: Record<string, number>) {
  if (was === undefined) {
    return { ConditionExpression: 'attribute_not_exists(pk)', ExpressionAttributeValues: values };
  }
  return {
    ConditionExpression: 'credits = :wasCredits AND told = :wasTold AND confirmed = :wasConfirmed',
    ExpressionAttributeValues: {
      ...values,
      ':wasCredits': was.credits,
      ':wasTold': was.told,
      ':wasConfirmed': was.confirmed,
    },
  };
}

/** Again while somebody else changed what was read. */
async function patiently(attempt: () => Promise<boolean>): Promise<void> {
  for (let n = 1; n <= tries; n += 1) if (await attempt()) return;
  throw new Error('the credit ledger stays contended');
}
