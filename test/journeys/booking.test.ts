/**
 * A candidate and their time, from the link in the invitation to the first question, in WeChat and in a browser: the last
 * place is lost and the next one offered, reminders come by turning the clock, a tap confirms, the time is moved, missed
 * and booked again without anybody of HR. SCENARIOS 8, 12, 13; MISSION 56, 65-70, 77, 81-82, 89-90.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from './candidate.ts';
import { type Client, type Device, linkOf, openDevice, soon } from './device.ts';
import { createScenes, type Scene, type Scenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let scenes: Scenes;
/** Each with a week of times before it. */
function onStage(): void {
  beforeAll(async () => {
    stage = await openStage();
    scenes = createScenes(stage.world);
  });
  afterAll(() => stage?.close());
}

const minute = 60_000;

/** So many minutes before an instant; what falls due on the way happens. */
async function turnTo(iso: string, minutesBefore = 0): Promise<void> {
  const ms = Date.parse(iso) - minutesBefore * minute - stage.world.clock.now().getTime();
  await scenes.turn(`PT${Math.round(ms / 1000)}S`);
}

/** WeChat asks in the tap whether it may send the messages. */
async function allow({ client, page }: Device): Promise<void> {
  if (client === 'wechat') await page.getByRole('button', { name: '允许' }).click();
}

/** By which channels that are theirs alone a message with these words reached them. */
function reached({ interviewId }: Scene, words: string): string[] {
  const { outbox, wechat } = stage.world;
  const leadsHere = (page: string | undefined) => page?.includes(`id=${interviewId}`) ?? false;
  return outbox
    .list()
    .filter(({ link, page }) => leadsHere(page) || leadsHere(link && wechat.openUrlLink(link)?.query))
    .filter(({ text, title }) => `${title} ${text}`.includes(words))
    .map(({ channel }) => channel);
}

/** Past the reminders, so that nobody can say there were none; then past the time. */
async function miss({ startsAt, entersUntil }: Awaited<ReturnType<typeof appointed>>): Promise<void> {
  for (const minutesBefore of [24 * 60 - 2, 58]) await turnTo(startsAt, minutesBefore);
  await turnTo(entersUntil, -2);
}

const appointed = async (me: Scene) => {
  const { appointment } = (await me.view()).time;
  if (appointment === null) throw new Error('nothing is booked');
  return appointment;
};

/** Somebody invited, with the page that the invitation opens before them. `known`: WeChat knows them. */
async function invitedTo(client: Client, known = false) {
  const me = await scenes.invited('support', { themselves: known });
  const device = await openDevice(stage, client, await linkOf(stage, me), {
    path: 'pages/booking/index',
    ...(known ? { person: 'cand_xujing' } : {}),
  });
  await device.open();
  await device.page.locator('#slot-picker .slot-grid__one').first().waitFor();
  return { me, device, page: device.page };
}

/** Both places of the first time that is free are gone. */
async function takeFirst(): Promise<string> {
  const [one, other] = [await scenes.invited('support'), await scenes.invited('support')];
  const [first] = await one.slots();
  if (first === undefined) throw new Error('no slots are offered');
  await one.book(first.slotId);
  if (first.free > 1) await other.book(first.slotId);
  return first.slotId;
}

