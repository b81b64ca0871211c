import { loginCodes } from '#platform/login-codes.ts';
import { send } from '#platform/send.ts';
import { config } from '../config.ts';
import { deviceStorage } from '../state/device-storage.ts';
import { createCaller } from './caller.ts';
import { createServerTime } from './server-time.ts';
import { createSession } from './session.ts';

export const serverTime = createServerTime();

const parts = { send, time: serverTime, origin: config.apiOrigin, appVersion: config.appVersion };

export const session = createSession({ call: createCaller(parts), storage: deviceStorage, codes: loginCodes });

/** `call('interview.get', { params: { interviewId } })` → `Result<Output, CallError>`; signs in by itself. */
export const call = createCaller({ ...parts, session });
