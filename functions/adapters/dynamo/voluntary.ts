import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SealBroken, type Sealer } from '#functions/ports/sealer.ts';
import type { Voluntary, VoluntaryData, VoluntaryOfAll } from '#functions/ports/voluntary.ts';
import { sexes } from '#shared/learning/voluntary.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';

const saidSchema = z.object({ sex: z.enum(sexes).exactOptional(), bornFrom: z.number().int().exactOptional() });
/** `sealed`: what was said. One of before there was a seal has it as it is. */
const keptSchema = saidSchema.extend({ sealed: z.string().optional() });
const storedSchema = keptSchema.extend({ consent: z.object({ version: z.string(), at: z.string() }) });

const whose = (company: string, person: string) => ({ company, person, purpose: 'voluntary' });

type Kept = z.infer<typeof keptSchema>;

/** Undefined where it does not open, for a key that is gone or because it was said by another: it is as if it were not there. */
function saidIn(sealer: Sealer, company: string, cand: string, kept: Kept): VoluntaryData | undefined {
  const { sealed, sex, bornFrom } = kept;
  if (sealed === undefined) return { ...(sex && { sex }), ...(bornFrom && { bornFrom }) };
  try {
    return saidSchema.parse(JSON.parse(sealer.open(whose(company, cand), sealed).secret));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Sealed for the candidate who said it: a copy of the table says that somebody said something, and not what. */
export const dynamoVoluntary = (table: Table, sealer: Sealer): Voluntary => ({
  async mine(company, cand) {
    const found = await get(table, keys.voluntary(company, cand), storedSchema);
    const said = found && saidIn(sealer, company, cand, found);
    return said && { ...said, consent: found.consent };
  },
  async put(company, cand, { consent, ...said }) {
    const sealed = sealer.seal(whose(company, cand), JSON.stringify(said));
    const Item = { ...keys.voluntary(company, cand), sealed, consent };
    await putUnlessErased(table, { company, of: cand }, { Item });
  },
  async remove(company, cand) {
    await table.send(new DeleteCommand({ TableName: table.name, Key: keys.voluntary(company, cand) }));
  },
});

export const dynamoVoluntaryOfAll = (table: Table, sealer: Sealer): VoluntaryOfAll => ({
  async all(company) {
    const found = await list(table, keys.voluntary(company, ''), keptSchema.extend({ sk: z.string() }));
    return new Map(
      found.flatMap(({ sk, ...kept }): [string, VoluntaryData][] => {
        const said = saidIn(sealer, company, sk, kept);
        return said === undefined ? [] : [[sk, said]];
      }),
    );
  },
});
