import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Scope } from '#functions/ports/figures.ts';
import type { Tally } from '#functions/ports/sync.ts';
import { families } from '#shared/figures/names.ts';
import { keptSchema, scopeName, tallyOf } from './figures.ts';
import { longCell, shortCell } from './figures-cells.ts';
import { keys } from './keys.ts';
import { list, within } from './read.ts';
import type { Table } from './table.ts';

/** A number of a day, as one name: `{family}#{day}#{cell}`. */
const nameOf = (family: string, day: string, cell: string): string => `${family}#${day}#${cell}`;

/** All that the counters say of a position, or of the company. */
export async function figuresSaid(table: Table, company: string, scope: Scope): Promise<Tally> {
  const said: Tally = {};
  for (const family of families) {
    const { pk } = keys.figures(company, scopeName(scope), family, '');
    for (const { pk: _, sk, ...cells } of await within(table, pk, ['0', '~'], true)) {
      for (const [cell, n] of Object.entries(cells)) said[nameOf(family, String(sk), longCell(cell))] = Number(n);
    }
  }
  return said;
}

/**
 * What they should say: a position's follow from what each of its interviews adds, the company's from its positions'. Each
 * of those is written together with what it is counted from.
 */
export async function figuresCounted(table: Table, company: string, scope: Scope): Promise<Tally> {
  const sum: Tally = {};
  const add = (name: string, n: number) => {
    sum[name] = (sum[name] ?? 0) + n;
  };
  if (scope === null) {
    const positions = await list(table, keys.position(company, ''), z.object({ positionId: z.string() }));
    for (const { positionId } of positions) {
      for (const [name, n] of Object.entries(await figuresSaid(table, company, positionId))) add(name, n);
    }
    return sum;
  }
  const { pk } = keys.keptFigures(company, scope, '');
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) {
      for (const [name, cells] of tallyOf(keptSchema.parse(item).contribution)) {
        for (const [cell, n] of Object.entries(cells)) add(`${name}#${cell}`, n);
      }
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return sum;
}

/** Numbers of a day that one write sets at most: an expression ends at 4 KB. */
const atOnce = 80;

/** Sets what differs, a day at a time, on the condition that every number of it still is what was read. */
export async function setFigures(table: Table, company: string, scope: Scope, was: Tally, is: Tally): Promise<boolean> {
  const differing = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => (was[name] ?? 0) !== (is[name] ?? 0),
  );
  const days = Map.groupBy(differing, (name) => name.split('#').slice(0, 2).join('#'));
  let all = true;
  for (const [day, names] of days) {
    for (let at = 0; at < names.length; at += atOnce) {
      all = (await setDay(table, company, scope, { day, names: names.slice(at, at + atOnce), was, is })) && all;
    }
  }
  return all;
}

type Day = { day: string; names: string[]; was: Tally; is: Tally };

async function setDay(table: Table, company: string, scope: Scope, { day, names, was, is }: Day): Promise<boolean> {
  const [family = '', date = ''] = day.split('#');
  const cells = names.map((name) => shortCell(name.split('#').slice(2).join('#')));
  const stands = (name: string, i: number) =>
    was[name] === undefined ? `attribute_not_exists(#n${i})` : `#n${i} = :w${i}`;
  try {
    await table.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.figures(company, scopeName(scope), family, date),
        UpdateExpression: `SET ${cells.map((_, i) => `#n${i} = :i${i}`).join(', ')}`,
        ConditionExpression: names.map(stands).join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(cells.map((cell, i) => [`#n${i}`, cell])),
        ExpressionAttributeValues: Object.fromEntries(
          names.flatMap((name, i) => [
            [`:i${i}`, is[name] ?? 0],
            ...(was[name] === undefined ? [] : [[`:w${i}`, was[name]]]),
          ]),
        ),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
