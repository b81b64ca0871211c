import type { Shape } from './operation.ts';
import type { OperationId } from './routes.ts';

type Shapes = { readonly [O in OperationId]?: Shape };
type Noun = OperationId extends infer O ? (O extends `${infer N}.${string}` ? N : never) : never;

const access = async (): Promise<Shapes> => (await import('./access.ts')).accessOperations;
const booking = async (): Promise<Shapes> => (await import('./booking.ts')).bookingOperations;
const clips = async (): Promise<Shapes> => (await import('./clips.ts')).clipOperations;
const figures = async (): Promise<Shapes> => (await import('./figures.ts')).figureOperations;
const hiring = async (): Promise<Shapes> => (await import('./hiring.ts')).hiringOperations;
const hr = async (): Promise<Shapes> => (await import('./hr.ts')).hrOperations;
const intake = async (): Promise<Shapes> => (await import('./intake.ts')).intakeOperations;
const interviews = async (): Promise<Shapes> => (await import('./interviews.ts')).interviewOperations;
const learning = async (): Promise<Shapes> => (await import('./learning.ts')).learningOperations;
const organisation = async (): Promise<Shapes> => (await import('./organisation.ts')).organisationOperations;
const positions = async (): Promise<Shapes> => (await import('./positions.ts')).positionOperations;
const privacy = async (): Promise<Shapes> => (await import('./privacy.ts')).privacyOperations;
const reports = async (): Promise<Shapes> => (await import('./reports.ts')).reportOperations;
const rules = async (): Promise<Shapes> => (await import('./rules.ts')).ruleOperations;
const sessions = async (): Promise<Shapes> => (await import('./sessions.ts')).sessionOperations;
const sync = async (): Promise<Shapes> => (await import('./sync.ts')).syncOperations;
const tickets = async (): Promise<Shapes> => (await import('./tickets.ts')).ticketOperations;
const training = async (): Promise<Shapes> => (await import('./training.ts')).trainingOperations;
const workbench = async (): Promise<Shapes> => (await import('./workbench.ts')).workbenchOperations;

/** Which files hold the operations on a noun, the most asked for first. */
const files: Record<Noun, readonly (() => Promise<Shapes>)[]> = {
  account: [access],
  application: [hr],
  apply: [intake],
  audit: [privacy],
  booking: [booking, hiring],
  candidate: [intake],
  clip: [clips],
  department: [organisation],
  erasure: [privacy],
  experiment: [learning],
  figures: [figures],
  health: [sessions],
  hold: [privacy],
  intake: [intake],
  interview: [interviews, reports, hr, hiring, sync],
  invitation: [intake],
  learning: [learning],
  message: [booking],
  notice: [training],
  openapi: [sessions],
  organisation: [organisation],
  outcome: [learning],
  position: [positions, reports, rules, learning],
  post: [organisation],
  privacy: [privacy],
  question: [positions],
  report: [reports],
  requisition: [hr, organisation, intake, hiring],
  secondFactor: [access],
  session: [access, sessions],
  settings: [organisation],
  slot: [booking],
  staff: [access],
  sync: [sync],
  ticket: [tickets],
  training: [training],
  voluntary: [learning],
  workbench: [workbench],
};

/**
 * One operation of `operations.ts`, without making the others: all of their schemas take a function longer to start than the
 * rest of what it is made of, and a request needs one.
 */
export async function shapeOf(operation: OperationId): Promise<Shape> {
  const noun = operation.slice(0, operation.indexOf('.')) as Noun;
  for (const load of files[noun]) {
    const shape = (await load())[operation];
    if (shape !== undefined) return shape;
  }
  throw new Error(`no file of the contract holds ${operation}`);
}
