import { cards } from '../copy/zh/cards.ts';
import type { WecomCard } from './card.ts';
import { composeWecom, type Facts } from './compose.ts';

/** `generation`: the event that says that nobody came, so that one no-show has one card. */
export const noShowCardId = (interviewId: string, generation: number): string => `noshow_${interviewId}_${generation}`;

/** Which interview's no-show a card is about; undefined for another card. */
export const interviewOfCard = (taskId: string): string | undefined => /^noshow_(itv_[a-z0-9]+)_\d+$/.exec(taskId)?.[1];

/** What tells HR of a candidate who did not come, with the button by which one of them takes it over. */
export function noShowCard(facts: Facts, taskId: string): WecomCard {
  const { title, page, items } = composeWecom('no_show_for_hr', facts);
  const status = items.at(-1)?.value ?? '';
  return {
    taskId,
    title,
    description: status,
    items: items.slice(0, -1),
    buttons: [{ key: 'take', text: cards.noShow.take, style: 1 }],
    page,
  };
}
