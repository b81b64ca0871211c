import type { Request } from '#functions/http/request.ts';
import type { CandidateActor } from '#functions/ports.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from './perform.ts';

/** What the device check found is kept: no-show analysis and support read it. Which checks failed goes into the event. */
export async function precheck(deps: CommandDeps, request: Request<'interview.precheck', CandidateActor>) {
  const { actor, input } = request;
  const at = deps.clock.now().toISOString();
  const failed = [...new Set(input.results.filter((one) => !one.ok).map((one) => one.check))];
  return answering(
    perform(deps, {
      ...asked('interview.precheck', request),
      prepare: async () => ({
        command: { type: 'precheck', by: actor.candidateId, failed },
        notes: [
          {
            name: `precheck#${at}`,
            value: { at, results: input.results, ...(input.device && { device: input.device }) },
          },
        ],
      }),
      answer: nothingMore,
    }),
  );
}
