import { config } from '../../config.ts';
import type { DeviceFacts, ReadDeviceFacts } from '../device-facts.ts';

type Connection = { effectiveType?: string; type?: string };

const browsers: [RegExp, string][] = [
  [/MicroMessenger\/(\d+(?:\.\d+)?)/, 'WeChat'],
  [/wxwork\/(\d+(?:\.\d+)?)/, 'WeCom'],
  [/Edg\w*\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrom\w+\/(\d+)/, 'Chrome'],
  [/Version\/(\d+(?:\.\d+)?).*Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone OS (\d+(?:_\d+)?)/, 'iOS'],
  [/iPad.*OS (\d+(?:_\d+)?)/, 'iPadOS'],
  [/Android (\d+(?:\.\d+)?)/, 'Android'],
  [/Windows NT ()/, 'Windows'],
  [/Mac OS X ()/, 'macOS'],
  [/Linux()/, 'Linux'],
];

export const readDeviceFacts: ReadDeviceFacts = async () => {
  const freeBytes = await free();
  return {
    environment: 'browser',
    network: network(),
    ...(freeBytes === undefined ? {} : { freeBytes }),
    appVersion: config.appVersion,
    client: named(browsers),
    system: named(systems),
    fontScale: scale(),
  };
};

function network(): DeviceFacts['network'] {
  if (!navigator.onLine) return 'none';
  const { type, effectiveType } = (navigator as { connection?: Connection }).connection ?? {};
  if (type === 'wifi' || type === 'ethernet') return 'wifi';
  // `effectiveType` says how fast it is, not what it is: 4g is the best it knows.
  return (
    (['3g', '2g'] as const).find((one) => one === effectiveType) ?? (effectiveType === 'slow-2g' ? '2g' : 'unknown')
  );
}

async function free(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined ? undefined : Math.max(0, quota - (usage ?? 0));
  } catch {
    return undefined;
  }
}

function named(list: [RegExp, string][]): string {
  for (const [pattern, name] of list) {
    const found = pattern.exec(navigator.userAgent);
    if (found) return `${name} ${(found[1] ?? '').replaceAll('_', '.')}`.trim();
  }
  return '';
}

/** What the browser makes of its default size, 16 px where nobody changed it. */
function scale(): number {
  const probe = document.createElement('div');
  probe.style.cssText = 'position:absolute;visibility:hidden;font-size:medium';
  document.body.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size / 16 || 1;
}
