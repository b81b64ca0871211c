import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, Page } from 'playwright-core';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import type { StaffRole } from '#shared/access/roles.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import type { Outcome } from '#shared/interview/state.ts';
import { openStillPage, type StillPageOptions } from '#test/browser/screenshot.ts';
import { createClient } from '#test/functions/journeys/client.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { signedIn } from '#test/world/signed-in.ts';
import type { World } from '#test/world/world.ts';

const { companyId } = seed.company;
const consents = (['ai_evaluation', 'recording'] as const).map((purpose) => ({ purpose, version: '1', granted: true }));

/** The seeded openings, each with somebody whose résumé matches it; `support`: its candidates pick a time. */
const openings = {
  sales: { requisitionId: 'req_salesrep01', suits: '陈思远' },
  backend: { requisitionId: 'req_backend01', suits: '何俊杰' },
  support: { requisitionId: 'req_support01', suits: '徐静' },
} as const;

export type Scenes = ReturnType<typeof createScenes>;
export type Scene = Awaited<ReturnType<Scenes['invited']>>;
type Somebody = { signed(): Promise<{ token: string; expiresAt: string }> };

/** Interviews brought to where a page is to be looked at, each with a person of its own, past the pages. */
export function createScenes({ origin, config, clock, dynamo, idle, sweep }: World) {
  const client = createClient(origin);
  const { must } = client;
  const table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
  const tokens = { issue: signedIn({ table, key: config.tokenKey }) };
  /** Of the seeded staff, whoever has that role. */
  async function signedStaff(role: StaffRole) {
    const person = seed.staff.find((one) => one.role === role);
    if (person === undefined) throw new Error(`the seed has no ${role}`);
    return tokens.issue({ role, company: companyId, userId: person.userId });
  }
  const hr = async () => (await signedStaff('recruiter')).token;
  let made = 0;
  const operationId = () => {
    made += 1;
    return `op-scene-${String(made).padStart(6, '0')}`;
  };

  /**
   * Someone invited to one of the seeded positions, whose résumé matches it. `themselves`: the seeded one, whom WeChat
   * knows. `to`: another opening of that position.
   */
  async function invited(
    position: keyof typeof openings = 'sales',
    { themselves = false, to }: { themselves?: boolean; to?: string } = {},
  ) {
    made += 1;
    const { requisitionId, suits } = { ...openings[position], ...(to && { requisitionId: to }) };
    const model = seed.candidates.find(({ name }) => name === suits);
    const digits = String(made).padStart(4, '0');
    const somebody = {
      ...model,
      candidateId: `cand_scene${digits}`,
      name: `候选人${digits}`,
      phone: `1890000${digits}`,
    };
    const person = themselves && model ? model : somebody;
    const Item = { ...keys.candidate(companyId, person.candidateId), ...person };
    await table.send(new PutCommand({ TableName: config.table, Item }));
    const { interviewId, applicationId } = await must('application.invite', {
      token: hr,
      params: { requisitionId },
      input: { operationId: operationId(), candidateId: person.candidateId },
    });
    const signed = () => tokens.issue({ role: 'candidate', company: companyId, candidateId: person.candidateId });
    const token = async () => (await signed()).token;
    const params = { interviewId };
    const scene = {
      interviewId,
      applicationId,
      params,
      token,
      signed,
      view: (): Promise<Output<'interview.get'>> => must('interview.get', { token, params }),
      slots: async () => (await must('booking.slots', { token, params })).slots,
      book: (slotId: string | null) =>
        must('booking.book', { token, params, input: { operationId: operationId(), slotId } }),
      start: () => must('interview.start', { token, params, input: { operationId: operationId(), consents } }),
      /** The seeded strong answers to these questions, or contents of one's own; each called done. */
      async answer(given: Record<string, DraftContent['sent']> = answers.strong) {
        const { attempt, epoch } = await scene.view();
        for (const [n, [questionId, sent]] of Object.entries(given).entries()) {
          const number = epoch * 1_000_000 + n + 1;
          const input = { attempt, number, content: { sent, typing: '', done: true } };
          await must('interview.saveDraft', { token, params: { ...params, questionId }, input });
        }
      },
      async end() {
        const { attempt, epoch, questions, drafts } = await scene.view();
        const numberOf = (id: string) =>
          drafts.find(({ questionId }) => questionId === id)?.number ?? epoch * 1_000_000;
        const numbers = Object.fromEntries(questions.map(({ id }) => [id, numberOf(id)]));
        await must('interview.end', { token, params, input: { operationId: operationId(), attempt, numbers } });
        await idle();
      },
      /** Begun, everything answered and ended; the report is there. */
      async submitted() {
        await scene.start();
        await scene.answer();
        await scene.end();
        return scene;
      },
      decide: (outcome: Outcome) =>
        must('interview.decide', { token: hr, params, input: { operationId: operationId(), outcome } }),
      ask: (kind: 'help' | 'reopen' | 'extend' | 'human_review', text: string) =>
        must('ticket.open', {
          token,
          params,
          input: { operationId: operationId(), kind, category: 'technical', text },
        }),
      reply: (ticketId: string, text: string) =>
        must('ticket.answer', {
          token: hr,
          params: { ...params, ticketId },
          input: { operationId: operationId(), text },
        }),
      settle: (ticketId: string, resolution: 'granted' | 'refused' | 'resolved', text: string) =>
        must('ticket.close', {
          token: hr,
          params: { ...params, ticketId },
          input: { operationId: operationId(), resolution, fault: 'none', text },
        }),
      decline: () =>
        must('interview.decline', { token, params, input: { operationId: operationId(), reason: 'human_route' } }),
      explain: (reason: 'forgot' | 'technical' | 'conflict' | 'other') =>
        must('booking.explain', { token, params, input: { operationId: operationId(), reason } }),
    };
    return scene;
  }

  return {
    ...client,
    hr,
    invited,
    /** Turns the clock and lets what falls due happen. */
    async turn(duration: string) {
      clock.advance(duration);
      await sweep();
      await idle();
    },
    /** A browser page signed in as that candidate, or as HR; its clock stands at the world's unless `running`. */
    async open(
      browser: Browser,
      who: Somebody | 'hr' | StaffRole,
      { running = false, ...options }: StillPageOptions & { running?: boolean } = {},
    ): Promise<Page> {
      const page = await openStillPage(browser, { ...(running ? {} : { now: clock.now().toISOString() }), ...options });
      const ofStaff = typeof who === 'string';
      const data = ofStaff ? await signedStaff(who === 'hr' ? 'recruiter' : who) : await who.signed();
      await page.context().addInitScript(`localStorage.setItem('session.${ofStaff ? 'recruiter' : 'candidate'}',
        ${JSON.stringify(JSON.stringify({ data }))});`);
      return page;
    },
    url: (path: string, query = '') => `${origin}/h5/index.html#/${path}${query === '' ? '' : `?${query}`}`,
  };
}
