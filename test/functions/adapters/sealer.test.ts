import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoSecondFactors } from '#functions/adapters/dynamo/second-factors.ts';
import { dynamoTokenStore } from '#functions/adapters/dynamo/token-store.ts';
import { dynamoVoluntary, dynamoVoluntaryOfAll } from '#functions/adapters/dynamo/voluntary.ts';
import { aesSealer } from '#functions/adapters/sealer.ts';
import { SealBroken } from '#functions/ports/sealer.ts';
import { type InterviewStore, startInterviewStore } from './dynamo/store.ts';

const older = 'the-key-that-sealed-until-yesterday-00';
const newer = 'the-key-that-seals-from-today-on-000000';
const whose = { company: 'co_a', person: 'usr_a', purpose: 'second-factor' };

describe('a sealed secret', () => {
  const sealer = aesSealer(newer);

  it('opens for whom it was sealed, and says nothing of itself; the same twice looks different', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        const kept = sealer.seal(whose, secret);
        expect(sealer.open(whose, kept)).toEqual({ secret: secret.toWellFormed(), stale: false });
        expect(sealer.seal(whose, secret)).not.toBe(kept);
        if (secret.length > 5) expect(kept).not.toContain(secret);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['of another company', { company: 'co_b' }],
    ['of another person', { person: 'usr_b' }],
    ['for another purpose', { purpose: 'provider-token' }],
    ['whose parts only join to the same', { company: 'co_', person: 'ausr_a' }],
  ])('%s does not open', (_, over) => {
    const kept = sealer.seal(whose, 'JBSWY3DPEHPK3PXP');
    expect(() => sealer.open({ ...whose, ...over }, kept)).toThrow(SealBroken);
  });

  it('that was tampered with at any place does not open', () => {
    const kept = sealer.seal(whose, 'JBSWY3DPEHPK3PXP');
    const [mark, id, text = ''] = kept.split('.');
    const bytes = Buffer.from(text, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => sealer.open(whose, [mark, id, changed.toString('base64url')].join('.'))).toThrow(SealBroken);
    }
    for (const cut of [0, 5, 12, 27, bytes.length - 1])
      expect(() => sealer.open(whose, [mark, id, bytes.subarray(0, cut).toString('base64url')].join('.'))).toThrow(
        SealBroken,
      );
  });

  it('goes on opening when a new key stands before the old one, and is then to be sealed anew', () => {
    const before = aesSealer(older).seal(whose, 'JBSWY3DPEHPK3PXP');
    const turned = aesSealer(`${newer} ${older}`);
    expect(turned.open(whose, before)).toEqual({ secret: 'JBSWY3DPEHPK3PXP', stale: true });
    expect(turned.open(whose, turned.seal(whose, 'x'))).toEqual({ secret: 'x', stale: false });
    expect(() => sealer.open(whose, before)).toThrow(SealBroken);
    expect(sealer.open(whose, 'JBSWY3DPEHPK3PXP')).toEqual({ secret: 'JBSWY3DPEHPK3PXP', stale: true });
  });
});

