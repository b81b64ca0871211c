import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import type { ClosedClip } from '#functions/ports/clip.ts';
import type { Draft } from '#shared/interview/draft.ts';
import type { InterviewEvent } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { closesAt, graceEndsAt, later } from '#shared/interview/windows.ts';
import { company } from '#test/functions/journeys/test-world.ts';

/** What the store holds of one interview; the only thing that the screens are measured by. */
export type Truth = {
  state: InterviewState;
  events: InterviewEvent[];
  /** Of every attempt, with what was kept beside it. */
  attempts: { drafts: Draft[]; beside: Draft[] }[];
  /** Recordings that were handed in. */
  clips: ClosedClip[];
  /** When the last of the grace is over. */
  graceEnds: string;
};

/** One read of everything that is kept under the interview. */
export async function readTruth(table: Table, interviewId: string): Promise<Truth> {
  const { pk } = keys.state(company, interviewId);
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    }),
  );
  const under = <T>(prefix: string) => Items.filter(({ sk }) => String(sk).startsWith(prefix)) as T[];
  const [state] = under<InterviewState>('STATE');
  if (state === undefined) throw new Error('the interview is gone');
  const attempts = Array.from({ length: state.attempt }, (_, i) => ({
    drafts: under<Draft>(`DRAFT#${i + 1}#`),
    beside: under<Draft>(`BESIDE#${i + 1}#`),
  }));
  const active = (attempts.at(-1)?.drafts ?? []).reduce(
    (last, { savedAt }) => later(savedAt, last),
    state.activeAt ?? state.invitedAt,
  );
  return {
    state,
    events: under<{ event: InterviewEvent }>('EVENT#').map(({ event }) => event),
    attempts,
    clips: under<ClosedClip>('CLIP#'),
    graceEnds: graceEndsAt(closesAt(state, active), state.terms),
  };
}

export const draftOf = ({ attempts }: Truth, attempt: number, questionId: string): Draft | undefined =>
  attempts[attempt - 1]?.drafts.find((one) => one.questionId === questionId);

/** Ends of the newest attempt. */
export function endsOf({ events }: Truth): InterviewEvent[] {
  const begun = events.findLastIndex(({ type }) => type === 'started' || type === 'restarted');
  return events.slice(begun + 1).filter(({ type }) => type === 'ended');
}
