import type { Input } from '#shared/contract/operations.ts';
import type { Copy } from '#shared/copy/copy.ts';

export type Result = Input<'interview.precheck'>['results'][number];
export type CheckName = Result['check'];

/** What a failed check asks of the person. */
type Advice = { says: string; does: string };

/** KB/s below which a recording falls behind while it is made (48 kbit/s and room for the rest). */
const slowKbps = 30;
const leastFreeMb = 50;

export function networkResult(bytes: number, ms: number): Result {
  const value = Math.max(1, Math.round(bytes / 1024 / (Math.max(ms, 1) / 1000)));
  return { check: 'network', ok: value >= slowKbps, code: value >= slowKbps ? 'ok' : 'slow', value };
}

export function storageResult(freeBytes: number | undefined): Result {
  if (freeBytes === undefined) return { check: 'storage', ok: true, code: 'unknown' };
  const value = Math.round(freeBytes / 1024 / 1024);
  return { check: 'storage', ok: value >= leastFreeMb, code: value >= leastFreeMb ? 'ok' : 'full', value };
}

/** One sentence of what was found and, where it failed, the one thing to do. `browser`: settings are by the address bar. */
export function adviceOf(
  copy: Copy,
  { check, ok, code, value = 0 }: Result,
  browser: boolean,
  version: string,
): Advice {
  const words = copy.precheck;
  switch (check) {
    case 'network':
      if (ok) return { says: words.network.ok(amount(value)), does: '' };
      return code === 'slow'
        ? { says: words.network.slow(amount(value)), does: words.network.slowDo }
        : { says: words.network.offline, does: words.network.offlineDo };
    case 'storage':
      if (code === 'unknown') return { says: words.storage.unknown, does: '' };
      return ok
        ? { says: words.storage.ok(amount(value * 1024)), does: '' }
        : { says: words.storage.full(amount(value * 1024)), does: words.storage.fullDo };
    case 'version':
      return ok ? { says: version, does: '' } : { says: words.version.old, does: words.version.oldDo };
    case 'permission':
      return permissionAdvice(words.permission, code, browser);
    case 'microphone':
      if (ok) return { says: words.microphone.ok, does: '' };
      return code === 'silent'
        ? { says: words.microphone.silent, does: words.microphone.silentDo }
        : { says: words.microphone.unclear, does: words.microphone.unclearDo };
    case 'camera':
      if (ok) return { says: words.camera.ok, does: '' };
      if (code === 'denied') return { says: words.camera.denied, does: words.camera.deniedDo };
      return code === 'absent'
        ? { says: words.camera.absent, does: words.camera.absentDo }
        : { says: words.camera.unseen, does: words.camera.unseenDo };
  }
}

function permissionAdvice(words: Copy['precheck']['permission'], code: string, browser: boolean): Advice {
  switch (code) {
    case 'ok':
      return { says: words.ok, does: '' };
    case 'denied':
      return { says: words.denied, does: browser ? words.deniedDoBrowser : words.deniedDo };
    case 'undeclared':
      return { says: words.undeclared, does: words.undeclaredDo };
    case 'absent':
      return { says: words.absent, does: words.absentDo };
    case 'busy':
      return { says: words.busy, does: words.busyDo };
    default:
      return { says: words.failed, does: words.failedDo };
  }
}

/** 320 KB, 4.2 MB, 12 GB */
function amount(kb: number): string {
  const [unit, size] = kb < 1024 ? ['KB', kb] : kb < 1024 ** 2 ? ['MB', kb / 1024] : ['GB', kb / 1024 ** 2];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}

export type Found = Partial<Record<CheckName, Result>>;

/** One sentence over all: what needs attention, and what was not tried yet. `wanted`: what this interview may use. */
export function summaryOf(copy: Copy, found: Found, wanted: readonly CheckName[], looking: boolean): string {
  const words = copy.precheck;
  const failed = Object.values(found).flatMap(({ check, ok }) => (ok ? [] : [check]));
  const untried = wanted.filter((check) => found[check] === undefined);
  if (failed.length > 0) return (untried.length > 0 ? words.failedSoFar : words.someFailed)(failedNames(copy, failed));
  if (looking) return words.state.running;
  return untried.length > 0 ? words.passedSoFar(failedNames(copy, untried)) : words.allPassed;
}

/** Names of what failed, as a sentence lists them. */
export const failedNames = (copy: Copy, checks: readonly CheckName[]): string =>
  checks.map((check) => copy.precheck.names[check]).join(copy.candidate.common.comma);
