import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { answers } from '#test/world/seeds/answers.ts';

/** What the candidate's pages of either build are operated by. */
export const at = {
  composer: (page: Page): Locator => page.locator('#composer textarea, textarea#composer').first(),
  saved: (page: Page): Locator => page.locator('#save-state'),
};

/** From the invitation to the first question: consent, guide, start. */
export async function enter(page: Page): Promise<void> {
  await page.locator('#consent-ai').click();
  await page.locator('#start').click();
  await page.locator('#skip-guide').click();
  await at.composer(page).waitFor();
}

/** Answers one question as the seeded strong candidate does, bubble by bubble, and calls it done. */
export async function answer(page: Page, questionId: keyof typeof answers.strong): Promise<void> {
  const begin = page.locator('#begin-answer');
  // Where the plan gives time to think it stands before the composer, as soon as the question is on.
  await page.removeLocatorHandler(begin);
  const skip = () => begin.click({ timeout: 2000 }).catch(() => undefined);
  await page.addLocatorHandler(begin, skip, { noWaitAfter: true });
  for (const bubble of answers.strong[questionId] ?? []) {
    await at.composer(page).fill(bubble);
    await page.locator('#send').click();
    await page.getByText(bubble.slice(0, 20)).last().waitFor();
  }
  await page.locator('#done-question').click();
  // The interviewer has read it: the composer is for what comes next.
  await page.locator(`#edit-${questionId}`).waitFor();
}

export const questionIds = ['qclose', 'qmissed', 'qprice', 'qdelay', 'qfollow'] as const;

/** Waits until tag, briefing and prompt of the question stand between the header and the composer. */
export async function read(page: Page, questionId: string): Promise<void> {
  const tag = page.locator(`#question-${questionId} .chat-question__head`);
  const prompt = page.locator(`#ask-${questionId}`);
  await prompt.waitFor();
  const outside = async () => {
    const [view, first, last] = await Promise.all(
      [page.locator('.room__middle'), tag, prompt].map((place) => place.boundingBox()),
    );
    if (!view || !first || !last) return 'not drawn';
    const over = Math.max(view.y - first.y, last.y + last.height - view.y - view.height);
    return over > 0.5 ? `${questionId} is ${Math.round(over)} px out of view` : '';
  };
  await expect.poll(outside, { timeout: 10_000 }).toBe('');
}
