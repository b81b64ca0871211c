import { dynamoFigures, placesOf } from './figures.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { transact, type Write } from './transact.ts';

type Erased = { interviewId: string; positionId: string; anon: string };

const tries = 8;

/** What an interview adds to the figures stays, under a name that is nobody's; it leaves every list. Safe to repeat. */
export async function eraseFigures(table: Table, company: string, { interviewId, positionId, anon }: Erased) {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const kept = await dynamoFigures(table).kept(company, positionId, interviewId);
    if (kept === undefined) return;
    const writes: Write[] = [
      { on: 'kept', Put: { Item: { ...keys.keptFigures(company, positionId, anon), ...kept, rows: [] } } },
      {
        on: 'own',
        Delete: {
          Key: keys.keptFigures(company, positionId, interviewId),
          ConditionExpression: '#revision = :read',
          ExpressionAttributeNames: { '#revision': 'revision' },
          ExpressionAttributeValues: { ':read': kept.revision },
        },
      },
      ...kept.rows.flatMap((row) =>
        placesOf(company, positionId, interviewId, row).map((Key): Write => ({ on: 'row', Delete: { Key } })),
      ),
    ];
    if ((await transact(table, writes)).committed) return;
  }
  throw new Error('figures stayed contended');
}
