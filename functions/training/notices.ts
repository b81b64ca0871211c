import { createHash } from 'node:crypto';
import type { Request } from '#functions/http/request.ts';
import type { LiveSession, Notices } from '#functions/ports/training.ts';
import type { CandidateActor, Clock, Directory, StaffActor } from '#functions/ports.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { notices: Notices; directory: Pick<Directory, 'company' | 'staff'>; clock: Clock };

export async function list(deps: Deps, { actor }: Request<'notice.list', StaffActor>) {
  const { company, userId } = actor;
  const [readIds, sessions] = await Promise.all([
    deps.notices.read(company, { userId }),
    deps.notices.sessions(company, deps.clock.now()),
  ]);
  return ok({ readIds, sessions: await Promise.all(sessions.map((one) => shown(deps, company, one))) });
}

export async function read({ notices }: Deps, { actor, input }: Request<'notice.read', StaffActor>) {
  await notices.markRead(actor.company, { userId: actor.userId }, input.noticeIds);
  return ok({});
}

/** Announces a live session to everybody who works here; shown until it is over. */
export async function announce(deps: Deps, { actor, input }: Request<'notice.announce', StaffActor>) {
  const { company, userId: by } = actor;
  const { operationId, title, startsAt, minutes, link } = input;
  const endsAt = plusMinutes(startsAt, minutes);
  if (new Date(endsAt) <= deps.clock.now()) return refuse({ code: 'slot_passed' as const });
  const session = { sessionId: sessionOf(company, operationId), title, startsAt, endsAt, link, by };
  await deps.notices.announce(company, session);
  return ok(await shown(deps, company, session));
}

export async function callOff({ notices, clock }: Deps, { actor, params }: Request<'notice.callOff', StaffActor>) {
  // Called off twice, or over meanwhile: either way it is not announced any more.
  await notices.callOff(actor.company, params.sessionId, clock.now());
  return ok({});
}

type Mine = { notices: Notices };

export async function mine({ notices }: Mine, { actor }: Request<'notice.mine', CandidateActor>) {
  return ok({ readIds: await notices.read(actor.company, { candidateId: actor.candidateId }) });
}

export async function readMine({ notices }: Mine, { actor, input }: Request<'notice.readMine', CandidateActor>) {
  await notices.markRead(actor.company, { candidateId: actor.candidateId }, input.noticeIds);
  return ok({});
}

/** From the operation, so that an announcement that is sent again is the same one. */
const sessionOf = (company: string, operationId: string): string =>
  `live_${createHash('sha256').update(`${company} ${operationId}`).digest('hex').slice(0, 20)}`;

async function shown({ directory }: Pick<Deps, 'directory'>, company: string, { by, ...session }: LiveSession) {
  return { ...session, person: (await directory.staff(company, by))?.name ?? null };
}
