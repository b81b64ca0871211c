import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  composeCandidateApi,
  composeDeliver,
  composeEvaluate,
  composeHrApi,
  composeIntake,
  composeLearn,
  composeStream,
  composeSweep,
} from '#functions/compose.ts';
import { deleteVoluntary } from '#functions/voluntary/delete.ts';
import { getVoluntary } from '#functions/voluntary/get.ts';
import { saveVoluntary } from '#functions/voluntary/save.ts';
import { ageBandOf, voluntaryConsent } from '#shared/learning/voluntary.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { type Learning, startLearning } from './stage.ts';

let stage: Learning;
beforeAll(async () => {
  stage = await startLearning();
});
afterAll(() => stage.stop());

const by = <I extends object>(candidateId: string, input: I) => ({
  actor: { role: 'candidate' as const, company, candidateId },
  params: {},
  query: {},
  input,
  bodyHash: '',
});
const consent = { version: voluntaryConsent };
const kept = async () => {
  const ExpressionAttributeValues = { ':pk': `c#${company}#voluntary` };
  const query = { TableName: stage.table.name, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues };
  return (await stage.direct.send(new QueryCommand(query))).Items ?? [];
};

describe('what candidates say of themselves', () => {
  it('is kept apart, by an id and without a name, with the consent it rests on', async () => {
    await saveVoluntary(stage.candidate, by('cand_aa01', { sex: 'female', bornFrom: 1990, consent }));
    const [item] = await kept();
    expect(Object.keys(item ?? {}).sort()).toEqual(['consent', 'pk', 'sealed', 'sk']);
    expect(item).toMatchObject({ sk: 'cand_aa01', consent });
    const mine = await getVoluntary(stage.candidate, by('cand_aa01', {}));
    expect(mine).toMatchObject({ ok: true, value: { said: { sex: 'female', bornFrom: 1990 } } });
  });

  it('is nobody else’s to read', async () => {
    expect(await getVoluntary(stage.candidate, by('cand_aa02', {}))).toMatchObject({ ok: true, value: { said: null } });
  });

  it('goes when it is taken back, and when nothing is said any more', async () => {
    await deleteVoluntary(stage.candidate, by('cand_aa01', {}));
    expect(await kept()).toEqual([]);
    await saveVoluntary(stage.candidate, by('cand_aa01', { sex: 'male', bornFrom: null, consent }));
    await saveVoluntary(stage.candidate, by('cand_aa01', { sex: null, bornFrom: null, consent }));
    expect(await kept()).toEqual([]);
  });

  it('is in no hands that score, decide or show people', () => {
    // By what they are built of: the dependency rule `voluntary-data-apart` keeps it from coming by another way.
    for (const compose of [composeHrApi, composeEvaluate, composeStream, composeSweep, composeDeliver, composeIntake])
      expect(compose.toString()).not.toMatch(/voluntary/i);
    expect(composeCandidateApi.toString()).not.toContain('VoluntaryOfAll');
    expect(composeLearn.toString()).not.toMatch(/scorer|queue|messengers|tokens/i);
  });

  it('becomes an age in the year it is looked at', () => {
    expect([2005, 2000, 1990, 1965].map((bornFrom) => ageBandOf(bornFrom, 2026))).toEqual([
      'under_25',
      'under_25',
      '25_34',
      'over_54',
    ]);
    expect(ageBandOf(2000, 2027)).toBe('25_34');
  });
});
