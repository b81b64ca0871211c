import {
  clockOf,
  hourBandOf,
  hoursBetween,
  leadTimeOf,
  minutesBetween,
  scoreBandOf,
  weekdayOf,
} from '#shared/figures/bounds.ts';
import type { AppointmentFacts, Facts, ReminderFacts, Stay } from '#shared/figures/facts.ts';
import type { DimensionValue } from '#shared/figures/names.ts';
import { plusHours, plusMinutes } from '#shared/interview/windows.ts';
import type { Random } from '#shared/seeded.ts';

const timeZone = 'Asia/Shanghai';
const dayMs = 86_400_000;

export type PastAsked = {
  random: Random;
  now: Date;
  interviews: number;
  positions: readonly { positionId: string }[];
  /** Days back it begins, and days back something was changed: reminders by WeChat, somebody who answers at once. */
  days?: number;
  changed?: number;
};

type Dice = ReturnType<typeof diceOf>;
const diceOf = (random: Random) => ({
  chance: (share: number) => random() < share,
  between: (low: number, high: number) => low + random() * (high - low),
  /** Skewed to the left: most are near the low end. */
  soon: (low: number, high: number) => low + random() ** 3 * (high - low),
  pick: <T>(all: readonly [T, number][]): T => {
    let left = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [one, weight] of all) {
      left -= weight;
      if (left < 0) return one;
    }
    return (all[0] as [T, number])[0];
  },
});

/** Interviews of the past in the order of their invitations. What is planted in them is found again: see `figures`' tests. */
export function* pastFacts({
  random,
  now,
  interviews,
  positions,
  days = 365,
  changed = 90,
}: PastAsked): Generator<Facts> {
  const dice = diceOf(random);
  const yesterday = Math.floor(now.getTime() / dayMs) * dayMs;
  for (let n = 0; n < interviews; n += 1) {
    const back = days - (n / interviews) * (days - 4);
    const invitedAt = new Date(yesterday - back * dayMs + dice.between(1, 10) * 3_600_000).toISOString();
    const positionId = dice.pick(positions.map(({ positionId: id }, at) => [id, [5, 2, 3][at % 3] ?? 1]));
    yield factsOf(dice, { n, invitedAt, positionId, better: back <= changed, now: new Date(yesterday).toISOString() });
  }
}

type One = { n: number; invitedAt: string; positionId: string; better: boolean; now: string };

function factsOf(dice: Dice, one: One): Facts {
  const name = `past${String(one.n).padStart(8, '0')}`;
  const source = dice.pick<DimensionValue<'source'>>([
    ['campus', 30],
    ['job_board', 45],
    ['referral', 15],
    ['other', 10],
  ]);
  const candidateKind = source === 'campus' || dice.chance(0.12) ? 'graduate' : 'experienced';
  const ids = {
    interviewId: `itv_${name}`,
    applicationId: `app_${name}`,
    candidateId: `cand_${name}`,
    requisitionId: `req_${one.positionId.slice(4)}past`,
  };
  const base: Facts = {
    ...ids,
    positionId: one.positionId,
    timeZone,
    known: { source, candidateKind },
    status: 'invited',
    invitedAt: one.invitedAt,
    endedAt: null,
    step: 'invited',
    lost: null,
    overall: null,
    scoreBand: 'unscored',
    outcome: null,
    decidedAt: null,
    passed: null,
    hiredAt: null,
    joinedAt: null,
    stayed: null,
    performance: null,
    appointments: [],
    stays: [],
    reminders: [],
    stars: null,
    tickets: [],
  };
  return interviewed(dice, one, base);
}

const stay = (stage: Stay['stage'], from: string, to: string | null, end: Stay['end']): Stay => ({
  stage,
  from,
  to,
  end,
});

function interviewed(dice: Dice, one: One, base: Facts): Facts {
  const { invitedAt } = one;
  const graduate = base.known.candidateKind === 'graduate';
  if (dice.chance(0.05)) {
    const at = plusHours(invitedAt, dice.soon(2, 60));
    return { ...base, status: 'cancelled', lost: 'withdrawn', stays: [stay('to_start', invitedAt, at, 'lost')] };
  }
  const device = dice.pick<DimensionValue<'device'>>([
    ['android', 55],
    ['ios', 40],
    ['desktop', 5],
  ]);
  const network = dice.pick<DimensionValue<'network'>>([
    ['wifi', 60],
    ['cellular', 32],
    ['slow', 8],
  ]);
  const version = dice.pick<DimensionValue<'version'>>([
    ['current', 88],
    ['old', 12],
  ]);
  const trouble = dice.chance((network === 'slow' ? 0.34 : 0.03) + (version === 'old' ? 0.2 : 0));
  const missChance = (one.better ? 0.05 : 0.15) + (graduate && !one.better ? 0.12 : 0) + (trouble ? 0.12 : 0);
  const appointments: AppointmentFacts[] = [];
  const reminders: ReminderFacts[] = [];
  const tickets: Facts['tickets'] = [];
  const facts = { ...base, appointments, reminders, tickets };
  let made = invitedAt;
  for (let attempt = 0; ; attempt += 1) {
    const at = slotAfter(dice, made, attempt);
    if (at > one.now) return { ...facts, status: 'scheduled', stays: [stay('to_start', invitedAt, null, 'waiting')] };
    const told = remindersBefore(dice, at, made, one.better);
    reminders.push(...told);
    const missed = dice.chance(missChance / (attempt + 1));
    const kept = appointmentOf(dice, {
      at,
      made,
      missed,
      trouble,
      told,
      device,
      network,
      version,
      attempt,
      better: one.better,
    });
    appointments.push(kept);
    if (kept.trouble)
      tickets.push({
        kind: 'help',
        category: 'technical',
        openedAt: at,
        closedAt: plusMinutes(at, dice.soon(4, 90)),
        fault: 'ours',
      });
    if (!missed) return judged(dice, one, facts, at);
    if (attempt === 1 || dice.chance(one.better ? 0.2 : 0.45)) {
      const stays = [stay('to_start', invitedAt, at, 'lost')];
      return { ...facts, status: 'no_show', lost: 'no_show', stays };
    }
    made = plusMinutes(at, (kept.handledMinutes ?? 60) + dice.between(5, 240));
  }
}

