import type { Request } from '#functions/http/request.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import type { CopyValues } from '#shared/application/copies.ts';
import { ok } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';
import { playSandbox } from '#shared/training/sandbox.ts';

/** HR plays the candidate; what comes of it is what the company's own settings would make of it. */
export async function sandbox(
  { directory, clock }: { directory: Pick<Directory, 'company'>; clock: Clock },
  { actor, input }: Request<'training.sandbox', StaffActor>,
) {
  const owner = await directory.company(actor.company);
  const steps = playSandbox(effectiveSettings(owner?.settings), input.moves, clock.now());
  return ok({
    steps: steps.map(({ state, copies, ...step }) => ({ ...step, status: state.status, copies: shown(copies) })),
  });
}

const shown = ({ application, dossier, organisation, workbench }: CopyValues) => [
  { copy: 'application' as const, status: application.status, stage: application.stage, passed: null },
  { copy: 'dossier' as const, status: dossier.status, stage: dossier.stage, passed: null },
  { copy: 'organisation' as const, status: organisation.status, stage: null, passed: organisation.passed },
  { copy: 'workbench' as const, status: workbench.status, stage: null, passed: null },
];
