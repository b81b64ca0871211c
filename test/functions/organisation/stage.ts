import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoFiles } from '#functions/adapters/dynamo/intake-files.ts';
import { dynamoNameplates } from '#functions/adapters/dynamo/nameplates.ts';
import { dynamoOrganisation } from '#functions/adapters/dynamo/organisation.ts';
import { dynamoPositions } from '#functions/adapters/dynamo/positions.ts';
import { dynamoRatings } from '#functions/adapters/dynamo/ratings.ts';
import { dynamoRequisitions } from '#functions/adapters/dynamo/requisitions.ts';
import { view } from '#functions/organisation/view.ts';
import type { Contacts } from '#functions/ports/organisation.ts';
import type { IdPrefix, StaffActor } from '#functions/ports.ts';
import type { StaffRole } from '#shared/access/roles.ts';
import { company } from '#test/functions/booking/people.ts';
import { startHiringStage } from '#test/functions/hiring/stage.ts';
import { seedTable } from '#test/world/seed-table.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

export const hr: StaffActor = { role: 'recruiter', company, userId: 'usr_wangmin' };
export const as = (role: StaffRole): StaffActor => ({
  role,
  company,
  userId: seed.staff.find((one) => one.role === role)?.userId ?? '',
});
export const dep = 'dep_sales';
export const pos = 'pos_salesrep';

let made = 0;
export const newOperation = () => {
  made += 1;
  return `organisation-${String(made).padStart(6, '0')}`;
};

/** The seeded company over the real store; people on their way through its openings. */
export async function startOrganisation(
  settings: Parameters<typeof startHiringStage>[0] = {},
  wrapped?: Parameters<typeof startHiringStage>[1],
) {
  const hiring = await startHiringStage(settings, wrapped);
  const { table } = hiring;
  await seedTable(table);
  let ids = 0;
  const contacts: { read: Contacts['read'] } = { read: async () => ({ ok: false, error: { kind: 'unavailable' } }) };
  const deps = {
    ...hiring.deps,
    directory: dynamoDirectory(table),
    organisation: dynamoOrganisation(table),
    positions: dynamoPositions(table),
    ratings: dynamoRatings(table),
    nameplates: dynamoNameplates(table),
    requisitions: dynamoRequisitions(table),
    files: dynamoFiles(table),
    contacts,
    ids: {
      make(prefix: IdPrefix) {
        ids += 1;
        return `${prefix}_made${String(ids).padStart(6, '0')}`;
      },
    },
  };
  /** A request as the router would hand it over; `input` without an operation gets one. */
  const ask = <P extends object, I extends object>(params: P, input: I, actor: StaffActor = hr) => ({
    actor,
    params,
    query: {},
    input: { operationId: newOperation(), ...input },
    bodyHash: JSON.stringify([params, input]),
  });
  const read = async (actor: StaffActor = hr) => {
    const answer = await view(deps, { ...ask({}, {}, actor), input: {} });
    return answer.value;
  };
  return {
    ...hiring,
    deps,
    contacts,
    ask,
    read,
    async department(departmentId = dep, actor: StaffActor = hr) {
      const found = (await read(actor)).departments.find((one) => one.departmentId === departmentId);
      if (found === undefined) throw new Error(`no ${departmentId}`);
      return found;
    },
    async post(departmentId = dep, positionId = pos) {
      const all = (await read()).departments.find((one) => one.departmentId === departmentId);
      return all?.posts.find((one) => one.positionId === positionId);
    },
    put: (Item: Record<string, unknown>) => table.send(new PutCommand({ TableName: table.name, Item })),
  };
}
export type OrganisationStage = Awaited<ReturnType<typeof startOrganisation>>;