describe('in the table', () => {
  let store: InterviewStore;
  beforeAll(async () => {
    store = await startInterviewStore();
  });
  afterAll(() => store.stop());
  const item = async (key: { pk: string; sk: string }) => {
    const { Item } = await store.direct.send(new GetCommand({ TableName: store.table.name, Key: key }));
    return Item ?? {};
  };

  it("an authenticator's secret is sealed, its codes count, and it stays so for nobody else", async () => {
    const factors = dynamoSecondFactors(store.table, aesSealer(newer));
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    await factors.begin('co_a', 'usr_a', secret);
    const kept = await item(keys.secondFactor('co_a', 'usr_a'));
    expect(JSON.stringify(kept)).not.toContain(secret);
    const enable = { at: '2026-01-01T00:00:00.000Z', recovery: ['h1', 'h2'] };
    expect(await factors.takeStep('co_a', 'usr_a', 1, { ...enable, secret: 'ANOTHER' })).toBe(false);
    expect(await factors.takeStep('co_a', 'usr_a', 1, { ...enable, secret })).toBe(true);
    expect(await factors.takeStep('co_a', 'usr_a', 1)).toBe(false);
    expect(await factors.takeStep('co_a', 'usr_a', 2)).toBe(true);
    expect(await factors.takeRecovery('co_a', 'usr_a', ['h1', 'h2'], ['h2'])).toBe(true);
    expect(await factors.read('co_a', 'usr_a')).toMatchObject({ secret, usedStep: 2, recovery: ['h2'] });
    // Somebody who may write the table puts their own into another company.
    const own = await item(keys.secondFactor('co_a', 'usr_a'));
    const Item = { ...own, ...keys.secondFactor('co_b', 'usr_a') };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item }));
    await expect(factors.read('co_b', 'usr_a')).rejects.toThrow(SealBroken);
  });

  it.each([
    ['was never sealed', (secret: string) => secret],
    ['was sealed with the key before', (secret: string) => aesSealer(older).seal(whose, secret)],
  ])('one that %s counts as ever, and is sealed anew with the next write', async (_, kept) => {
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    const Item = {
      ...keys.secondFactor('co_a', 'usr_a'),
      secret: kept(secret),
      enabledAt: '2026-01-01T00:00:00.000Z',
      usedStep: 1,
      recovery: [],
    };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item }));
    const factors = dynamoSecondFactors(store.table, aesSealer(`${newer} ${older}`));
    expect(await factors.read('co_a', 'usr_a')).toMatchObject({ secret });
    expect(await factors.takeStep('co_a', 'usr_a', 5)).toBe(true);
    const now = await item(keys.secondFactor('co_a', 'usr_a'));
    expect(now['secret']).not.toBe(Item.secret);
    // Without the old key: it is the new one that seals it.
    expect(await dynamoSecondFactors(store.table, aesSealer(newer)).read('co_a', 'usr_a')).toMatchObject({ secret });
  });

  it('what somebody said of themselves is sealed for them, whatever was there before', async () => {
    const voluntary = dynamoVoluntary(store.table, aesSealer(newer));
    const said = { sex: 'female', bornFrom: 1990, consent: { version: '1', at: '2026-01-01T00:00:00.000Z' } } as const;
    await voluntary.put('co_a', 'cand_0001', said);
    const key = keys.voluntary('co_a', 'cand_0001');
    expect(JSON.stringify(await item(key))).not.toMatch(/female|1990/);
    expect(await voluntary.mine('co_a', 'cand_0001')).toEqual(said);
    const plain = { ...keys.voluntary('co_a', 'cand_0002'), ...said };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item: plain }));
    const { all } = dynamoVoluntaryOfAll(store.table, aesSealer(newer));
    const each = { sex: 'female', bornFrom: 1990 };
    expect(Object.fromEntries(await all('co_a'))).toEqual({ cand_0001: each, cand_0002: each });
    const moved = { ...(await item(key)), ...keys.voluntary('co_a', 'cand_0003') };
    await store.direct.send(new PutCommand({ TableName: store.table.name, Item: moved }));
    expect(await voluntary.mine('co_a', 'cand_0003')).toBeUndefined();
    expect([...(await all('co_a')).keys()]).toEqual(['cand_0001', 'cand_0002']);
  });

  it("a provider's token is sealed; under a key that is gone it is as if there were none", async () => {
    const expires = new Date(store.clock.now().getTime() + 3_600_000);
    const tokens = dynamoTokenStore(store.table, aesSealer(older));
    await tokens.put('wechat/wx1', 'TOKEN_OF_THE_PROVIDER', expires);
    expect(JSON.stringify(await item(keys.token('wechat/wx1')))).not.toContain('TOKEN_OF_THE_PROVIDER');
    expect(await tokens.get('wechat/wx1')).toEqual({ token: 'TOKEN_OF_THE_PROVIDER', expiresAt: expires });
    expect(await dynamoTokenStore(store.table, aesSealer(newer)).get('wechat/wx1')).toBeUndefined();
  });
});
