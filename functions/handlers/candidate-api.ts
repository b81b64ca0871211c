import { composeCandidateApi } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { candidateRoutes } from '#functions/routes.ts';
import { httpHandler } from './http-handler.ts';

export const handler = httpHandler(candidateRoutes, composeCandidateApi(readConfig()));
