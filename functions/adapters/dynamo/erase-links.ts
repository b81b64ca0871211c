import * as z from 'zod';
import type { ErasedCounts, ErasedInterview, ErasureLinks } from '#functions/ports/privacy.ts';
import { draftContentSchema } from '#shared/interview/draft.ts';
import { interviewStateSchema } from '#shared/interview/state.ts';
import { keys } from './keys.ts';
import { dynamoParaphrases } from './paraphrases.ts';
import { resumeSchema } from './people.ts';
import { get, getMany, list } from './read.ts';
import type { Table } from './table.ts';
import { keysOf } from './wipe.ts';

const ownSchema = z.object({ interviewId: z.string() });
const contributionSchema = z.object({ value: z.object({ joined: z.number().default(0) }) });
const requisitionSchema = z.object({ requisitionId: z.string() });
const wishSchema = z.object({
  requisitionId: z.string(),
  fileId: z.string().nullable().default(null),
  unread: z.object({ fileId: z.string() }).nullable().default(null),
  newer: resumeSchema.nullable().default(null),
});
/** Most keys of one batch. */
const atOnce = 100;

/** By which ids a person's data is found. Read when nothing new of theirs can come into being any more. */
export async function linksOf(table: Table, company: string, cand: string, anon: () => string): Promise<ErasureLinks> {
  const own = await list(table, keys.candidateInterview(company, cand, ''), ownSchema);
  const interviews: ErasedInterview[] = [];
  for (const { interviewId } of own) {
    const found = await interviewLinks(table, company, interviewId, anon());
    if (found) interviews.push(found);
  }
  const requisitions = (await list(table, keys.requisition(company, ''), requisitionSchema)).map(
    ({ requisitionId }) => requisitionId,
  );
  const wishes = await wishesOf(table, company, cand, requisitions);
  const resume = await get(table, keys.resume(company, cand), resumeSchema);
  const files = [resume?.file?.key, ...wishes.map(({ newer }) => newer?.file?.key)];
  return {
    interviews,
    requisitionIds: [...new Set([...wishes, ...interviews].map(({ requisitionId }) => requisitionId))],
    fileIds: [
      ...new Set([
        ...wishes.flatMap(({ fileId, unread }) => [fileId, unread?.fileId ?? null]),
        ...files.map((key) => key?.split('/').at(-1) ?? null),
      ]),
    ].filter((id) => id !== null),
  };
}

async function wishesOf(table: Table, company: string, cand: string, requisitionIds: string[]) {
  const found: z.infer<typeof wishSchema>[] = [];
  for (let from = 0; from < requisitionIds.length; from += atOnce) {
    const some = requisitionIds.slice(from, from + atOnce);
    const items = await getMany(
      table,
      some.map((req) => keys.wish(company, req, cand)),
    );
    found.push(...items.map((item) => wishSchema.parse(item)));
  }
  return found;
}

async function interviewLinks(
  table: Table,
  company: string,
  interviewId: string,
  anon: string,
): Promise<ErasedInterview | undefined> {
  const state = await get(table, keys.state(company, interviewId), interviewStateSchema);
  if (state === undefined) return undefined;
  const { applicationId, requisitionId, positionId, terms, appointment } = state;
  const contribution = await get(table, keys.contribution(company, requisitionId, interviewId), contributionSchema);
  return {
    interviewId,
    applicationId,
    requisitionId,
    positionId,
    questionIds: terms.questionIds,
    slots: appointment?.slotId ? [appointment.slotId] : [],
    paraphraseIds: await phrasesOf(table, company, positionId, interviewId),
    joined: contribution?.value.joined === 1,
    anon,
  };
}

const draftSchema = z.object({ content: draftContentSchema });

/** Accepted phrases of the position that stand in one of the answers word for word: HR took them from there. */
async function phrasesOf(table: Table, company: string, pos: string, itv: string): Promise<string[]> {
  const { paraphrases } = await dynamoParaphrases(table).ofPosition(company, pos);
  if (paraphrases.length === 0) return [];
  const [drafts, clips, notes] = await Promise.all([
    list(table, { ...keys.state(company, itv), sk: 'DRAFT#' }, draftSchema),
    list(table, keys.clip(company, itv, ''), z.unknown()),
    list(table, keys.note(company, itv, 'judged#'), z.unknown()),
  ]);
  const said = JSON.stringify([drafts, clips, notes]);
  return paraphrases
    .filter(({ phrase }) => said.includes(JSON.stringify(phrase).slice(1, -1)))
    .map((one) => one.paraphraseId);
}

/** Keys only: how much there is, for the certificate. */
export async function countsOf(
  table: Table,
  company: string,
  cand: string,
  { interviews, fileIds }: ErasureLinks,
): Promise<ErasedCounts> {
  const counts: ErasedCounts = {
    interviews: interviews.length,
    answers: 0,
    recordings: 0,
    reports: 0,
    notes: 0,
    messages: (await keysOf(table, keys.inbox(company, cand, ''))).length,
    files: fileIds.length,
  };
  for (const { interviewId } of interviews) {
    for (const { sk } of await keysOf(table, { ...keys.state(company, interviewId), sk: '' })) {
      if (/^(DRAFT|BESIDE)#/.test(sk)) counts.answers += 1;
      if (sk.startsWith('CLIP#')) counts.recordings += 1;
      if (sk.startsWith('REPORT#')) counts.reports += 1;
      if (sk.startsWith('NOTE#')) counts.notes += 1;
    }
  }
  return counts;
}
