import { useEffect, useRef, useState } from 'react';
import { dayText, timeText } from './use-clock.ts';
import { type OutboxMessage, type Target, world } from './world-client.ts';

type Props = {
  name: string;
  messages: OutboxMessage[];
  now: Date | undefined;
  zone: string;
  openInWechat(target: Target): void;
  openInBrowser(target: Target): void;
};

const linkPattern = /(https:\/\/wxaurl\.cn\/[\w-]+)/;

/** One thread: texts with their link, which opens the mini-program in WeChat, or the same page in a browser. */
export function SmsApp({ name, messages, now, zone, openInWechat, openInBrowser }: Props) {
  const [trouble, setTrouble] = useState<{ id: string; text: string }>();
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every message the newest one comes into view
  useEffect(() => void end.current?.scrollIntoView({ block: 'end' }), [messages.length]);

  async function follow(id: string, link: string, open: (target: Target) => void) {
    setTrouble(undefined);
    try {
      open(await world.openLink(link));
    } catch {
      setTrouble({ id, text: '这个链接已经过期，打不开了。' });
    }
  }

  return (
    <>
      <header className="app-bar">
        <b>1069 0000 8787</b>
        <small>面聊 · 通知短信</small>
      </header>
      <div id="sms-list" className="thread">
        {messages.length === 0 && (
          <div className="empty">
            <b>还没有短信</b>
            <p>在右边的企业微信里邀请 {name}，邀请短信会到这里。</p>
          </div>
        )}
        {messages.map(({ id, at, text }) => {
          const link = linkPattern.exec(text)?.[1];
          const sent = new Date(at);
          return (
            <article key={id} className="sms">
              <time dateTime={at}>
                {now && dayText(sent, zone) === dayText(now, zone) ? '今天' : dayText(sent, zone)}{' '}
                {timeText(sent, zone)}
              </time>
              <div className="bubble">
                {text.split(linkPattern).map((part) =>
                  part === link ? (
                    <button
                      type="button"
                      key={part}
                      className="sms-link"
                      data-link={link}
                      onClick={() => follow(id, link, openInWechat)}
                    >
                      {part}
                    </button>
                  ) : (
                    part
                  ),
                )}
              </div>
              {link && (
                <div className="ways">
                  <button type="button" className="way way-wechat" onClick={() => follow(id, link, openInWechat)}>
                    在微信中打开
                  </button>
                  <button type="button" className="way way-browser" onClick={() => follow(id, link, openInBrowser)}>
                    在浏览器中打开
                  </button>
                </div>
              )}
              {trouble?.id === id && <p role="alert">{trouble.text}</p>}
            </article>
          );
        })}
        <div ref={end} />
      </div>
    </>
  );
}
