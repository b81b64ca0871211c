import { readSound } from '#functions/adapters/audio/read-sound.ts';
import { composeTranscribe } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { transcribeHandler } from './transcribe-handler.ts';

export const handler = transcribeHandler(composeTranscribe(readConfig(), readSound));