describe.each(['wechat', 'h5'] as const)('a time in %s', (client) => {
  onStage();

  it('is picked, lost, offered again, confirmed, moved, missed, booked anew, and kept', async () => {
    const { me, device, page } = await invitedTo(client, client === 'wechat');

    // The last place goes to somebody else between the look and the tap.
    const [first] = await me.slots();
    await page.locator(`#${first?.slotId}`).click();
    expect(await takeFirst()).toBe(first?.slotId);
    await page.locator('#book').click();
    await allow(device);
    const instead = page.locator('#offered-instead');
    await soon(
      () => instead.innerText(),
      (seen) => seen.toContain('这个时间刚刚约满'),
    );
    const [next] = await me.slots();
    await page.locator(`#instead-${next?.slotId}`).click();
    await page.locator('#appointed').waitFor();
    expect((await appointed(me)).startsAt).toBe(next?.startsAt);

    // A day before, the reminder; one tap confirms.
    await turnTo((await appointed(me)).startsAt, 23 * 60);
    expect([...reached(me, '面试提醒'), ...reached(me, '提醒您')]).toEqual([
      client === 'wechat' ? 'wechat' : 'email',
      'sms',
    ]);
    expect((await me.view()).time.reminded).toMatchObject([{ minutes: 1440, outcome: 'due' }]);
    await device.open();
    await page.locator('#confirm').click();
    await page.locator('#confirmed').waitFor();
    expect((await appointed(me)).confirmedAt).not.toBeNull();
    expect(await page.locator('#confirm').count()).toBe(0);

    // Moved by themselves; what was confirmed was another time.
    await page.locator('#move').click();
    await page.locator('#moving .slot-days__one').nth(1).click();
    await page.locator('#moving .slot-grid__one').first().click();
    await soon(
      () => page.locator('#book').innerText(),
      (seen) => seen.toMatch(/^改约到 .*\d\d:\d\d$/),
    );
    await page.locator('#book').click();
    await allow(device);
    await page.locator('#confirm').waitFor();
    const moved = await appointed(me);
    expect(moved.startsAt).not.toBe(next?.startsAt);
    expect(await page.locator('#moves-left').innerText()).toContain('1 次');

    // Not entered: asked why at once, and booked again with nobody's help.
    await miss(moved);
    expect((await me.view()).status).toBe('no_show');
    expect([...reached(me, '未参加确认'), ...reached(me, '您未参加')]).toEqual([
      client === 'wechat' ? 'wechat' : 'sms',
    ]);
    await device.open();
    await page.locator('#reason-forgot').click();
    await page.locator('#send-reason').click();
    await page.locator('#after-forgot').waitFor();
    expect((await me.view()).time.noShow?.reason).toBe('forgot');
    await page.locator('.slot-grid__one').first().click();
    await page.locator('#book').click();
    await allow(device);
    await page.locator('#appointed').waitFor();
    const again = await appointed(me);
    expect(Date.parse(again.startsAt)).toBeGreaterThan(Date.parse(moved.startsAt));

    // Too early there is no way in; at the time there is.
    expect(await page.locator('#enter').count()).toBe(0);
    await turnTo(again.startsAt, 2);
    await device.open();
    await page.locator('#enter').click();
    await page.locator('#consent-ai').click();
    await page.locator('#start').click();
    await page.locator('#skip-guide').click();
    await at.composer(page).waitFor();
    expect((await me.view()).status).toBe('in_progress');
    await device.close();
  });

  it('goes into the calendar, and is given up with what follows said before', async () => {
    const { me, device, page } = await invitedTo(client);
    const [first] = await me.slots();
    await me.book(first?.slotId ?? null);
    await device.open();
    if (client === 'h5') {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#calendar').click()]);
      expect(file.suggestedFilename()).toBe('interview.ics');
    } else {
      await page.locator('#calendar').click();
      await page.getByRole('button', { name: '允许' }).click();
      await page.getByText('添加到日历').click();
      await soon(
        () => page.locator('#calendar').innerText(),
        (seen) => seen.toBe('已加入日历'),
      );
    }
    await page.locator('#cannot').click();
    await page.locator('#withdraw').click();
    await soon(
      () => page.locator('#cannot-sheet').innerText(),
      (seen) => seen.toContain('本次面试会取消'),
    );
    await page.locator('#confirm-withdraw').click();
    await page.locator('#stage-list').waitFor();
    expect((await me.view()).status).toBe('cancelled');
    await device.close();
  });
});

