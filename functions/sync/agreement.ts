import type { Copies, Interviews } from '#functions/ports.ts';
import { copyNames } from '#shared/application/copies.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { InterviewState } from '#shared/interview/state.ts';

type Place = Pick<InterviewState, 'interviewId' | 'applicationId' | 'requisitionId' | 'version'>;
type Deps = { interviews: Interviews; copies: Copies };

const pollMs = 25;

const lagging = async (copies: Copies, company: string, at: Place) => {
  const stored = await copies.read(company, at);
  return copyNames.filter((name) => (stored.find(({ copy }) => copy === name)?.version ?? 0) < at.version);
};

/** Waits until every copy of the status has reached the version, or the time is up. */
export async function waitForCopies(
  { copies, wait }: { copies: Copies; wait: (ms: number) => Promise<void> },
  company: string,
  at: Place,
  atMostMs: number,
): Promise<void> {
  for (let waited = 0; waited < atMostMs; waited += pollMs) {
    if ((await lagging(copies, company, at)).length === 0) return;
    await wait(pollMs);
  }
}

/** Which copies lag behind `version` (default: the newest), and how far the report is. */
export async function syncOf(
  { interviews, copies }: Deps,
  company: string,
  interviewId: string,
  version?: number,
): Promise<Output<'interview.sync'>> {
  const state = await interviews.load(company, interviewId);
  if (state === undefined) throw new Error('an interview vanished');
  const at = { ...state, version: version ?? state.version };
  return { version: at.version, lagging: await lagging(copies, company, at), report: state.report.status };
}
