import { composeLearn } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { learnHandler } from './learn-handler.ts';

export const handler = learnHandler(composeLearn(readConfig()));
