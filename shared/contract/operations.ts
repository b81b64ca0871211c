import type * as z from 'zod';
import { accessOperations } from './access.ts';
import { bookingOperations } from './booking.ts';
import { clipOperations } from './clips.ts';
import { figureOperations } from './figures.ts';
import { hiringOperations } from './hiring.ts';
import { hrOperations } from './hr.ts';
import { intakeOperations } from './intake.ts';
import { interviewOperations } from './interviews.ts';
import { learningOperations } from './learning.ts';
import type { Role, Shape } from './operation.ts';
import { organisationOperations } from './organisation.ts';
import { positionOperations } from './positions.ts';
import { privacyOperations } from './privacy.ts';
import { reportOperations } from './reports.ts';
import type { OperationId } from './routes.ts';
import { ruleOperations } from './rules.ts';
import { sessionOperations } from './sessions.ts';
import { syncOperations } from './sync.ts';
import { ticketOperations } from './tickets.ts';
import { trainingOperations } from './training.ts';
import { workbenchOperations } from './workbench.ts';

export type { OperationId, Role };

/** Every operation: who may call it, what goes in, what comes out, how it may be refused. OpenAPI is generated from it. */
export const operations = {
  ...sessionOperations,
  ...accessOperations,
  ...interviewOperations,
  ...clipOperations,
  ...bookingOperations,
  ...ticketOperations,
  ...reportOperations,
  ...hrOperations,
  ...hiringOperations,
  ...intakeOperations,
  ...workbenchOperations,
  ...ruleOperations,
  ...positionOperations,
  ...organisationOperations,
  ...figureOperations,
  ...privacyOperations,
  ...syncOperations,
  ...trainingOperations,
  ...learningOperations,
} satisfies Record<OperationId, Shape>;

export type Operations = typeof operations;
export type Params<O extends OperationId> = z.infer<Operations[O]['params']>;
export type Query<O extends OperationId> = z.infer<Operations[O]['query']>;
export type Input<O extends OperationId> = z.infer<Operations[O]['input']>;
export type Output<O extends OperationId> = z.infer<Operations[O]['output']>;
