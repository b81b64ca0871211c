import { type CommandDeps, nothingMore, perform } from '#functions/interview/perform.ts';
import type { OnCard } from '#functions/ports/callbacks.ts';
import { cards as words } from '#shared/copy/zh/cards.ts';
import { interviewOfCard } from '#shared/messaging/no-show-card.ts';

/** One of HR says on the card that they deal with a candidate who did not come. Pressed again it is the same. */
export const takeNoShow =
  (deps: CommandDeps): OnCard =>
  async ({ company, userId, taskId, key }) => {
    const interviewId = interviewOfCard(taskId);
    if (interviewId === undefined || key !== 'take') return undefined;
    const done = await perform(deps, {
      company,
      interviewId,
      mayAct: () => true,
      prepare: async () => ({ command: { type: 'takeNoShow', by: userId } }),
      answer: nothingMore,
    });
    if (done.ok) return { says: words.noShow.taken };
    if (done.error.code === 'not_found') return undefined;
    // Somebody wrote at the same time, again and again: WeCom pushes it once more.
    if (done.error.code === 'version_conflict') throw new Error('a no-show could not be taken');
    return { says: words.noShow.over };
  };
