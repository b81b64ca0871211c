import { ok, type Result, refuse } from '#shared/result.ts';
import { call, session } from '../api/call.ts';
import type { CallError } from '../api/call-error.ts';
import { retrying } from '../api/retry.ts';
import type { InterviewView } from './room.ts';

/** `t`: the signed link of a message; `id`: from inside. As a page's address has them. */
type Address = { t?: string | undefined; id?: string | undefined };
type Id = Result<string, CallError>;

/** The link this app was opened with last: looking again takes no second sign-in. */
let last: { link: string; id: Promise<Id> } | undefined;

/** Which interview a page was opened for, signed in as the one it was sent to. */
export async function interviewIdOf({ t, id }: Address): Promise<Id> {
  if (t === undefined || t === '') {
    return id === undefined ? refuse({ kind: 'refused', code: 'link_invalid', message: '', status: 404 }) : ok(id);
  }
  if (last?.link !== t) last = { link: t, id: openLink(t) };
  const opened = await last.id;
  if (!opened.ok) last = undefined;
  return opened;
}

async function openLink(link: string): Promise<Id> {
  const opened = await retrying(() => session.openLink(decodeURIComponent(link)), { tries: 2 });
  return opened.ok ? ok(opened.value.interviewId) : opened;
}

export async function openInterview(address: Address): Promise<Result<InterviewView, CallError>> {
  const interviewId = await interviewIdOf(address);
  if (!interviewId.ok) return interviewId;
  const params = { interviewId: interviewId.value };
  return retrying(() => call('interview.get', { params }), { tries: 2 });
}
