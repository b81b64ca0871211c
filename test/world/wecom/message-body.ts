import { isRecord, textOf } from '../provider/serve.ts';

/** What a member sees of a message. */
export type SeenMessage = {
  title?: string;
  text: string;
  fields?: { name: string; value: string }[];
  link?: string;
  page?: string;
};

export type BodyFault = { errcode: number; detail?: string };

/** The message as shown, after WeCom's own cutting, or why it is refused. */
export function seenMessage(body: Record<string, unknown>): SeenMessage | BodyFault {
  const content = body[textOf(body.msgtype)];
  switch (body.msgtype) {
    case 'text':
      return isRecord(content) ? seenText(content) : { errcode: 44004 };
    case 'textcard':
      return isRecord(content) ? seenCard(content) : missing('textcard');
    case 'miniprogram_notice':
      return isRecord(content) ? seenNotice(content) : missing('miniprogram_notice');
    default:
      return { errcode: 40008 };
  }
}

/** Over 2048 bytes the rest is cut off. */
function seenText(content: Record<string, unknown>): SeenMessage | BodyFault {
  const text = textOf(content.content);
  if (text === '') return { errcode: 44004 };
  return { text: new TextDecoder().decode(Buffer.from(text).subarray(0, 2048)).replace(/\ufffd$/, '') };
}

/** Title over 128, description over 512, button over 4 characters: the rest is cut off. */
function seenCard({ title, description, url, btntxt }: Record<string, unknown>): SeenMessage | BodyFault {
  const link = textOf(url);
  if (textOf(title) === '') return missing('textcard.title');
  if (textOf(description) === '') return missing('textcard.description');
  if (!/^https?:\/\//.test(link)) return { errcode: 40058, detail: 'textcard.url invalid' };
  if (Buffer.byteLength(link) > 2048) return tooLong('textcard.url', 2048);
  const button = textOf(btntxt) || '详情';
  return {
    title: firstOf(textOf(title), 128),
    text: firstOf(textOf(description), 512),
    fields: [{ name: 'button', value: firstOf(button, 4) }],
    link,
  };
}

/** Here nothing is cut: what is too long, or a title too short, is refused. */
function seenNotice(content: Record<string, unknown>): SeenMessage | BodyFault {
  const { appid, page, title, description, content_item } = content;
  if (textOf(appid) === '') return missing('miniprogram_notice.appid');
  if (Buffer.byteLength(textOf(page)) > 1024) return tooLong('miniprogram_notice.page', 1024);
  for (const [name, value, required] of [
    ['title', title, true],
    ['description', description, false],
  ] as const) {
    const given = charactersIn(textOf(value));
    if (given === 0 && !required) continue;
    if (given < 4) return { errcode: 40058, detail: `miniprogram_notice.${name} less than min length 4` };
    if (given > 12) return tooLong(`miniprogram_notice.${name}`, 12);
  }
  const items = Array.isArray(content_item) ? content_item.filter(isRecord) : [];
  if (items.length > 10) return tooLong('miniprogram_notice.content_item', 10);
  const fields = items.map(({ key, value }) => ({ name: textOf(key), value: textOf(value) }));
  if (fields.some(({ name }) => charactersIn(name) > 10)) return tooLong('miniprogram_notice.content_item.key', 10);
  if (fields.some(({ value }) => charactersIn(value) > 30)) return tooLong('miniprogram_notice.content_item.value', 30);
  const shown = fields.filter(({ name, value }) => name !== '' || value !== '');
  return {
    title: textOf(title),
    text: [textOf(description), ...shown.map(({ name, value }) => `${name}:${value}`)].filter(Boolean).join('\n'),
    fields: shown,
    ...(textOf(page) && { page: textOf(page) }),
  };
}

const missing = (name: string): BodyFault => ({ errcode: 40058, detail: `${name} missing` });
const tooLong = (name: string, limit: number): BodyFault => ({
  errcode: 40058,
  detail: `${name} exceed max length ${limit}`,
});
const charactersIn = (text: string): number => [...text].length;
const firstOf = (text: string, limit: number): string => [...text].slice(0, limit).join('');
