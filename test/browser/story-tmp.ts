import { launchBrowser } from '#test/browser/launch.ts';
import { answers } from '#test/world/seeds/answers.ts';
const b = await launchBrowser();
const p = await b.newPage({ viewport: { width: 1440, height: 1000 } });
p.setDefaultTimeout(15000);
let n = 0;
const shot = async (name: string) => { n++; await p.screenshot({ path: `/tmp/shots/s${String(n).padStart(2, '0')}-${name}.png` }); };
p.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
p.on('pageerror', (e) => console.log('pageerror', e.message));
try {
await p.goto('http://127.0.0.1:8799/');
await p.getByRole('button', { name: '跳过导览' }).click();
await p.locator('#person-candidate').selectOption('cand_linxiaotong');
await p.getByRole('button', { name: '进入招聘助手' }).click();
const hr = p.frameLocator('iframe[name=hr]');
await hr.locator('#open-invite-req_salesrep01').click();
await p.waitForTimeout(1500); await shot('invite');
await hr.locator('#invite-cand_linxiaotong').click();
await p.waitForTimeout(600); await shot('confirm-invite');
await hr.locator('#confirm-invite').click();
await p.locator('.sms-link').first().waitFor(); await p.waitForTimeout(800); await shot('sms');
await p.locator('.sms-link').first().click();
await p.waitForTimeout(800); await shot('link');
await p.getByText('在微信中打开').click().catch(() => undefined);
const c = p.frameLocator('iframe[name=candidate]');
await c.locator('#consent-ai').waitFor(); await p.waitForTimeout(500); await shot('invitation');
await c.locator('#consent-ai').click();
await c.locator('#start').click();
await p.waitForTimeout(1500); await shot('after-start');
await c.locator('#skip-guide').click({ timeout: 4000 }).catch(() => console.log('no guide'));
await p.waitForTimeout(1500); await shot('interview');
await c.locator('#begin').click({ timeout: 3000 }).catch(() => console.log('no begin'));

const box = () => c.locator('#composer textarea, textarea#composer').first();
await box().waitFor();
await box().fill('正在输入的半句话');
await p.waitForTimeout(400);
await p.locator('#kill-candidate').click();
await p.waitForTimeout(1000); await shot('killed');
await p.locator('.sms-link').first().click().catch(async () => { await shot('nolink'); });
await p.getByText('在微信中打开').click().catch(() => undefined);
await c.locator('#continue-yes').waitFor(); await p.waitForTimeout(500); await shot('resume');
await c.locator('#continue-yes').click();
await box().waitFor(); await p.waitForTimeout(500);
console.log('restored:', await box().inputValue());
const order = ['qclose', 'qmissed', 'qprice', 'qdelay', 'qfollow'];
for (const [i, id] of order.entries()) {
  for (const text of (answers.strong as Record<string, string[]>)[id]!) { await box().fill(text); await c.locator('#send').click(); await p.waitForTimeout(150); }
  if (i === 2) { await shot('mid'); await c.locator('#end-interview').click(); await p.waitForTimeout(600); await shot('end-early'); await c.locator('#keep-answering').click(); await p.waitForTimeout(400); await c.locator('#more').click(); await p.waitForTimeout(500); await shot('more'); await c.getByText('取消').click(); await p.waitForTimeout(500); }
  await c.locator('#done-question').click(); await p.waitForTimeout(700);
}
await shot('all-done');
await c.locator('#end-interview').first().click({ timeout: 3000 }).catch(() => console.log('end sheet open already'));
await p.waitForTimeout(600); await shot('end-sheet');
await c.locator('#confirm-end').click();
await p.waitForTimeout(500); await shot('subscribe');
await c.getByText('允许').click({ timeout: 3000 }).catch(() => console.log('no subscribe'));
await p.waitForTimeout(700); await shot('ending');
await p.waitForTimeout(3500); await shot('progress');
await c.locator('#report-link').click(); await p.waitForTimeout(1500); await shot('report');
await hr.locator('body').first().waitFor();
await p.getByText('消息', { exact: true }).first().click({ timeout: 2000 }).catch(() => undefined);
await p.waitForTimeout(800); await shot('hr');
} catch (e) { console.log(String(e)); await shot('fail'); }
await b.close();
