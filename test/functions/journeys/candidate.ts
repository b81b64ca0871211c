import type { Output } from '#shared/contract/operations.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { type AnswerSet, answers } from '#test/world/seeds/answers.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import type { Token } from './client.ts';
import { company, type Person, type TestWorld } from './test-world.ts';

export const questionIds = Object.keys(answers.strong) as (keyof AnswerSet)[];
export const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];

let operations = 0;
/** An operation id that nobody has used. */
export const newOperation = (): string => {
  operations += 1;
  return `op-${process.pid}-${String(operations).padStart(6, '0')}`;
};

export type Invited = { person: Person; requisitionId: string; interviewId: string; applicationId: string };

export async function invite(
  world: TestWorld,
  given: { requisitionId?: string; person?: Person } = {},
): Promise<Invited> {
  const requisitionId = given.requisitionId ?? (await world.newRequisition());
  const person = given.person ?? (await world.newCandidate());
  const { interviewId, applicationId } = await world.must('application.invite', {
    token: world.hr,
    params: { requisitionId },
    input: { operationId: newOperation(), candidateId: person.candidateId },
  });
  return { person, requisitionId, interviewId, applicationId };
}

/** The signed link of the newest SMS, out of the short link that the phone opens. */
export async function linkOf(world: TestWorld, person: Person): Promise<string> {
  const { link } = world.sms(person).at(-1) ?? {};
  const { query } = await world.control<{ query: string }>('open-link', { link });
  const signed = new URLSearchParams(query).get('t');
  if (signed === null) throw new Error('an SMS without a signed link');
  return signed;
}

export const loginCode = (world: TestWorld, openid: string): string =>
  world.wechat.loginCode(seed.company.wechat.appid, { openid });

/** From the invitation to the open interview: SMS, link, WeChat, consent, start. */
export async function enter(world: TestWorld, invited: Invited): Promise<Candidate> {
  await world.idle();
  const link = await linkOf(world, invited.person);
  const session = await world.must('session.openLink', {
    input: { link, code: loginCode(world, invited.person.openid) },
  });
  const me = candidate(world, invited, session.token);
  await me.start();
  return me;
}

/** Straight to an open interview, for tests whose subject begins later. */
export async function begin(
  world: TestWorld,
  given: { requisitionId?: string; person?: Person } = {},
): Promise<Candidate> {
  const invited = await invite(world, given);
  const me = candidate(world, invited, tokenOf(world, invited.person));
  await me.start();
  return me;
}

export const tokenOf =
  (world: TestWorld, { candidateId }: Person) =>
  async (): Promise<string> =>
    (await world.tokens.issue({ role: 'candidate', company, candidateId })).token;

export type Candidate = ReturnType<typeof candidate>;

/** One device of a candidate: it counts its saves as the mini-program does. */
export function candidate(world: TestWorld, invited: Invited, token: Token) {
  const params = { interviewId: invited.interviewId };
  let epoch = 0;
  let attempt = 1;
  let saves = 0;
  const numbers: Record<string, number> = {};

  function opened(receipt: { epoch: number; attempt: number }) {
    ({ epoch, attempt } = receipt);
    for (const id of questionIds) numbers[id] = epoch * 1_000_000;
  }

  return {
    ...invited,
    token,
    numbers,
    params,
    place: () => ({ attempt, epoch }),
    async start() {
      const input = { operationId: newOperation(), consents };
      opened(await world.must('interview.start', { token, params, input }));
    },
    async resume(choice: 'continue' | 'restart') {
      const receipt = await world.must('interview.resume', {
        token,
        params,
        input: { operationId: newOperation(), choice },
      });
      opened(receipt);
      return receipt;
    },
    /** One autosave, numbered after the last one. */
    async save(questionId: string, content: DraftContent) {
      saves += 1;
      const number = epoch * 1_000_000 + saves;
      const reply = await world.call('interview.saveDraft', {
        token,
        params: { ...params, questionId },
        input: { attempt, number, content },
      });
      // Of several at once the answers come in any order.
      if (reply.ok) numbers[questionId] = Math.max(numbers[questionId] ?? 0, reply.value.number);
      return reply;
    },
    /** The given answers, every one called done. */
    async answer(set: Partial<Record<string, string[]>> = answers.strong) {
      for (const [questionId, sent] of Object.entries(set)) {
        const reply = await this.save(questionId, { sent: sent ?? [], typing: '', done: true });
        if (!reply.ok) throw new Error(`saving ${questionId}: ${reply.code}`);
      }
    },
    end: (operationId = newOperation()) =>
      world.must('interview.end', { token, params, input: { operationId, attempt, numbers } }),
    view: (): Promise<Output<'interview.get'>> => world.must('interview.get', { token, params }),
  };
}

/** What HR sees of one application, and of one requisition's progress. */
export const dossier = (world: TestWorld, applicationId: string) =>
  world.must('application.dossier', { token: world.hr, params: { applicationId } });

export async function progress(world: TestWorld, requisitionId: string) {
  const { requisitions } = await world.must('requisition.list', { token: world.hr });
  const found = requisitions.find((one) => one.requisitionId === requisitionId);
  if (found === undefined) throw new Error(`${requisitionId} is not listed`);
  return { passed: found.passed, vacancies: found.vacancies, counts: found.counts };
}

export const decide = (
  world: TestWorld,
  interviewId: string,
  outcome: 'second_interview' | 'onboarding' | 'pool' | 'reject' = 'second_interview',
) =>
  world.must('interview.decide', {
    token: world.hr,
    params: { interviewId },
    input: { operationId: newOperation(), outcome },
  });
