import * as z from 'zod';
import {
  comparedMeasures,
  complaintCategories,
  complaintKinds,
  dimensions,
  funnelStages,
  funnelSteps,
  losses,
  noShowReasons,
  ratedThings,
  reminderChannels,
  trendSteps,
} from '../figures/names.ts';
import { interviewStatusSchema } from '../interview/state.ts';
import { settingsSchema } from '../settings.ts';
import { day, id, instant } from './operation.ts';

export const count = z.number().int().nonnegative();

/** A share with its 95 % interval, all 0-1. */
const shareSchema = z.object({ cases: count, of: count, rate: z.number(), low: z.number(), high: z.number() });
/** `missing`: how many cases it takes until there is a share to show; 0 where there is one. */
const figureSchema = z.object({ share: shareSchema.nullable(), missing: count });
/** Two groups of cases; `difference` is second minus first with its interval, and speaks only where that leaves 0 out. */
const changeSchema = z.object({
  before: shareSchema,
  after: shareSchema,
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  direction: z.enum(['rose', 'fell', 'unclear']),
});
/** Minutes. `low`, `high`: of the median's 95 % interval. Null: longer than anything seen. From counts in ranges, so to a range. */
const timeSchema = z.object({
  n: count,
  median: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  quarter: z.number().nullable(),
  threeQuarters: z.number().nullable(),
});
const medianChangeSchema = z.object({
  before: timeSchema,
  after: timeSchema,
  direction: z.enum(['rose', 'fell', 'unclear']),
});
/** `upTo`: minutes; null: the open rest. */
const rangeSchema = z.object({ upTo: z.number().nullable(), n: count });

/** `hidden`: so few people that they could be recognised, or needed to keep such a group from being worked out. */
const groupSchema = z.object({
  value: z.string(),
  name: z.string().nullable(),
  hidden: z.boolean(),
  share: shareSchema.nullable(),
});
/** Values in the order of their list; a company's own ones by the name it gave. `by`: a dimension, `position`, or a report's id. */
const breakdownSchema = z.object({ by: z.string(), name: z.string().nullable(), groups: z.array(groupSchema) });
const trendSchema = z.array(z.object({ from: day, to: day, ...figureSchema.shape }));

export const periodShape = {
  /** Days of the company's calendar, both included; by default the last 90. */
  from: day.optional(),
  to: day.optional(),
  positionId: id('pos').optional(),
  /** All positions of a department, by its name. */
  department: z.string().min(1).max(100).optional(),
};
export const periodSchema = z.object(periodShape);
export const trendQuery = z.object({ ...periodShape, by: z.enum(trendSteps).optional() });
export const answered = { period: z.object({ from: day, to: day, by: z.enum(trendSteps) }) };
const ratingSchema = z.object({
  n: count,
  missing: count,
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** How many gave 1 … 5 stars; empty where too few. */
  stars: z.array(count),
});

export const noShowsSchema = z.object({
  ...answered,
  /** Appointments that nobody came to, of those that are over. */
  rate: figureSchema,
  /** Against as many days before; null where one of the two is too small. */
  change: changeSchema.nullable(),
  /** Of those, that were not held against the candidate. */
  excused: count,
  trend: trendSchema,
  /** Of those missed; `unsaid`: they have not said. */
  reasons: z.array(z.object({ reason: z.enum(noShowReasons), share: shareSchema.nullable() })),
  handling: z.object({
    /** Until somebody dealt with it. */
    time: timeSchema.nullable(),
    missing: count,
    ranges: z.array(rangeSchema),
    /** The company's limit in minutes, and how many were dealt with within it. */
    limit: z.number(),
    within: shareSchema.nullable(),
    /** Dealt with after the limit, and not yet dealt with. */
    over: count,
    waiting: count,
  }),
  breakdowns: z.array(breakdownSchema),
  /** Groups that surely miss more than all others together: who does not come. */
  portrait: z.array(
    z.object({ by: z.string(), value: z.string(), name: z.string().nullable(), evidence: changeSchema }),
  ),
});

export const funnelSchema = z.object({
  ...answered,
  /** Of those invited on these days, as far as they have come by now. */
  steps: z.array(z.object({ step: z.enum(funnelSteps), n: count, ofInvited: shareSchema.nullable() })),
  /** Empty where too few were invited to be shown. */
  lost: z.array(z.object({ why: z.enum(losses), n: count })),
  missing: count,
  /** Of those who came into a stage on these days. */
  stages: z.array(
    z.object({
      stage: z.enum(funnelStages),
      entered: count,
      waiting: count,
      movedOn: shareSchema.nullable(),
      time: timeSchema.nullable(),
      /** Of those who waited so long: lost before they waited longer. Minutes. */
      dropOff: z.array(z.object({ from: z.number(), to: z.number().nullable(), lost: shareSchema.nullable() })),
    }),
  ),
  breakdowns: z.array(breakdownSchema),
});

export const passRatesSchema = z.object({
  ...answered,
  /** Passed of decided, of the interviews that ended on these days. */
  rate: figureSchema,
  trend: trendSchema,
  positions: z.array(
    z.object({
      positionId: id('pos'),
      title: z.string(),
      department: z.string(),
      /** Null where so few were handed in that they could be recognised. */
      ended: count.nullable(),
      pass: figureSchema,
    }),
  ),
  breakdowns: z.array(breakdownSchema),
});

