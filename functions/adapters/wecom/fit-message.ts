/** An application message as WeCom takes it. Lengths are cut by `fitMessage`. */
export type WecomMessage =
  | { kind: 'text'; content: string }
  | { kind: 'textcard'; title: string; description: string; url: string; buttonText?: string }
  | {
      kind: 'miniprogram_notice';
      appid: string;
      page?: string;
      title: string;
      description?: string;
      emphasizeFirst?: boolean;
      items: { key: string; value: string }[];
    };

/** WeCom cuts `text` and `textcard` by itself and without an ellipsis; a `miniprogram_notice` it refuses with 40058. */
export function fitMessage(message: WecomMessage): { msgtype: string } & Record<string, unknown> {
  if (message.kind === 'text') {
    return { msgtype: 'text', text: { content: cut(message.content, 2048, utf8Length) } };
  }
  if (message.kind === 'textcard') {
    const { title, description, url, buttonText } = message;
    return {
      msgtype: 'textcard',
      textcard: {
        title: cut(title, 128),
        description: cut(description, 512),
        url,
        ...(buttonText && { btntxt: cut(buttonText, 4) }),
      },
    };
  }
  const { appid, page, title, description, emphasizeFirst, items } = message;
  return {
    msgtype: 'miniprogram_notice',
    miniprogram_notice: {
      appid,
      ...(page && { page }),
      title: cut(title, 12),
      ...(description && { description: cut(description, 12) }),
      ...(emphasizeFirst && { emphasis_first_item: true }),
      content_item: items.slice(0, 10).map(({ key, value }) => ({ key: cut(key, 10), value: cut(value, 30) })),
    },
  };
}

const utf8Length = (text: string): number => Buffer.byteLength(text);
const utf16Length = (text: string): number => text.length;

/** Never in the middle of a character; with … at its end where something is missing. */
export function cut(text: string, limit: number, lengthOf = utf16Length): string {
  if (lengthOf(text) <= limit) return text;
  let kept = '';
  let used = lengthOf('…');
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += lengthOf(segment);
    if (used > limit) break;
    kept += segment;
  }
  return `${kept}…`;
}
