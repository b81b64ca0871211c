import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, perform } from '#functions/interview/perform.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { instantOf } from '#shared/schedule/wall-time.ts';
import { offerNote } from './hiring-notes.ts';
import { zoneOf } from './zone-of.ts';

/** The offer that was decided goes out, to be answered until a time. */
export async function makeOffer(
  deps: CommandDeps & { directory: Directory },
  request: Request<'interview.makeOffer', StaffActor>,
) {
  const { actor, input } = request;
  const { date, time, words } = input;
  return answering(
    perform(deps, {
      ...asked('interview.makeOffer', request),
      prepare: async (state) => ({
        command: {
          type: 'makeOffer',
          by: actor.userId,
          until: instantOf(date, time, await zoneOf(deps, actor.company, state)),
        },
        notes: [offerNote(state.version + 1, words)],
      }),
      answer: ({ hiring, decidedAt }) => ({ until: hiring.offer?.until ?? decidedAt ?? '' }),
    }),
  );
}
