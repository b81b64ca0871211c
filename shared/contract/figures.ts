import * as z from 'zod';
import { comparedMeasures, factLists, trendSteps } from '../figures/names.ts';
import {
  answered,
  attritionSchema,
  compareSchema,
  count,
  funnelSchema,
  hintedSettings,
  hintSchema,
  noShowsSchema,
  passRatesSchema,
  peopleFilter,
  periodSchema,
  periodShape,
  personSchema,
  remindersSchema,
  reports,
  satisfactionSchema,
  scoresSchema,
  statusSchema,
  trendQuery,
} from './figure-answers.ts';
import { day, id, instant, operation, operationId, staffErrors } from './operation.ts';

const tables = ['no_shows', 'funnel', 'pass_rates', 'scores', 'satisfaction', 'reminders', 'people'] as const;

/** What the company learns of its interviews. Read from counters that the stream keeps; nothing scans. */
export const figureOperations = {
  'figures.noShows': operation({ role: 'staff', query: trendQuery, output: noShowsSchema, errors: staffErrors }),
  'figures.funnel': operation({ role: 'staff', query: trendQuery, output: funnelSchema, errors: staffErrors }),
  'figures.passRates': operation({ role: 'staff', query: trendQuery, output: passRatesSchema, errors: staffErrors }),
  'figures.scores': operation({ role: 'staff', query: trendQuery, output: scoresSchema, errors: staffErrors }),
  'figures.satisfaction': operation({
    role: 'staff',
    query: trendQuery,
    output: satisfactionSchema,
    errors: staffErrors,
  }),
  'figures.status': operation({ role: 'staff', query: periodSchema, output: statusSchema, errors: staffErrors }),
  'figures.attrition': operation({ role: 'staff', query: periodSchema, output: attritionSchema, errors: staffErrors }),
  'figures.reminders': operation({ role: 'staff', query: trendQuery, output: remindersSchema, errors: staffErrors }),
  /** Before and after a day; as many days to either side as asked, 30 by default, at most until today. */
  'figures.compare': operation({
    role: 'staff',
    query: z.object({
      measure: z.enum(comparedMeasures),
      /** The first day of the new time. */
      at: day,
      days: z.coerce.number().int().min(7).max(366).optional(),
      positionId: id('pos').optional(),
      department: z.string().min(1).max(100).optional(),
    }),
    output: compareSchema,
    errors: staffErrors,
  }),
  /** Days on which something was changed that figures may follow: settings, a position, its rules. The newest first. */
  'figures.changes': operation({
    role: 'staff',
    output: z.object({
      changes: z.array(
        z.object({
          date: day,
          what: z.enum(['settings', 'position', 'rules']),
          name: z.string().nullable(),
          by: z.string(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  /** The people behind a figure: the same cases that were counted, the newest first. */
  'figures.people': operation({
    role: 'staff',
    query: z.object({
      list: z.enum(factLists),
      ...periodShape,
      ...peopleFilter,
      cursor: z.string().max(500).optional(),
    }),
    output: z.object({ rows: z.array(personSchema), cursor: z.string().nullable() }),
    errors: staffErrors,
  }),
  /** What the figures suggest. To take one over: `settings.get`, then `settings.save` with `own` and `settings` put together. */
  'figures.hints': operation({
    role: 'staff',
    query: periodSchema,
    output: z.object({
      ...answered,
      hints: z.array(hintSchema),
      /** No-shows with a reason, and appointments, that are still needed before anything could be suggested. */
      missing: z.object({ reasons: count, appointments: count }),
      /** What the suggestions would change, as it is. */
      now: hintedSettings,
      settingsVersion: count,
    }),
    errors: staffErrors,
  }),
  'figures.reports': operation({ role: 'staff', output: reports, errors: staffErrors }),
  /** All of them at once; `version` is the one that was read. */
  'figures.saveReports': operation({
    role: 'staff',
    input: z.object({ operationId, ...reports.shape }),
    output: reports,
    errors: [...staffErrors, 'version_conflict', 'invalid_input'],
  }),
  /** A table as a file; `people` takes the same narrowing as `figures.people`, and at most 2,000 rows. */
  'figures.export': operation({
    role: 'staff',
    query: z.object({
      table: z.enum(tables),
      format: z.enum(['csv', 'xlsx']),
      /** Of the words in it. */
      language: z.enum(['zh', 'en']).optional(),
      ...periodShape,
      by: z.enum(trendSteps).optional(),
      list: z.enum(factLists).optional(),
      ...peopleFilter,
    }),
    output: z.object({ name: z.string(), type: z.string(), base64: z.string(), complete: z.boolean() }),
    errors: staffErrors,
  }),
  /** Everything that a printed review of a quarter shows. `quarter`: `2026-Q3`. */
  'figures.review': operation({
    role: 'staff',
    query: z.object({
      quarter: z.string().regex(/^2[01]\d{2}-Q[1-4]$/),
      positionId: id('pos').optional(),
      department: z.string().min(1).max(100).optional(),
    }),
    output: z.object({
      quarter: z.string(),
      company: z.string(),
      madeAt: instant,
      noShows: noShowsSchema,
      funnel: funnelSchema,
      passRates: passRatesSchema,
      scores: scoresSchema,
      satisfaction: satisfactionSchema,
      reminders: remindersSchema,
      status: statusSchema,
      attrition: attritionSchema,
      hints: z.array(hintSchema),
    }),
    errors: staffErrors,
  }),
};
