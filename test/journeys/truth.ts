import type { Page } from 'playwright-core';
import { dynamoInterviews } from '#functions/adapters/dynamo/interviews.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { interviewStatus } from '#shared/copy/zh/statuses.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import type { World } from '#test/world/world.ts';
import type { Scene } from './scenes.ts';

const { companyId } = seed.company;

/** Numbers of the questions, from 1, and the status in words. */
export type Outcome = { counted: number[]; notCounted: number[]; status: string };

/** What the sheet promises before the tap. */
export async function promised(page: Page): Promise<Outcome> {
  const sheet = page.locator('#end-sheet');
  await sheet.waitFor();
  const text = await sheet.innerText();
  const done = Number(/已完成 (\d+) 题/.exec(text)?.[1]);
  const open = numbersIn(/未完成 \d+ 题（第 ([\d、]+) 题/.exec(text)?.[1]);
  const counted = Array.from({ length: done + open.length }, (_, i) => i + 1).filter((n) => !open.includes(n));
  return { counted, notCounted: open, status: await page.locator('#status-after').innerText() };
}

/** What became of it on the server. */
export async function happened(scene: Scene): Promise<Outcome> {
  const { questions, answeredIds, status } = await scene.view();
  const numbers = (inIt: boolean) =>
    questions.flatMap(({ id }, index) => (answeredIds.includes(id) === inIt ? [index + 1] : []));
  return { counted: numbers(true), notCounted: numbers(false), status: interviewStatus[status] };
}

const numbersIn = (list = ''): number[] => list.split('、').filter(Boolean).map(Number);

/** What the store holds of an interview, past every page and every route. */
export function openRecords({ config, clock, dynamo }: World) {
  const table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
  const interviews = dynamoInterviews(table);
  return {
    drafts: (interviewId: string, attempt: number) => interviews.drafts(companyId, interviewId, attempt),
    beside: (interviewId: string, attempt: number) => interviews.beside(companyId, interviewId, attempt),
    async events(interviewId: string) {
      return (await interviews.history(companyId, interviewId)).map(({ event }) => event);
    },
    async ends(interviewId: string): Promise<number> {
      return (await this.events(interviewId)).filter(({ type }) => type === 'ended').length;
    },
  };
}
