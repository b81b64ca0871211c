import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SecondFactors } from '#functions/ports/access.ts';
import type { Sealer } from '#functions/ports/sealer.ts';
import { keys } from './keys.ts';
import { get } from './read.ts';
import type { Table } from './table.ts';

const factorSchema = z.object({
  secret: z.string(),
  enabledAt: z.string().nullable().default(null),
  usedStep: z.number().default(0),
  recovery: z.array(z.string()).default([]),
});
type Change = { set: string; condition: string; values: Record<string, unknown> };

/** The authenticator's secret is kept sealed; one that was not, or with a key of before, is sealed with the next write. */
export function dynamoSecondFactors(table: Table, sealer: Sealer): SecondFactors {
  const whose = (company: string, person: string) => ({ company, person, purpose: 'second-factor' });
  const stored = (company: string, userId: string) => get(table, keys.secondFactor(company, userId), factorSchema);

  async function held(company: string, userId: string, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>) {
    try {
      await table.send(
        new UpdateCommand({ TableName: table.name, Key: keys.secondFactor(company, userId), ...change }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Of a factor that is there, with the secret it has; `secret`: and only if it is this one. */
  async function changed(company: string, userId: string, { set, condition, values }: Change, secret?: string) {
    const found = await stored(company, userId);
    if (found === undefined) return false;
    const opened = sealer.open(whose(company, userId), found.secret);
    if (secret !== undefined && opened.secret !== secret) return false;
    const sealed = opened.stale ? sealer.seal(whose(company, userId), opened.secret) : found.secret;
    return held(company, userId, {
      UpdateExpression: `SET ${set}, secret = :sealed`,
      ConditionExpression: `${condition} AND secret = :stored`,
      ExpressionAttributeValues: { ...values, ':stored': found.secret, ':sealed': sealed },
    });
  }

  return {
    async read(company, userId) {
      const found = await stored(company, userId);
      return found && { ...found, secret: sealer.open(whose(company, userId), found.secret).secret };
    },
    begin: (company, userId, secret) =>
      held(company, userId, {
        UpdateExpression: 'SET secret = :secret',
        ConditionExpression: 'attribute_not_exists(enabledAt)',
        ExpressionAttributeValues: { ':secret': sealer.seal(whose(company, userId), secret) },
      }),
    takeStep: (company, userId, step, enable) =>
      enable === undefined
        ? changed(company, userId, {
            set: 'usedStep = :step',
            condition: 'attribute_exists(enabledAt) AND usedStep < :step',
            values: { ':step': step },
          })
        : changed(
            company,
            userId,
            {
              set: 'usedStep = :step, enabledAt = :at, recovery = :recovery',
              condition: 'attribute_not_exists(enabledAt)',
              values: { ':step': step, ':at': enable.at, ':recovery': enable.recovery },
            },
            enable.secret,
          ),
    takeRecovery: (company, userId, before, left) =>
      changed(company, userId, {
        set: 'recovery = :left',
        condition: 'recovery = :before',
        values: { ':left': left, ':before': before },
      }),
    async setRecovery(company, userId, recovery) {
      await changed(company, userId, {
        set: 'recovery = :recovery',
        condition: 'attribute_exists(enabledAt)',
        values: { ':recovery': recovery },
      });
    },
    async remove(company, userId) {
      await table.send(new DeleteCommand({ TableName: table.name, Key: keys.secondFactor(company, userId) }));
    },
  };
}
