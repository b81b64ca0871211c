import type { WecomCard } from '#shared/messaging/card.ts';
import { cut } from './fit-message.ts';

/** WeCom's own limits of a `button_interaction`. What it only advises (`title` 26 and the like) is what a phone shows. */
const limits = { taskId: 128, buttons: 6, items: 6, buttonKey: 1024 };

/** The card as WeCom takes it; undefined for a task id or a key that it would refuse. */
export function fitCard(card: WecomCard, appid: string): Record<string, unknown> | undefined {
  const { taskId, title, description, items, buttons, page } = card;
  const named = new RegExp(`^[0-9A-Za-z_@-]{1,${limits.taskId}}$`).test(taskId);
  const keyed = buttons.every(({ key }) => key !== '' && Buffer.byteLength(key) <= limits.buttonKey);
  if (!named || !keyed || buttons.length === 0) return undefined;
  return {
    card_type: 'button_interaction',
    main_title: { title: cut(title, 26) },
    sub_title_text: cut(description, 112),
    horizontal_content_list: items
      .slice(0, limits.items)
      .map(({ key, value }) => ({ keyname: cut(key, 5), value: cut(value, 26) })),
    ...(page !== undefined && { card_action: { type: 2, appid, pagepath: page } }),
    task_id: taskId,
    button_list: buttons
      .slice(0, limits.buttons)
      .map(({ key, text, style = 1 }) => ({ text: cut(text, 10), style, key })),
  };
}
