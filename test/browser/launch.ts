import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findInstalledBrowser } from './find.ts';
import { writeFontConfig } from './fonts.ts';
import { type UnpackedBrowser, unpackBrowser } from './unpack.ts';

const root = resolve(import.meta.dirname, '..', '..');

// Web security stays on, so that CORS is real. Nothing here may phone home: tests run without a network.
const launchArguments = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-sandbox',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--lang=zh-CN',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

export type LaunchOptions = {
  /** Shows the window, for a person looking; needs an installed browser. */
  headed?: boolean;
  /** Added to our own, for example `--use-file-for-fake-audio-capture=…`. */
  args?: string[];
};

/**
 * Starts Chromium: CHROMIUM_PATH or an installed one wins, else the one inside `@sparticuz/chromium`. The caller closes it.
 * Throws with a sentence where the platform has neither.
 */
export async function launchBrowser({ headed = false, args = [] }: LaunchOptions = {}): Promise<Browser> {
  const installed = findInstalledBrowser();
  const { executable, libraries }: UnpackedBrowser = installed ? { executable: installed } : await unpackBrowser(root);
  const fontConfig = process.platform === 'linux' ? await writeFontConfig(root, installed !== undefined) : undefined;
  const libraryPath = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return await chromium.launch({
    executablePath: executable,
    headless: !headed,
    chromiumSandbox: false,
    args: [...launchArguments, ...args],
    // Playwright forwards this process's environment only where none is given.
    env: {
      ...definedOnly(process.env),
      TZ: process.env.TZ ?? 'Asia/Shanghai',
      ...(fontConfig ? { FONTCONFIG_FILE: fontConfig, FONTCONFIG_PATH: join(root, '.cache', 'fonts') } : {}),
      ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}),
    },
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
