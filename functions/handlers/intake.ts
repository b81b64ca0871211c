import { readFile } from '#functions/adapters/files/read-file.ts';
import { composeIntake } from '#functions/compose.ts';
import { readConfig } from '#functions/config.ts';
import { intakeHandler } from './intake-handler.ts';

export const handler = intakeHandler(composeIntake(readConfig(), readFile));
