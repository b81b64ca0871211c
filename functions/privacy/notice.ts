import type { Request } from '#functions/http/request.ts';
import type { CompanyNotices, Language, StoredNotice } from '#functions/ports/consents.ts';
import type { PrivacySettingsStore } from '#functions/ports/privacy.ts';
import type { CandidateActor, Clock, StaffActor } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { notices as english } from '#shared/copy/en/notices.ts';
import { notices as chinese } from '#shared/copy/zh/notices.ts';
import { type Law, laws } from '#shared/privacy/laws.ts';
import { ok, refuse } from '#shared/result.ts';

type Deps = { companyNotices: CompanyNotices; privacySettings: PrivacySettingsStore };
type View = Output<'privacy.notice'>;

const ours = { zh: chinese, en: english };

/** As it is kept with a consent: which law's, and which version of it. */
const nameOf = (law: Law, version: number): string => `${law.replace('_', '-')}.${version}`;

const viewOf = (law: Law, language: Language, own: StoredNotice | undefined): View => {
  const { title, paragraphs } = own ?? ours[language][law];
  const version = own?.version ?? 0;
  return { law, language, version, name: nameOf(law, version), title, paragraphs };
};

/** What is done with data, as the company tells it; where it says nothing of its own, as the product does. */
export async function notice(deps: Deps, { actor, query }: Request<'privacy.notice', CandidateActor>) {
  const { company } = actor;
  const language = query.language ?? 'zh';
  const { law } = await deps.privacySettings.get(company);
  return ok(viewOf(law, language, await deps.companyNotices.newest(company, law, language)));
}

export async function privacySettings(deps: Deps, { actor, query }: Request<'privacy.settings', StaffActor>) {
  const { company } = actor;
  const language = query.language ?? 'zh';
  const [settings, all] = await Promise.all([
    deps.privacySettings.get(company),
    Promise.all(
      laws.map(async (law) => viewOf(law, language, await deps.companyNotices.newest(company, law, language))),
    ),
  ]);
  return ok({ settings, notices: all });
}

export async function savePrivacySettings(deps: Deps, { actor, input }: Request<'privacy.saveSettings', StaffActor>) {
  await deps.privacySettings.put(actor.company, input);
  return ok({ settings: input });
}

/** The next version; those before stay, because consents name them. */
export async function saveNotice(
  deps: Deps & { clock: Clock },
  { actor, params, input }: Request<'privacy.saveNotice', StaffActor>,
) {
  const { company, userId } = actor;
  const law = laws.find((one) => one === params.law);
  if (law === undefined) return refuse({ code: 'not_found' as const });
  const { language, version, title, paragraphs } = input;
  const newest = await deps.companyNotices.newest(company, law, language);
  if ((newest?.version ?? 0) !== version) return refuse({ code: 'version_conflict' as const });
  const made = { title, paragraphs, version: version + 1, by: userId, at: deps.clock.now().toISOString() };
  if (!(await deps.companyNotices.put(company, law, language, made)))
    return refuse({ code: 'version_conflict' as const });
  return ok(viewOf(law, language, made));
}
