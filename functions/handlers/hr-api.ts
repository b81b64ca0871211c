import { composeHrApi } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { hrRoutes } from '#functions/routes.ts';
import { httpHandler } from './http-handler.ts';

export const handler = httpHandler(hrRoutes, composeHrApi(readConfig()));
