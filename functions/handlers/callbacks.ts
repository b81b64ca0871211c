import { composeCallbacks } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { callbacksHandler } from './callbacks-handler.ts';
import { logger } from './log.ts';

export const handler = callbacksHandler(
  composeCallbacks(readConfig(), ({ interviewId, userId }) => logger.info('no-show seen', { interviewId, userId })),
);
