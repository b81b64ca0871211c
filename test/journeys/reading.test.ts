/** What is asked can be read whole before it is answered: on arrival, after 「完成本题」, on coming back, with a keyboard. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openStillPage } from '#test/browser/screenshot.ts';
import { createClient } from '#test/functions/journeys/client.ts';
import { answer, at, enter, questionIds, read } from './candidate.ts';
import { opening, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const phone = (person: string) => (path: string, query: string) =>
  `/world/phone/?platform=wechat&person=${person}&path=${path}&query=${encodeURIComponent(query)}`;
const surfaces = [
  { surface: 'weapp', person: 'cand_linxiaotong', url: phone('cand_linxiaotong') },
  {
    surface: 'h5',
    person: 'cand_zhaozhiqiang',
    url: (path: string, query: string) => `/h5/index.html#/${path}?${query}`,
  },
];

describe.each(surfaces)('a question in $surface', ({ surface, person, url }) => {
  it('is in view whole, above the composer', async () => {
    const invitation = await invite(person, url);
    let page = await openStillPage(stage.browser, { now: opening });
    await page.goto(invitation);
    await page.locator('#start').waitFor();
    await enter(page);
    for (const id of questionIds.slice(0, 3)) {
      await read(page, id);
      await answer(page, id);
    }
    await read(page, 'qdelay');

    const context = page.context();
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await page.goto(invitation);
    await page.locator('#continue-yes').click();
    await read(page, 'qdelay');

    // The simulated client has no keyboard; one that shrinks the window is the same to the page.
    await page.setViewportSize({ width: 375, height: surface === 'weapp' ? 640 : 560 });
    await at.composer(page).fill('先');
    await read(page, 'qdelay');
    await context.close();
  });
});

async function invite(candidateId: string, url: (path: string, query: string) => string): Promise<string> {
  const { control, must } = createClient(stage.world.origin);
  const { token } = await control<{ token: string }>('sign-in', { as: 'hr' });
  await must('application.invite', {
    token,
    params: { requisitionId: 'req_salesrep01' },
    input: { operationId: `op-reading-${candidateId}`, candidateId },
  });
  await stage.world.idle();
  const opened = stage.world.wechat.openUrlLink(stage.world.outbox.list().at(-1)?.link ?? '');
  if (opened === undefined) throw new Error('the link opens nothing');
  return stage.world.origin + url(opened.path, opened.query);
}
