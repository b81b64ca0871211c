import type { Request } from '#functions/http/request.ts';
import { answering, asked, type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { StaffActor } from '#functions/ports.ts';
import { refuse } from '#shared/result.ts';
import { judgementWords } from './words.ts';

/** A named person's own judgement beside a report, with their reason. The report stays as it is. */
export async function judge(deps: CommandDeps, request: Request<'report.judge', StaffActor>) {
  const { actor, params, input } = request;
  const { report, overall, dimensions, note } = input;
  const state = await deps.interviews.load(actor.company, params.interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const plan = await deps.interviews.plan(actor.company, params.interviewId);
  const strange = Object.keys(dimensions).filter((name) => !plan.competencies.some((one) => one.name === name));
  if (strange.length > 0) return refuse({ code: 'invalid_input' as const, details: { fields: ['dimensions'] } });
  return answering(
    perform(deps, {
      ...asked('report.judge', request),
      prepare: async () => ({
        command: { type: 'judge', by: actor.userId, report, overall, dimensions },
        notes: [judgementWords(report, note)],
      }),
      answer: nothingMore,
    }),
  );
}
