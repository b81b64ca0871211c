import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Healed } from '#functions/ports/workbench.ts';
import { type CopyName, copyNames } from '#shared/application/copies.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import { checkRecordSchema } from './checks.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const isCopy = (what: string): what is CopyName => (copyNames as readonly string[]).includes(what);

/** Read from the checks that found something: what had to be put right is noted once, there. */
export const dynamoHealed = (table: Table): Healed => ({
  async recent(company) {
    const since = plusHours(table.clock.now().toISOString(), -24 * limits.healedDays);
    const page = await table.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk >= :since',
        ExpressionAttributeValues: { ':pk': keys.check(company, 'drifted', '', '').pk, ':since': since },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limits.workbenchPage,
      }),
    );
    return (page.Items ?? []).flatMap((item) => {
      const { at, subject, differences } = checkRecordSchema.parse(item);
      const copies = differences.flatMap(({ what, healed }) => (healed && isCopy(what) ? [what] : []));
      if (subject.kind !== 'interview' || copies.length === 0) return [];
      return [{ interviewId: subject.interviewId, at, copies }];
    });
  },
});
