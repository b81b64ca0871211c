import type { Output } from '#shared/contract/operations.ts';

/** One candidate's way through one opening, and what came of the interview, as the server tells them. */
export type Dossier = Output<'application.dossier'>;
export type Review = Output<'report.review'>;
