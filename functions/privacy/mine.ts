import type { Request } from '#functions/http/request.ts';
import type { Withdrawals } from '#functions/ports/consents.ts';
import type { Erasures, PrivacySettingsStore } from '#functions/ports/privacy.ts';
import type { CandidateActor, Directory, Interviews } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { replay } from '#shared/interview/evolve.ts';
import { ok } from '#shared/result.ts';
import { consentsOf } from './consents-of.ts';

type Deps = {
  interviews: Interviews;
  directory: Directory;
  withdrawals: Withdrawals;
  erasures: Erasures;
  privacySettings: PrivacySettingsStore;
};
type View = Output<'privacy.mine'>;

const open = ['invited', 'scheduled', 'in_progress'];
const judged = ['submitted', 'evaluated'];

/** 「我的信息与权利」: what was agreed to, what may be asked for, and how a deletion stands. */
export async function mine(deps: Deps, { actor }: Request<'privacy.mine', CandidateActor>) {
  const { company, candidateId } = actor;
  const [owner, settings, withdrawn, ids, pointer] = await Promise.all([
    deps.directory.company(company),
    deps.privacySettings.get(company),
    deps.withdrawals.of(company, candidateId),
    deps.interviews.ofCandidate(company, candidateId),
    deps.erasures.ofCandidate(company, candidateId),
  ]);
  const erasure = pointer && (await deps.erasures.get(company, pointer.erasureId));
  const consents: View['consents'] = [];
  const interviews: View['interviews'] = [];
  for (const interviewId of ids) {
    const history = await deps.interviews.history(company, interviewId);
    const state = replay(history);
    if (state === undefined) continue;
    const position = (await deps.directory.position(company, state.positionId))?.title ?? '';
    interviews.push({
      interviewId,
      position,
      open: open.includes(state.status),
      judged: judged.includes(state.status),
    });
    consents.push(...consentsOf(history, withdrawn).map((consent) => ({ interviewId, position, ...consent })));
  }
  const view: View = {
    company: owner?.name ?? '',
    law: settings.law,
    consents,
    interviews,
    keptMonths: { unhired: settings.unhiredMonths, pool: settings.poolMonths, recordings: settings.mediaMonths },
    erasure:
      erasure === undefined
        ? null
        : {
            erasureId: erasure.erasureId,
            state: erasure.state,
            askedAt: erasure.askedAt,
            dueAt: erasure.dueAt,
            code: pointer?.code ?? null,
          },
  };
  return ok(view);
}
