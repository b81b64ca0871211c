import { composeDeliver } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { deliverHandler } from './deliver-handler.ts';

export const handler = deliverHandler(composeDeliver(readConfig()));
