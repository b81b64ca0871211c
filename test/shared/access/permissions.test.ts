import { expect, it } from 'vitest';
import { mayCall, type StaffOperation } from '#shared/access/permissions.ts';
import { staffRoles } from '#shared/access/roles.ts';
import { type OperationId, operations } from '#shared/contract/operations.ts';

const all = Object.keys(operations) as OperationId[];
const ofStaff = all.filter((operation): operation is StaffOperation => operations[operation].role === 'staff');

/** What is written here was looked at by a person: an operation that is new, or that others may call, makes it differ. */
it('who may call what stands as it was agreed upon', async () => {
  const width = Math.max(...all.map(({ length }) => length));
  const lines = all.map((operation) => {
    const { role } = operations[operation];
    const who = ofStaff.includes(operation as StaffOperation)
      ? staffRoles.filter((one) => mayCall(one, operation as StaffOperation)).join(' ')
      : role;
    return `${operation.padEnd(width)}  ${who || 'NOBODY'}`;
  });
  expect(lines.join('\n')).not.toContain('NOBODY');
  await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('./permissions.golden.txt');
});

it('a department head decides nothing and an auditor changes nothing of anybody', () => {
  const decides: StaffOperation[] = [
    'interview.decide',
    'interview.undoDecision',
    'interview.makeOffer',
    'interview.arrange',
    'interview.joined',
    'interview.correct',
    'application.invite',
    'position.save',
    'position.saveRules',
    'requisition.close',
  ];
  for (const operation of decides) {
    expect([operation, mayCall('department_head', operation)]).toEqual([operation, false]);
    expect([operation, mayCall('auditor', operation)]).toEqual([operation, false]);
    expect([operation, mayCall('recruiter', operation)]).toEqual([operation, true]);
  }
  for (const operation of ['report.rate', 'report.judge', 'interview.enterRound'] as const)
    expect([operation, mayCall('auditor', operation)]).toEqual([operation, false]);
});
