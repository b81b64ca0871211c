import { composeCallbacks } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { callbacksHandler } from './callbacks-handler.ts';

export const handler = callbacksHandler(composeCallbacks(readConfig()));
