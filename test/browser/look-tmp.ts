import { launchBrowser } from '#test/browser/launch.ts';
const [url, out, w = '1440', h = '1000', scheme = 'light', wait = '3000'] = process.argv.slice(2);
const b = await launchBrowser();
const p = await b.newPage({ viewport: { width: Number(w), height: Number(h) }, colorScheme: scheme as 'light', deviceScaleFactor: 1 });
p.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
p.on('pageerror', (e) => console.log('pageerror', e.message));
await p.goto(url!); await p.waitForTimeout(Number(wait));
await p.screenshot({ path: out! });
await b.close();
