import { composeStream } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { streamHandler } from './stream-handler.ts';

export const handler = streamHandler(composeStream(readConfig()));
