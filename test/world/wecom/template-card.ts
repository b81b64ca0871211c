import { isRecord, textOf } from '../provider/serve.ts';
import type { BodyFault } from './message-body.ts';

export type SeenCard = {
  title: string;
  text: string;
  fields: { name: string; value: string }[];
  page?: string;
  taskId: string;
  buttons: { key: string; text: string; style: number }[];
};

/** A `button_interaction` as a member sees it, or why it is refused. Words over the advised length are cut on a phone. */
export function seenCard(content: unknown): SeenCard | BodyFault {
  if (!isRecord(content)) return fault('template_card missing');
  if (content.card_type !== 'button_interaction') return fault('template_card.card_type invalid');
  const main = isRecord(content.main_title) ? content.main_title : {};
  const title = textOf(main.title);
  if (title === '') return fault('template_card.main_title missing');
  const taskId = textOf(content.task_id);
  if (!/^[0-9A-Za-z_\-@]{1,128}$/.test(taskId)) return fault('template_card.task_id invalid');
  const buttons = (Array.isArray(content.button_list) ? content.button_list : []).filter(isRecord);
  if (buttons.length === 0) return fault('template_card.button_list missing');
  if (buttons.length > 6) return fault('template_card.button_list exceed max length 6');
  const pressed = buttons.map(({ key, text, style }) => ({
    key: textOf(key),
    text: firstOf(textOf(text), 10),
    style: typeof style === 'number' ? style : 1,
  }));
  if (pressed.some(({ key, text }) => key === '' || text === '' || Buffer.byteLength(key) > 1024)) {
    return fault('template_card.button_list.key invalid');
  }
  const list = content.horizontal_content_list;
  const items = (Array.isArray(list) ? list : []).filter(isRecord);
  if (items.length > 6) return fault('template_card.horizontal_content_list exceed max length 6');
  const action = isRecord(content.card_action) ? content.card_action : {};
  if (action.type === 2 && textOf(action.appid) === '') return fault('template_card.card_action.appid missing');
  const page = action.type === 2 ? textOf(action.pagepath) : '';
  return {
    title: firstOf(title, 26),
    text: firstOf(textOf(content.sub_title_text), 112),
    fields: items.map(({ keyname, value }) => ({
      name: firstOf(textOf(keyname), 5),
      value: firstOf(textOf(value), 26),
    })),
    ...(page && { page }),
    taskId,
    buttons: pressed,
  };
}

const fault = (detail: string): BodyFault => ({ errcode: 40058, detail });
const firstOf = (text: string, limit: number): string => [...text].slice(0, limit).join('');
