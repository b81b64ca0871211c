/** A mini-program of one page around the platform's own modules, compiled in a moment: a line of JSON in, lines of JSON out. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

export const apiOrigin = 'https://api.platform.example';

const page = `<view>
  <input id="command" maxlength="{{-1}}" adjust-position="{{false}}" bindconfirm="obey" bindkeyboardheightchange="keyboard" />
  <textarea id="low" style="margin-top:500px" bindfocus="focus" />
  <button id="tap" bindtap="tap">tap</button>
  <text id="log">{{log}}</text>
  <camera wx:if="{{camera}}" device-position="front" bindinitdone="cameraReady" binderror="cameraFailed" bindstop="cameraStopped" />
  <page-container show="{{catcher}}" overlay="{{false}}" duration="{{0}}" bindafterleave="caught" />
</view>`;

/** With the phone, where DOM types are known. */
const programs = path.resolve(import.meta.dirname, '..', '..', 'world', 'phone', 'page', 'senses');

export async function buildNativePackage(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'platform-'));
  const bundle = async (entry: string) => {
    const { outputFiles } = await build({
      entryPoints: [path.join(programs, entry)],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2020',
      alias: { '@tarojs/taro': path.join(programs, 'taro-of-weapp.ts') },
      define: { 'process.env.TARO_APP_API': JSON.stringify(apiOrigin) },
      logLevel: 'silent',
    });
    return outputFiles[0]?.text ?? '';
  };
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: ['pages/first/index', 'pages/second/index'], window: {} }),
    'app.js': 'App({})',
    'pages/first/index.json': '{"usingComponents":{}}',
    'pages/first/index.wxml': '<button bindtap="go">go</button><text>first</text>',
    'pages/first/index.js': 'Page({ go() { wx.navigateTo({ url: "/pages/second/index" }) } })',
    'pages/second/index.json': '{"usingComponents":{}}',
    'pages/second/index.wxml': page,
    'pages/second/index.js': await bundle('weapp-program.ts'),
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
