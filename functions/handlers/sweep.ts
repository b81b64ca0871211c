import { composeSweep } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { sweepHandler } from './sweep-handler.ts';

export const handler = sweepHandler(composeSweep(readConfig()));
