import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export function readCheckpoint(file: string | undefined, streamArn: string): string | undefined {
  if (!file || !existsSync(file)) return undefined;
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { streamArn?: string; sequenceNumber?: string };
    // Another arn is another table of that name: its numbers start anew.
    return stored.streamArn === streamArn ? stored.sequenceNumber : undefined;
  } catch {
    return undefined;
  }
}

export function writeCheckpoint(file: string | undefined, streamArn: string, sequenceNumber: string) {
  if (!file) return;
  writeFileSync(`${file}.new`, JSON.stringify({ streamArn, sequenceNumber }));
  renameSync(`${file}.new`, file);
}
