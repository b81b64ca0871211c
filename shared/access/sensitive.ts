import type { Input } from '../contract/operations.ts';
import { limits } from '../limits.ts';
import type { StaffOperation } from './permissions.ts';

/** `free`: so often in `minutes` nobody is asked. */
export type Burst = { free: number; minutes: number };
/** Whether it asks for the second factor: always, for some of what it is asked, or where that comes in bursts. */
type Rule<I> = true | ((input: I) => boolean) | (Burst & { when: (input: I) => boolean });
type Sensitive = { [O in StaffOperation]?: Rule<Input<O>> };

/**
 * What a stolen session must not be enough for: people turned down by the dozen, their data carried away, rules that act
 * without a person, and who may do all that. Whoever has a second factor is asked for it; a company can make it a duty.
 */
const sensitive: Sensitive = {
  'erasure.carryOut': true,
  'hold.put': true,
  'hold.lift': true,
  'audit.export': true,
  'workbench.preview': ({ action, interviewIds }) =>
    action.type === 'decide' && action.outcome === 'reject' && interviewIds.length > 1,
  // The same without the page's batch: one by one, but too many of them.
  'interview.decide': { when: ({ outcome }) => outcome === 'reject', ...limits.secondFactor.rejections },
  'position.saveRules': ({ rules }) => rules.some(({ mode, on }) => on && mode === 'act'),
  'figures.export': true,
  'privacy.saveSettings': true,
  'settings.save': true,
  'organisation.applyWecom': true,
  'organisation.applyFile': true,
  'staff.setRole': true,
  'staff.setPolicy': true,
  'staff.endSessions': true,
  'staff.resetSecondFactor': true,
  'secondFactor.disable': true,
  'secondFactor.renewCodes': true,
};

export function sensitivity<O extends StaffOperation>(operation: O, input: Input<O>): 'none' | 'always' | Burst {
  const asked: Rule<Input<O>> | undefined = sensitive[operation];
  if (asked === undefined) return 'none';
  if (asked === true) return 'always';
  if (typeof asked === 'function') return asked(input) ? 'always' : 'none';
  return asked.when(input) ? { free: asked.free, minutes: asked.minutes } : 'none';
}
