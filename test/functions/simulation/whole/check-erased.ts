import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { openTable, type Table } from '#functions/adapters/dynamo/table.ts';
import type { Part } from './before.ts';
import type { Life } from './life.ts';
import { company } from './people.ts';

/** The life's own table, for looking. */
export const tableOf = ({ table: name, config, clock }: Life): Table =>
  openTable({
    name,
    region: config.region,
    clock,
    endpoint: config.endpoints.dynamodb,
    credentials: config.credentials,
  });

export async function everything(table: Table, TableName: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.send(new ScanCommand({ TableName, ...(start && { ExclusiveStartKey: start }) }));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

/** What may still hold an id: that it was deleted, the certificate, and what expires by itself within days. */
const stub = /^(c#co_\w+#(erased#|erasures$|witnessed$|audit|op#)|receipt#|callback#)/;

/** The report of somebody else names whose earlier answer was nearly the same, by an application that leads nowhere now. */
const isLikeness = ({ sk }: Record<string, unknown>) => String(sk).startsWith('NOTE#similar#');

/** Nothing of somebody who was deleted is left, or came back. */
export async function leftOf(
  life: Life,
  { person, interviewId, applicationId }: Part,
  table: Table,
  name: string,
): Promise<string[]> {
  const words = [person.mark, person.phone, `"${person.openid}"`];
  const ids = [person.candidateId, interviewId, applicationId];
  const text = (value: unknown) => JSON.stringify(value, (_, one) => (one instanceof Set ? [...one] : one));
  const items = (await everything(table, name)).flatMap((item) => {
    const all = text(item);
    const place = `${item.pk}|${item.sk}`;
    if (words.some((word) => all.includes(word))) return [`${place} still holds words of ${person.candidateId}`];
    if (ids.some((id) => all.includes(id)) && !stub.test(String(item.pk)) && !isLikeness(item))
      return [`${place} still names ${person.candidateId}`];
    return [];
  });
  return [...items, ...objectsOf(life, { person, interviewId })];
}

/**
 * Somebody whose first deletion is through: what was under way meanwhile has brought nothing of theirs back into the table.
 * The record of a judgement in the bucket may have been written in between: it goes with the second look.
 */
export async function cameBack(life: Life, part: Part, erasureId: string): Promise<string[]> {
  return life.quietly(async () => {
    const erasure = await life.functions.erasures.get(company, erasureId);
    if (erasure?.state !== 'settling') return [];
    const table = tableOf(life);
    const left = await leftOf({ ...life, bucket: { ...life.bucket, objects: new Map() } }, part, table, life.table);
    return left.map((what) => `deleted a first time: ${what}`);
  });
}

function objectsOf(life: Life, { person, interviewId }: Pick<Part, 'person' | 'interviewId'>): string[] {
  return [...life.bucket.objects].flatMap(([key, bytes]) =>
    key.includes(interviewId) || Buffer.from(bytes).toString('utf8').includes(person.mark)
      ? [`${key} is still there`]
      : [],
  );
}
