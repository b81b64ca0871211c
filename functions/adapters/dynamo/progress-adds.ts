import { interviewStatuses } from '#shared/interview/statuses.ts';

/** Every number an opening's progress is made of. */
export const progressFields: readonly string[] = [...interviewStatuses, 'passed', 'filled', 'joined'];

/** What one contribution adds to them. A copy's write and the recount both ask here. */
export const progressAdds = (contribution: Record<string, unknown> | undefined): Record<string, number> =>
  contribution === undefined
    ? {}
    : {
        [String(contribution.status)]: 1,
        passed: Number(contribution.passed ?? 0),
        filled: Number(contribution.filled ?? 0),
        joined: Number(contribution.joined ?? 0),
      };
