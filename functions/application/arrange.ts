import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { instantOf } from '#shared/schedule/wall-time.ts';
import { arrangementNote } from './hiring-notes.ts';
import { zoneOf } from './zone-of.ts';

/** A time, a place and what to bring for the next round; the candidate is asked at once. */
export async function arrange(
  deps: CommandDeps & { directory: Directory },
  request: Request<'interview.arrange', StaffActor>,
) {
  const { actor, input } = request;
  const { round, date, time, minutes, place, material } = input;
  return answering(
    perform(deps, {
      ...asked('interview.arrange', request),
      prepare: async (state) => {
        const startsAt = instantOf(date, time, await zoneOf(deps, actor.company, state));
        return {
          command: { type: 'arrange', by: actor.userId, round, startsAt, endsAt: plusMinutes(startsAt, minutes) },
          notes: [arrangementNote(state.version + 1, { place, material })],
        };
      },
      answer: ({ hiring, decidedAt }) => ({ startsAt: hiring.arrangement?.startsAt ?? decidedAt ?? '' }),
    }),
  );
}

export async function callOff(deps: CommandDeps, request: Request<'interview.callOff', StaffActor>) {
  return answering(
    perform(deps, {
      ...asked('interview.callOff', request),
      prepare: async () => ({ command: { type: 'callOffArrangement', by: request.actor.userId } }),
      answer: nothingMore,
    }),
  );
}