/** Half-past or full hours of working days, by the company's clock. */
function slotAfter(dice: Dice, from: string, attempt: number): string {
  const hours = dice.soon(attempt === 0 ? 20 : 4, attempt === 0 ? 190 : 70);
  const day = Math.floor((Date.parse(from) + hours * 3_600_000) / dayMs) * dayMs;
  const at = new Date(day + Math.floor(dice.between(3, 20)) * 1_800_000).toISOString();
  const { weekday } = clockOf(timeZone, at);
  const moved = weekday > 5 ? plusHours(at, 24 * (8 - weekday)) : at;
  return moved > plusHours(from, 2) ? moved : plusHours(moved, 24);
}

function remindersBefore(dice: Dice, at: string, made: string, better: boolean): ReminderFacts[] {
  return [24, 1].flatMap((hours): ReminderFacts[] => {
    const due = plusHours(at, -hours);
    if (due <= made) return [];
    const wechat = better ? dice.chance(0.8) : dice.chance(0.25);
    const channels = wechat ? (['wechat', 'sms'] as const) : (['sms', 'email'] as const);
    const byChannel = channels.map((channel) => {
      const state = dice.pick<'sent' | 'refused' | 'unknown'>([
        ['sent', 93],
        ['refused', channel === 'email' ? 9 : 5],
        ['unknown', 2],
      ]);
      return { channel, state, arrived: channel === 'sms' && state === 'sent' ? dice.chance(0.96) : null };
    });
    const reached = byChannel.some(({ state, arrived }) => state === 'sent' && arrived !== false);
    return [{ at: due, version: 1, byChannel, reached, read: reached && dice.chance(0.5) }];
  });
}

type Kept = Pick<AppointmentFacts['dimensions'], 'device' | 'network' | 'version'> & {
  at: string;
  made: string;
  missed: boolean;
  trouble: boolean;
  told: ReminderFacts[];
  attempt: number;
  better: boolean;
};

function appointmentOf(dice: Dice, one: Kept): AppointmentFacts {
  const { at, made, missed, trouble, told, device, network, version, attempt, better } = one;
  const { hour, weekday } = clockOf(timeZone, at);
  const leadHours = hoursBetween(made, at);
  const reason = dice.pick<NonNullable<AppointmentFacts['reason']>>(
    trouble
      ? [
          ['technical', 80],
          ['unsaid', 20],
        ]
      : [
          ['technical', 16],
          ['forgot', 48],
          ['conflict', 16],
          ['other', 6],
          ['unsaid', 14],
        ],
  );
  const used = told.flatMap(({ byChannel }) => byChannel.filter(({ state }) => state === 'sent'));
  const channel = (['wechat', 'sms', 'email'] as const).find((name) => used.some((by) => by.channel === name));
  const handled = better ? dice.soon(3, 70) : dice.soon(25, 420);
  return {
    at,
    missed,
    excuse: missed && (trouble || told.every(({ reached }) => !reached)) ? 'precheck_failed' : null,
    reason: missed ? reason : null,
    handledMinutes: missed && !dice.chance(0.08) ? handled : null,
    trouble: trouble || (missed && reason === 'technical'),
    dimensions: {
      channel: channel ?? 'none',
      lead_time: leadTimeOf(leadHours),
      weekday: weekdayOf(weekday),
      hour: hourBandOf(hour),
      ...{ device, network, version },
    },
    signals: {
      leadHours,
      reminders: told.map((each) => ({
        hoursBefore: hoursBetween(each.at, at),
        delivered: each.byChannel.filter(({ state }) => state === 'sent').length,
        read: each.read,
      })),
      confirmedHoursBefore: !missed && dice.chance(0.6) ? dice.between(1, 24) : null,
      preCheck: dice.chance(0.7) ? { hoursBefore: dice.between(0.2, 12), passed: !trouble } : null,
      earlierNoShows: attempt,
      slotHour: hour,
      slotWeekday: weekday,
    },
  };
}

