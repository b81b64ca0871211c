import type { Request } from '#functions/http/request.ts';
import type { Copies, Directory, StaffActor } from '#functions/ports.ts';
import { openingOf } from '#functions/requisition/opening.ts';
import { matchResume } from '#shared/application/match.ts';
import { phoneOf } from '#shared/intake/phone.ts';
import { channelsFor } from '#shared/messaging/messages.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { directory: Directory; copies: Copies };

/** Who of these would be invited and by which channels, who not and why. Writes nothing. */
export async function previewInvitations(
  deps: Deps,
  { actor, params, input }: Request<'invitation.preview', StaffActor>,
) {
  const { company } = actor;
  const opening = await openingOf(deps, company, params.requisitionId);
  if (opening === undefined) return refuse({ code: 'not_found' as const });
  const { position, settings, open } = opening;
  const { matchThreshold: threshold, deadlineHours } = settings;
  const applicants = await deps.directory.applicants(company, params.requisitionId);
  const people = await Promise.all(
    [...new Set(input.candidateIds)].map(async (candidateId) => {
      const candidate = await deps.directory.candidate(company, candidateId);
      if (candidate === undefined) return { candidateId, name: '', share: 0, why: 'absent' as const, channels: [] };
      const match = matchResume(candidate.resume, position.criteria, threshold);
      const channels = channelsFor('invitation', settings.channels).filter(
        (channel) =>
          (channel === 'sms' && 'phone' in phoneOf(candidate.phone)) ||
          (channel === 'email' && candidate.email !== undefined),
      );
      const why = applicants.has(candidateId)
        ? ('already_invited' as const)
        : !match.matched
          ? ('not_matched' as const)
          : channels.length === 0
            ? ('no_channel' as const)
            : null;
      return { candidateId, name: candidate.name, share: match.share, why, channels };
    }),
  );
  return ok({ open, deadlineHours, threshold, people });
}
