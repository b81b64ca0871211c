import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

/** `libraries`: a folder for LD_LIBRARY_PATH where the system lacks what Chromium loads (NSS, mostly). */
export type UnpackedBrowser = { executable: string; libraries?: string };

/**
 * Unpacks the browser that lives in `@sparticuz/chromium` (linux-x64 only) into `<root>/.cache/chromium/<version>`, once.
 * Its own `executablePath()` unpacks into the system's temporary folder, which two checkouts with different versions share.
 */
export async function unpackBrowser(root: string): Promise<UnpackedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The packaged browser runs on linux-x64 only, this is ${process.platform}-${process.arch}. ` +
        'Install Chrome or Chromium, or set CHROMIUM_PATH to one.',
    );
  }
  const source = join(root, 'node_modules', '@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, '.cache', 'chromium', version);
  const executable = join(folder, 'chromium');
  const libraries = join(folder, 'lib');
  if (!existsSync(executable)) await unpackInto(folder, join(source, 'bin'));
  return lacksLibraries(executable) ? { executable, libraries } : { executable };
}

/** Unpacks beside the folder and renames: of two processes at it at once, one wins, and nobody ever sees half a browser. */
async function unpackInto(folder: string, bin: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
    );
    await untar(brotliDecompressSync(await readFile(join(bin, 'al2023.tar.br'))), draft);
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Plain files of a tar archive, which is all that this package's archives hold. */
async function untar(archive: Buffer, folder: string): Promise<void> {
  for (let at = 0; at < archive.length && archive[at] !== 0; ) {
    const text = (from: number, length: number) =>
      archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8);
    const target = join(folder, text(0, 100));
    const isFile = text(156, 1) === '0' || text(156, 1) === '';
    if (isFile && target.startsWith(folder)) {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, archive.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function lacksLibraries(executable: string): boolean {
  const { status, stderr } = spawnSync(executable, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status !== 0 && stderr.includes('error while loading shared libraries');
}
