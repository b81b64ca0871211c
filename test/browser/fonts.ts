import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const packages = ['noto-sans-sc', 'noto-color-emoji'];
const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

/**
 * Writes a fontconfig that knows the fonts of our packages and gives its path, for FONTCONFIG_FILE. With `systemFonts`
 * false (the packaged browser) pages look the same on every machine, whatever is installed there.
 */
export async function writeFontConfig(root: string, systemFonts: boolean): Promise<string> {
  const folder = join(root, '.cache', 'fonts');
  const file = join(folder, systemFonts ? 'with-system.conf' : 'ours.conf');
  const fonts = packages.flatMap((name) =>
    weights
      .map((weight) => join(root, 'node_modules', '@expo-google-fonts', name, weight))
      .filter((path) => existsSync(path)),
  );
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui', 'PingFang SC', 'Helvetica Neue', 'Arial'];
  const aliases = families.map(
    (family) =>
      `  <alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family>` +
      '<family>Noto Color Emoji</family></prefer></alias>',
  );
  const config = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...(systemFonts ? ['  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>'] : aliases),
    ...fonts.map((path) => `  <dir>${escapeXml(path)}</dir>`),
    `  <cachedir>${escapeXml(join(folder, 'cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
  await mkdir(folder, { recursive: true });
  await writeFile(file, config);
  return file;
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
