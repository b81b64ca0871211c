import { Logger } from '@aws-lambda-powertools/logger';

/** Logs hold ids, codes and durations; nothing a person said and nothing that names one. */
export const logger = new Logger({ serviceName: 'mianliao' });

/** What of a fault may be logged: its name and where it came from. A message can quote what a person typed. */
export const faultOf = (error: unknown): { fault: string; at: string } => ({
  fault: error instanceof Error ? error.name : typeof error,
  // A message may run over several lines of the stack: only its frames are taken.
  at: (error instanceof Error ? (error.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^\s+at [\w.<>[\] ]* ?\(?(file:|node:|\/)/.test(line))
    .slice(0, 3)
    .join(' ')
    .trim(),
});
