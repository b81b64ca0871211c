import type { Request } from '#functions/http/request.ts';
import type { Sessions } from '#functions/ports/access.ts';
import type { Withdrawals } from '#functions/ports/consents.ts';
import type { Openings } from '#functions/ports/intake.ts';
import type { Erasures } from '#functions/ports/privacy.ts';
import type { Notices } from '#functions/ports/training.ts';
import type { CandidateActor, Clock, Identities, Inbox } from '#functions/ports.ts';
import { sessionViews } from '#functions/session/session-views.ts';
import type { OwnVoluntary } from '#functions/voluntary/own.ts';
import { privacy as english } from '#shared/copy/en/privacy.ts';
import { privacy as chinese } from '#shared/copy/zh/privacy.ts';
import { notGiven, type Part, reasons } from '#shared/privacy/places.ts';
import { ok, refuse } from '#shared/result.ts';
import { consentsOf, type GivenConsent } from './consents-of.ts';
import { type InterviewDeps, interviewData } from './download-interview.ts';
import { applicationsData, filesData, type PersonDeps, resumeData } from './download-person.ts';

type Deps = InterviewDeps &
  PersonDeps & {
    identities: Pick<Identities, 'openidsOf'>;
    inbox: Pick<Inbox, 'all'>;
    openings: Pick<Openings, 'allow'>;
    withdrawals: Pick<Withdrawals, 'of'>;
    voluntary: OwnVoluntary;
    sessions: Pick<Sessions, 'of'>;
    erasures: Pick<Erasures, 'get' | 'ofCandidate'>;
    notices: Pick<Notices, 'read'>;
    clock: Clock;
  };

const mostAnHour = 10;

/**
 * Everything we have of the person who asks, as it stands: what they said, what was heard, what was made of it, who
 * decided and when, what they were told. Recordings and files come as links that open for some minutes. What is not in it
 * is named with the reason.
 */
export async function download(deps: Deps, { actor }: Request<'privacy.download', CandidateActor>) {
  const { company, candidateId } = actor;
  if (!(await deps.openings.allow(company, `download#${candidateId}`, mostAnHour, 60)))
    return refuse({ code: 'rate_limited' as const });
  const [owner, person, resume, requisitions, openids] = await Promise.all([
    deps.directory.company(company),
    deps.directory.candidate(company, candidateId),
    deps.people.resume(company, candidateId),
    deps.directory.requisitions(company),
    deps.identities.openidsOf(company, candidateId),
  ]);
  if (person === undefined) return refuse({ code: 'not_found' as const });
  const [messages, withdrawn, voluntary, sessions, deletion, noticesRead, ids] = await Promise.all([
    deps.inbox.all(company, candidateId),
    deps.withdrawals.of(company, candidateId),
    deps.voluntary.mine(company, candidateId),
    deps.sessions.of(company, candidateId),
    deletionOf(deps, company, candidateId),
    deps.notices.read(company, { candidateId }),
    deps.interviews.ofCandidate(company, candidateId),
  ]);
  const wishes = (
    await Promise.all(requisitions.map(({ requisitionId }) => deps.openings.wish(company, requisitionId, candidateId)))
  ).filter((wish) => wish !== undefined);
  const found = (await Promise.all(ids.map((id) => interviewData(deps, company, id)))).filter(
    (one) => one !== undefined,
  );
  const consents: GivenConsent[] = found.flatMap(({ history, interviewId }) =>
    consentsOf(history, withdrawn).map((consent) => ({ interviewId, ...consent })),
  );
  const { name, phone, email, headline, source } = person;
  const of: Record<Part, unknown> = {
    person: {
      candidateId,
      name,
      phone,
      email: email ?? null,
      headline,
      source: source ?? null,
      wechatOpenids: openids,
    },
    resume: await resumeData(deps, resume, person.resume),
    files: await filesData(deps, company, wishes),
    applications: await applicationsData(deps, wishes),
    interviews: found.map(({ data }) => data),
    consentsTakenBack: withdrawn,
    messages: messages.map(({ kind, title, text, at, readAt }) => ({ kind, title, text, at, readAt })),
    voluntary: voluntary ?? null,
    sessions: sessionViews(sessions, actor.sessionId),
    employment: found.flatMap(({ employment }) => employment),
    deletion,
    noticesRead,
  };
  return ok({
    madeAt: deps.clock.now().toISOString(),
    company: owner?.name ?? '',
    ...of,
    consents,
    notInThisFile: reasons.map((why) => ({
      why,
      zh: chinese.data.notGiven[why],
      en: english.data.notGiven[why],
      places: Object.entries(notGiven).flatMap(([place, reason]) => (reason === why ? [place] : [])),
    })),
  });
}

async function deletionOf({ erasures }: Pick<Deps, 'erasures'>, company: string, candidateId: string) {
  const asked = await erasures.ofCandidate(company, candidateId);
  const erasure = asked && (await erasures.get(company, asked.erasureId));
  if (erasure === undefined) return null;
  const { erasureId, because, state, askedAt, dueAt } = erasure;
  return { erasureId, because, state, askedAt, dueAt, code: asked?.code ?? null };
}
