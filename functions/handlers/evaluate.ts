import { composeEvaluate } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { evaluateHandler } from './evaluate-handler.ts';

export const handler = evaluateHandler(composeEvaluate(readConfig()));
