import { dayText, timeText } from './use-clock.ts';
import type { OutboxMessage, Target } from './world-client.ts';

/** A message of a mini-program with its fields; the whole card opens the page. */
export function NoticeCard({
  message,
  zone,
  open,
  press,
}: {
  message: OutboxMessage;
  zone: string;
  open(page: string): void;
  /** A button on the card itself. */
  press?(taskId: string, key: string): void;
}) {
  const { at, title, text, fields = [], page, card } = message;
  const sent = new Date(at);
  return (
    <article className="notice">
      <time dateTime={at}>
        {dayText(sent, zone)} {timeText(sent, zone)}
      </time>
      <button type="button" className="card" disabled={page === undefined} onClick={() => page && open(page)}>
        <span className="card-from">
          <span className="logo" />
          面聊
        </span>
        <b>{title}</b>
        {(fields.length === 0 || card) && text && <span>{text}</span>}
        {fields.map(({ name, value }) => (
          <span key={name} className="field">
            <span>{name}</span>
            <span>{value}</span>
          </span>
        ))}
        {page && <span className="card-go">进入小程序查看</span>}
      </button>
      {card && (
        <div className="card-buttons">
          {card.done !== undefined ? (
            <span>{card.done}</span>
          ) : (
            card.buttons.map(({ key, text: name, style }) => (
              <button type="button" key={key} data-style={style} onClick={() => press?.(card.taskId, key)}>
                {name}
              </button>
            ))
          )}
        </div>
      )}
    </article>
  );
}

/** `pages/report/index?id=itv_1`, with or without a slash before it. */
export function targetOf(page: string): Target {
  const [path = '', query = ''] = page.replace(/^\//, '').split('?');
  return { path, query };
}
