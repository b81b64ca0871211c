import { describe, expect, it } from 'vitest';
import { copy } from '#shared/copy/copy.ts';
import {
  adviceOf,
  type Found,
  networkResult,
  type Result,
  storageResult,
  summaryOf,
} from '../../miniapp/src/pages/precheck/results.ts';

const words = copy.precheck;
const passed = (check: Result['check']): Result => ({ check, ok: true, code: 'ok' });

describe('networkResult', () => {
  it.each([
    [256 * 1024, 1000, 256, true],
    [256 * 1024, 12_000, 21, false],
    // A clock that does not move must not divide by nothing.
    [256 * 1024, 0, 256_000, true],
    [10, 60_000, 1, false],
  ])('%i bytes in %i ms are %i KB/s', (bytes, ms, value, ok) => {
    expect(networkResult(bytes, ms)).toEqual({ check: 'network', ok, code: ok ? 'ok' : 'slow', value });
  });
});

describe('storageResult', () => {
  it('passes where nobody can tell', () => {
    expect(storageResult(undefined)).toEqual({ check: 'storage', ok: true, code: 'unknown' });
  });
  it('wants room for recordings that wait', () => {
    expect(storageResult(49 * 1024 * 1024)).toMatchObject({ ok: false, code: 'full', value: 49 });
    expect(storageResult(50 * 1024 * 1024)).toMatchObject({ ok: true, value: 50 });
  });
});

describe('adviceOf', () => {
  it('says numbers as people do', () => {
    expect(adviceOf(copy, { ...passed('network'), value: 320 }, true, '').says).toContain('320 KB/秒');
    expect(adviceOf(copy, { ...passed('network'), value: 4300 }, true, '').says).toContain('4.2 MB/秒');
    expect(adviceOf(copy, { ...passed('storage'), value: 4096 }, true, '').says).toContain('4 GB');
  });

  it('has the one thing to do for every failure, and nothing to do where all is well', () => {
    const failures: Result[] = [
      { check: 'network', ok: false, code: 'slow', value: 3 },
      { check: 'network', ok: false, code: 'offline' },
      { check: 'storage', ok: false, code: 'full', value: 3 },
      { check: 'version', ok: false, code: 'old' },
      ...(['denied', 'undeclared', 'absent', 'busy', 'failed'] as const).flatMap((code): Result[] => [
        { check: 'permission', ok: false, code },
        { check: 'camera', ok: false, code },
      ]),
      { check: 'microphone', ok: false, code: 'silent' },
      { check: 'microphone', ok: false, code: 'unclear' },
      { check: 'camera', ok: false, code: 'unseen' },
    ];
    for (const failure of failures) {
      const { says, does } = adviceOf(copy, failure, false, '');
      expect([failure.code, says, does].every((part) => part.length > 2)).toBe(true);
    }
    for (const check of ['network', 'storage', 'version', 'permission', 'microphone', 'camera'] as const)
      expect(adviceOf(copy, passed(check), false, '0.1.0').does).toBe('');
  });

  it('sends nobody in a browser to settings there are not', () => {
    const denied: Result = { check: 'permission', ok: false, code: 'denied' };
    expect(adviceOf(copy, denied, true, '').does).toBe(words.permission.deniedDoBrowser);
    expect(adviceOf(copy, denied, false, '').does).toBe(words.permission.deniedDo);
  });
});

describe('summaryOf', () => {
  const wanted = ['network', 'storage', 'version', 'microphone'] as const;
  const quiet: Found = {
    network: passed('network'),
    storage: passed('storage'),
    version: passed('version'),
  };

  it('never calls well what was not tried', () => {
    expect(summaryOf(copy, quiet, wanted, false)).toBe(words.passedSoFar('麦克风'));
    expect(summaryOf(copy, { ...quiet, microphone: passed('microphone') }, wanted, false)).toBe(words.allPassed);
  });
  it('waits while it looks', () => {
    expect(summaryOf(copy, {}, wanted, true)).toBe(words.state.running);
  });
  it('names what needs attention, and says the rest is well only when it was tried', () => {
    const network: Result = { check: 'network', ok: false, code: 'offline' };
    expect(summaryOf(copy, { ...quiet, network }, wanted, false)).toBe(words.failedSoFar('网络'));
    const all = { ...quiet, network, microphone: passed('microphone') };
    expect(summaryOf(copy, all, wanted, false)).toBe(words.someFailed('网络'));
  });
});