/** From the start on: most finish, a person decides within days, and whoever waits long is lost. */
function judged(dice: Dice, one: One, base: Facts, startedAt: string): Facts {
  const toStart = stay('to_start', one.invitedAt, startedAt, 'on');
  const endedAt = plusMinutes(startedAt, dice.between(14, 42));
  if (dice.chance(0.06))
    return {
      ...{ ...base, status: 'incomplete' as const, step: 'started' as const, lost: 'incomplete' as const },
      stays: [toStart, stay('interview', startedAt, endedAt, 'lost')],
    };
  const overall = Math.round(Math.max(35, Math.min(98, 76 + (dice.between(-1, 1) + dice.between(-1, 1)) * 16)));
  const pleased = dice.chance(one.better ? 0.82 : 0.42);
  const star = (high: boolean) => Math.round(high ? dice.between(3.6, 5.4) : dice.between(1, 3.4));
  const stars = dice.chance(0.62)
    ? {
        flow: Math.min(5, pleased ? Math.max(4, star(true)) : star(false)),
        realism: Math.min(5, star(dice.chance(0.7))),
        reminders: Math.min(5, star(pleased)),
        support: Math.min(5, star(pleased)),
      }
    : null;
  const ended = { ...base, status: 'submitted' as const, step: 'ended' as const, endedAt, overall, stars };
  const facts = { ...ended, scoreBand: scoreBandOf(overall) };
  const stays = [toStart, stay('interview', startedAt, endedAt, 'on')];
  const decidedAt = plusHours(endedAt, dice.soon(1, 110));
  if (decidedAt > one.now) return { ...facts, stays: [...stays, stay('review', endedAt, null, 'waiting')] };
  const waited = minutesBetween(endedAt, decidedAt) / 1440;
  if (dice.chance(0.02 + waited * 0.05)) {
    const lostAt = decidedAt;
    return {
      ...facts,
      status: 'cancelled',
      endedAt: null,
      lost: 'withdrawn',
      step: 'started',
      stays: [...stays.slice(0, 1), stay('interview', startedAt, lostAt, 'lost')],
    };
  }
  const passed = overall >= 80 ? dice.chance(0.92) : overall >= 70 && dice.chance(0.45);
  const decided = { ...facts, status: 'evaluated' as const, step: 'decided' as const, decidedAt, passed };
  if (!passed) {
    const outcome = dice.chance(0.5) ? ('pool' as const) : ('reject' as const);
    const lost = outcome === 'pool' ? ('pool' as const) : ('rejected' as const);
    return { ...decided, outcome, lost, stays: [...stays, stay('review', endedAt, decidedAt, 'lost')] };
  }
  return hired(
    dice,
    one,
    { ...decided, step: 'passed', outcome: 'second_interview' },
    {
      stays: [...stays, stay('review', endedAt, decidedAt, 'on')],
      decidedAt,
      overall,
    },
  );
}

function hired(
  dice: Dice,
  one: One,
  facts: Facts,
  sofar: { stays: Stay[]; decidedAt: string; overall: number },
): Facts {
  const { stays, decidedAt, overall } = sofar;
  const secondAt = plusHours(decidedAt, dice.soon(24, 260));
  if (secondAt > one.now) return { ...facts, stays: [...stays, stay('second', decidedAt, null, 'waiting')] };
  if (!dice.chance(overall >= 85 ? 0.82 : overall >= 80 ? 0.55 : 0.28))
    return {
      ...facts,
      outcome: 'reject',
      passed: false,
      step: 'decided',
      lost: 'rejected',
      decidedAt: secondAt,
      stays: [...stays, stay('second', decidedAt, secondAt, 'lost')],
    };
  const second = [...stays, stay('second', decidedAt, secondAt, 'on')];
  const offered = { ...facts, outcome: 'offer' as const, step: 'offered' as const, decidedAt: secondAt };
  const answeredAt = plusHours(secondAt, dice.soon(6, 96));
  if (answeredAt > one.now) return { ...offered, stays: [...second, stay('offer', secondAt, null, 'waiting')] };
  if (!dice.chance(0.84))
    return { ...offered, lost: 'offer_declined', stays: [...second, stay('offer', secondAt, answeredAt, 'lost')] };
  const accepted = { ...offered, step: 'accepted' as const, hiredAt: answeredAt };
  const offer = [...second, stay('offer', secondAt, answeredAt, 'on')];
  const joinedAt = plusHours(answeredAt, dice.between(150, 800));
  if (joinedAt > one.now) return { ...accepted, stays: [...offer, stay('onboarding', answeredAt, null, 'waiting')] };
  const known = plusHours(joinedAt, 24 * 60) < one.now;
  return {
    ...accepted,
    step: 'joined',
    joinedAt,
    stayed: known ? dice.chance(overall >= 85 ? 0.93 : 0.72) : null,
    performance: known
      ? Math.max(1, Math.min(5, Math.round(1.4 + (overall - 60) / 14 + dice.between(-0.9, 0.9))))
      : null,
    stays: [...offer, stay('onboarding', answeredAt, joinedAt, 'on')],
  };
}
