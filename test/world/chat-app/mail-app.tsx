import { useEffect, useRef, useState } from 'react';
import { CalendarEntry } from './calendar-entry.tsx';
import { dayText, timeText } from './use-clock.ts';
import { type OutboxMessage, type Target, world } from './world-client.ts';

type Props = {
  address: string | undefined;
  messages: OutboxMessage[];
  zone: string;
  openInWechat(target: Target): void;
  openInBrowser(target: Target): void;
};

/** The mailbox: its mails, the newest first, and the one that is being read. */
export function MailApp({ address, messages, zone, openInWechat, openInBrowser }: Props) {
  const [reading, read] = useState<string>();
  const mail = messages.find(({ id }) => id === reading);
  if (mail) {
    return (
      <Mail
        key={mail.id}
        mail={mail}
        all={messages}
        zone={zone}
        back={() => read(undefined)}
        openInWechat={openInWechat}
        openInBrowser={openInBrowser}
      />
    );
  }
  return (
    <>
      <header className="app-bar">
        <b>收件箱</b>
        <small>{address ?? '没有留邮箱'}</small>
      </header>
      <div id="mail-list" className="thread mails">
        {messages.length === 0 && (
          <div className="empty">
            <b>还没有邮件</b>
            <p>{address ? '预约、提醒和改约的邮件会到这里，附带日历。' : '这位候选人的资料里没有邮箱。'}</p>
          </div>
        )}
        {messages.toReversed().map(({ id, at, title, text, calendar }) => (
          <button type="button" key={id} className="mail-row" onClick={() => read(id)}>
            <span className="mail-from">面聊</span>
            <time dateTime={at}>
              {dayText(new Date(at), zone)} {timeText(new Date(at), zone)}
            </time>
            <b>{title}</b>
            <span className="mail-start">
              {calendar && <em>日历</em>}
              {text.replaceAll('\n', ' ')}
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

type MailProps = Pick<Props, 'zone' | 'openInWechat' | 'openInBrowser'> & {
  mail: OutboxMessage;
  all: OutboxMessage[];
  back(): void;
};

function Mail({ mail, all, zone, back, openInWechat, openInBrowser }: MailProps) {
  const [trouble, setTrouble] = useState(false);
  const { at, title, text, html, link, calendar } = mail;
  const sent = new Date(at);

  async function follow(open: (target: Target) => void, address = link) {
    if (address === undefined) return;
    setTrouble(false);
    try {
      open(await world.openLink(address));
    } catch {
      setTrouble(true);
    }
  }

  return (
    <>
      <header className="app-bar mail-bar">
        <button type="button" onClick={back}>
          ‹ 收件箱
        </button>
      </header>
      <article id="mail" className="thread">
        <h2>{title}</h2>
        <p className="hint">
          面聊 · {dayText(sent, zone)} {timeText(sent, zone)}
        </p>
        {calendar && <CalendarEntry entry={calendar} all={all} zone={zone} />}
        {html === undefined ? (
          <p className="mail-text">{text}</p>
        ) : (
          <Markup html={html} follow={(address) => follow(openInWechat, address)} />
        )}
        {link && (
          <div className="ways">
            <button type="button" className="way way-wechat" onClick={() => follow(openInWechat)}>
              在微信中打开
            </button>
            <button type="button" className="way way-browser" onClick={() => follow(openInBrowser)}>
              在浏览器中打开
            </button>
          </div>
        )}
        {trouble && <p role="alert">这个链接已经过期，打不开了。</p>}
      </article>
    </>
  );
}

/** A mail's own page: no script of it runs, and its links lead into the phone. */
function Markup({ html, follow }: { html: string; follow(address: string): void }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(0);
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    const page = frame.current;
    if (!page) return;
    const ready = () => {
      setHeight(page.contentDocument?.documentElement.scrollHeight ?? 0);
      page.contentDocument?.addEventListener('click', (event) => {
        event.preventDefault();
        const address = (event.target as Element | null)?.closest('a')?.href;
        if (address) latest.current(address);
      });
    };
    page.addEventListener('load', ready);
    page.srcdoc = html;
    return () => page.removeEventListener('load', ready);
  }, [html]);
  return <iframe ref={frame} title="邮件正文" className="mail-page" sandbox="allow-same-origin" style={{ height }} />;
}
