import type { Input } from '#shared/contract/operations.ts';
import type { DeviceFacts } from '../../platform/device-facts.ts';

type Device = NonNullable<Input<'interview.precheck'>['device']>;

/** What kind of device it is, as coarsely as figures need it. */
export const deviceOf = ({ system, network }: Pick<DeviceFacts, 'system' | 'network'>): Device => ({
  platform: platformOf(system),
  network: network === 'wifi' ? 'wifi' : /^\dg$/.test(network) ? 'cellular' : 'unknown',
});

function platformOf(system: string): Device['platform'] {
  if (/^i(?:Pad)?OS/i.test(system)) return 'ios';
  if (/^(?:Android|Harmony|OpenHarmony)/i.test(system)) return 'android';
  return /^(?:Windows|mac|Linux)/i.test(system) ? 'desktop' : 'other';
}