describe('in a browser', () => {
  onStage();

  it('says what was tried, whom to call and how to object after technical trouble', async () => {
    const { me, device, page } = await invitedTo('h5');
    const later = (await me.slots()).find(
      ({ startsAt }) => Date.parse(startsAt) > stage.world.clock.now().getTime() + 25 * 60 * minute,
    );
    const { appointment } = await me.book(later?.slotId ?? null);
    await miss(appointment);
    await device.open();
    await page.locator('#contest').click();
    await page.locator('#ask-text textarea, textarea#ask-text').fill('当时页面一直打不开');
    await page.locator('#ask-send').click();
    await page.locator('#contested').waitFor();
    expect((await me.view()).tickets).toMatchObject([{ kind: 'no_show', closedAt: null }]);
    await page.locator('#reason-technical').click();
    await page.locator('#send-reason').click();
    await page.locator('#ask-help').click();
    await page.locator('#ask-send').click();
    await page.locator('#help-waits').waitFor();
    expect(await page.locator('#call-help').innerText()).toMatch(/\d/);
    expect((await me.view()).tickets.map(({ kind }) => kind)).toEqual(['no_show', 'help']);
    await page.locator('#help-waits').click();
    await soon(
      () => page.locator('#no-show-branch').innerText(),
      (seen) => seen.toMatch(/未参加标记[\s\S]*重新预约中[\s\S]*等待招聘方回复/),
    );
    await device.close();
  });

  it('leads every way in to the time: the invitation, the cards, the start that comes too early', async () => {
    const me = await scenes.invited('support');
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/invitation/index', `id=${me.interviewId}`));
    await page.locator('#to-booking').click();
    await page.locator('.slot-grid__one').first().click();
    await page.locator('#book').click();
    await page.locator('#appointed').waitFor();
    await page.goto(scenes.url('pages/home/index'));
    await soon(
      () => page.locator(`#interview-${me.interviewId}`).innerText(),
      (seen) => seen.toMatch(/面试时间 .*\d\d:\d\d/),
    );
    await page.locator(`#interview-${me.interviewId} .action`).click();
    await page.locator('#appointed').waitFor();
    await page.context().close();
  });

  it('keeps every message with what was read', async () => {
    const me = await scenes.invited('support');
    await stage.world.idle();
    const [first] = await me.slots();
    await me.book(first?.slotId ?? null);
    await stage.world.idle();
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/home/index'));
    await soon(
      () => page.locator('#home-messages').innerText(),
      (seen) => seen.toContain('2 条未读消息'),
    );
    await page.locator('#home-messages').click();
    await page.locator('.message', { hasText: '预约成功' }).click();
    await page.locator('#appointed').waitFor();
    await page.goBack();
    await soon(
      () => page.locator('#unread').innerText(),
      (seen) => seen.toBe('1 条未读'),
    );
    await page.locator('#read-all').click();
    await soon(
      () => page.locator('.message__dot--unread').count(),
      (seen) => seen.toBe(0),
    );
    const { unread } = await scenes.must('message.list', { token: me.token });
    expect(unread).toBe(0);
    await page.context().close();
  });

  it('asks how the reminders and the help were only of who had them', async () => {
    const [me, other] = [await scenes.invited(), await scenes.invited()];
    await turnTo((await me.view()).closesAt, 23 * 60);
    await other.submitted();
    await me.start();
    const { ticketId } = await me.ask('help', '麦克风没有声音');
    await me.settle(ticketId, 'resolved', '请退出再进来一次。');
    await me.answer();
    await me.end();
    const page = await scenes.open(stage.browser, me);
    await page.goto(scenes.url('pages/report/index', `id=${me.interviewId}`));
    for (const asked of ['flow', 'reminders', 'support']) await page.locator(`#survey-${asked}-4`).click();
    await page.locator('#survey-send').click();
    await page.locator('#survey-sent').waitFor();
    expect((await me.view()).questionnaire).toMatchObject({ flow: 4, reminders: 4, support: 4 });
    await page.context().close();
    const theirs = await scenes.open(stage.browser, other);
    await theirs.goto(scenes.url('pages/report/index', `id=${other.interviewId}`));
    await theirs.locator('#survey-flow').waitFor();
    expect(await theirs.locator('#survey-support').count()).toBe(0);
    await theirs.context().close();
  });
});
