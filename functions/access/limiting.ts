import type { Shares } from '#functions/ports/access.ts';
import type { Actor, Clock } from '#functions/ports.ts';
import { type Rate, rateClassOf, rates, type Whose } from '#shared/access/rates.ts';
import type { OperationId } from '#shared/contract/routes.ts';

type Deps = { shares: Shares; clock: Clock };
export type LimitAsked = {
  operation: OperationId;
  actor: Actor | undefined;
  address: string;
  /** The link that was opened, as it came. */
  link: string | undefined;
};
/** Seconds after which it may be asked for again; undefined where it may be done now. */
export type Limit = (asked: LimitAsked) => Promise<number | undefined>;

type Subject = { company: string | undefined; whom: string; rate: Rate };
/** What one function instance may still let through in a stretch. */
type Counted = { n: number; seconds: number; left: number; over: boolean; taking: Promise<void> | undefined };

/** A warm function's memory is bounded. Whom it forgets gets the free share of this stretch once more, and no lease. */
const mostCounted = 20_000;

/** The one place where `shared/access/rates.ts` is kept to: by this instance's memory first, by all of them together then. */
export function limiting({ shares, clock }: Deps): Limit {
  const counted = new Map<string, Counted>();

  function countedOf({ company, whom, rate }: Subject, now: number): Counted {
    const name = `${company ?? ''} ${whom}`;
    const n = Math.floor(now / rate.seconds);
    const known = counted.get(name);
    if (known?.n === n) return known;
    if (counted.size >= mostCounted) forget(now);
    const fresh: Counted = { n, seconds: rate.seconds, left: rate.free, over: false, taking: undefined };
    counted.set(name, fresh);
    return fresh;
  }

  function forget(now: number) {
    for (const [name, { n, seconds }] of counted) if (n < Math.floor(now / seconds)) counted.delete(name);
    if (counted.size >= mostCounted) counted.clear();
  }

  async function take({ company, whom, rate }: Subject, one: Counted): Promise<void> {
    const { n, seconds } = one;
    try {
      if (await shares.take({ company, whom, n, seconds }, rate)) one.left += rate.lease;
      else one.over = true;
    } catch {
      // A limit protects the many; it is no reason to lose one person's answer. The same table serves the request itself, and
      // says there that it cannot be reached. Nobody waits for it again in this stretch.
      one.left = Number.POSITIVE_INFINITY;
    }
  }

  async function allows(subject: Subject, now: number): Promise<boolean> {
    const one = countedOf(subject, now);
    while (one.left < 1) {
      if (one.over) return false;
      one.taking ??= take(subject, one).finally(() => {
        one.taking = undefined;
      });
      await one.taking;
    }
    one.left -= 1;
    return true;
  }

  return async (asked) => {
    const now = Math.floor(clock.now().getTime() / 1000);
    for (const subject of subjectsOf(asked))
      if (!(await allows(subject, now))) return subject.rate.seconds - (now % subject.rate.seconds);
    return undefined;
  };
}

function subjectsOf({ operation, actor, address, link }: LimitAsked): Subject[] {
  const kind = rateClassOf(operation);
  const limits: { [W in Whose]?: Rate } = rates[kind];
  const person = actor && (actor.role === 'candidate' ? actor.candidateId : actor.userId);
  const names: Record<Whose, string | undefined> = {
    person,
    link,
    company: actor?.company,
    address: actor === undefined ? address : undefined,
  };
  // The narrower first: what one has too much of is not taken from all.
  return (['link', 'person', 'address', 'company'] as const).flatMap((whose) => {
    const [rate, name] = [limits[whose], names[whose]];
    if (rate === undefined || name === undefined) return [];
    return [{ company: actor?.company, whom: `${kind}#${whose}#${name}`, rate }];
  });
}