export const scoresSchema = z.object({
  ...answered,
  bands: z.array(
    z.object({
      band: z.string(),
      hidden: z.boolean(),
      passed: shareSchema.nullable(),
      /** Of all that ended: offer accepted or 待入职. */
      hired: shareSchema.nullable(),
      /** Of those hired of whom it is known: still there, and how they do; null where nothing is known. */
      retained: shareSchema.nullable(),
      performance: z.object({ n: count, mean: z.number() }).nullable(),
    }),
  ),
  /** People hired with an outcome that are still needed before retention and performance say something. */
  missingOutcomes: count,
});

export const satisfactionSchema = z.object({
  ...answered,
  /** Questionnaires answered, of the interviews that ended. */
  answered: figureSchema,
  /** 4 or 5 stars for the flow. */
  satisfied: figureSchema,
  change: changeSchema.nullable(),
  trend: trendSchema,
  ratings: z.array(z.object({ of: z.enum(ratedThings), ...ratingSchema.shape })),
  /** Tickets opened on these days. */
  tickets: z.object({
    opened: count,
    open: count,
    faultOurs: count,
    kinds: z.array(z.object({ kind: z.enum(complaintKinds), n: count })),
    categories: z.array(z.object({ category: z.enum(complaintCategories), n: count })),
    time: timeSchema.nullable(),
  }),
  breakdowns: z.array(breakdownSchema),
});

export const statusSchema = z.object({
  ...answered,
  /** Checks that found a copy of a status that was wrong, of all. Kept for 90 days. */
  rate: figureSchema,
  checked: count,
  drifted: count,
  healed: count,
  trend: z.array(z.object({ date: day, checked: count, drifted: count, healed: count })),
});

export const attritionSchema = z.object({
  ...answered,
  /** What one leaver costs, CNY; a setting. */
  costPerLeaver: z.number(),
  /** Of the people hired here of whom it is known; null where nobody entered it. */
  leavers: count.nullable(),
  known: count,
  left: figureSchema,
  cost: z.number().nullable(),
  /** What it would have cost had as many left as before the change of period; null where unknown. */
  saved: z.number().nullable(),
});

export const remindersSchema = z.object({
  ...answered,
  /** Reminders that were due, and those that reached nobody. */
  said: count,
  reached: figureSchema,
  channels: z.array(
    z.object({
      channel: z.enum(reminderChannels),
      tried: count,
      /** Taken by the provider, of those tried. */
      sent: shareSchema.nullable(),
      /** Said to have arrived, of those with a receipt. */
      arrived: shareSchema.nullable(),
      refused: count,
      unknown: count,
    }),
  ),
  trend: trendSchema,
});

export const compareSchema = z.object({
  measure: z.enum(comparedMeasures),
  before: z.object({ from: day, to: day }),
  after: z.object({ from: day, to: day }),
  /** One of the two is set, by the measure; both null where a side has too few cases. */
  change: changeSchema.nullable(),
  times: medianChangeSchema.nullable(),
  missing: z.object({ before: count, after: count }),
  trend: trendSchema,
});

export const personSchema = z.object({
  interviewId: id('itv'),
  applicationId: id('app'),
  candidate: z.string(),
  position: z.string(),
  department: z.string(),
  /** The instant by which the list is sorted: of the invitation, the appointment or the end. */
  at: instant,
  status: interviewStatusSchema,
  overall: z.number().nullable(),
  /** In the list of appointments. */
  missed: z.boolean().nullable(),
  reason: z.enum(noShowReasons).nullable(),
  handledMinutes: z.number().nullable(),
  /** How far they came, and where it ended. */
  step: z.enum(funnelSteps),
  lost: z.enum(losses).nullable(),
});

/** What a list is narrowed to; everything given has to hold. */
export const peopleFilter = {
  missed: z.enum(['yes', 'no']).optional(),
  excused: z.enum(['yes', 'no']).optional(),
  reason: z.enum(noShowReasons).optional(),
  /** Dealt with later than this many minutes, or not at all. */
  overMinutes: z.coerce.number().nonnegative().optional(),
  trouble: z.enum(['yes', 'no']).optional(),
  reached: z.enum(funnelSteps).optional(),
  lost: z.enum(losses).optional(),
  decided: z.enum(['yes', 'no']).optional(),
  passed: z.enum(['yes', 'no']).optional(),
  answered: z.enum(['yes', 'no']).optional(),
  satisfied: z.enum(['yes', 'no']).optional(),
  dimension: z.enum(dimensions).optional(),
  value: z.string().max(40).optional(),
};

export const hintedSettings = settingsSchema.pick({ channels: true, reminders: true, rebookings: true });
export const hintSchema = z.object({
  code: z.enum(['reason', 'trouble_with', 'missed_more']),
  /** Of `reason`. */
  reason: z.enum(noShowReasons).nullable(),
  dimension: z.string().nullable(),
  value: z.string().nullable(),
  name: z.string().nullable(),
  /** The share it rests on, or the group (`after`) against everybody else (`before`). */
  share: shareSchema.nullable(),
  change: changeSchema.nullable(),
  /** Of the settings of the company: what would be otherwise. Null: somebody has to look. */
  settings: hintedSettings.partial().nullable(),
});

const reportId = id('rep');
/** A breakdown of the company's own: a dimension with values put together and called by its words. Values it leaves out are left out. */
const reportSchema = z.object({
  reportId,
  name: z.string().trim().min(1).max(20),
  dimension: z.enum(dimensions),
  groups: z
    .array(z.object({ name: z.string().trim().min(1).max(20), values: z.array(z.string().max(40)).min(1).max(12) }))
    .min(1)
    .max(12),
});
export const reports = z.object({ version: count, reports: z.array(reportSchema).max(12) });
