import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon, type IconName, StatusSigns } from './icons.tsx';
import type { Network, Program } from './use-program.ts';
import type { OutboxMessage } from './world-client.ts';

const bannerMs = 6000;

export type PhoneApp = { id: string; name: string; icon: IconName; unread: number; view: ReactNode };

type Props = {
  id: string;
  frameName: string;
  label: string;
  time: string;
  theme: 'light' | 'dark';
  network: Network;
  apps: PhoneApp[];
  chosen: string;
  choose(app: string): void;
  program: Program;
  /** The newest message, and the app it belongs to. */
  news: { message: OutboxMessage; app: PhoneApp } | undefined;
};

/** A phone: its apps with a dock below, what runs in front of them, and a banner for what arrives meanwhile. */
export function Device({ id, frameName, label, time, theme, network, apps, chosen, choose, program, news }: Props) {
  const { running, frame } = program;
  const inFront = running?.shown === true;
  const banner = useBanner(news?.message.id);
  const shows = banner && news && news.app.unread > 0 && (inFront || chosen !== news.app.id);
  const statusBar = (
    <div className="status-bar" aria-hidden="true">
      <span>{time}</span>
      <StatusSigns network={network} />
    </div>
  );
  return (
    <section id={id} className="device" aria-label={label}>
      <div className="screen">
        <div className="home" data-covered={inFront || undefined}>
          {statusBar}
          <div className="app">{apps.find((app) => app.id === chosen)?.view}</div>
          <nav className="dock">
            {apps.map((app) => (
              <button
                type="button"
                key={app.id}
                className={`dock-app dock-${app.id}`}
                aria-current={app.id === chosen ? 'page' : undefined}
                onClick={() => choose(app.id)}
              >
                <Icon name={app.icon} />
                {app.name}
                {app.unread > 0 && <span className="badge">{app.unread}</span>}
              </button>
            ))}
          </nav>
        </div>
        {running && (
          <div className={`front front-${running.kind}`} hidden={!inFront}>
            {running.kind === 'web' && (
              <>
                {statusBar}
                <div className="browser-bar">
                  <span>{running.address}</span>
                  <button type="button" onClick={program.leave}>
                    完成
                  </button>
                </div>
              </>
            )}
            <iframe
              key={running.run}
              ref={frame}
              name={frameName}
              title={label}
              src={running.src}
              onLoad={program.tellWorld}
              allow="microphone; camera; autoplay"
              style={{ colorScheme: theme }}
            />
          </div>
        )}
        {shows && (
          <button
            type="button"
            className="banner"
            onClick={() => {
              if (inFront) program.leave();
              choose(news.app.id);
            }}
          >
            <span className={`app-icon app-icon-${news.app.id}`}>
              <Icon name={news.app.icon} />
            </span>
            <span>
              <b>{news.message.title ?? news.app.name}</b>
              {news.message.text.replaceAll('\n', ' · ')}
            </span>
          </button>
        )}
      </div>
    </section>
  );
}

/** True for a while after another message arrived. */
function useBanner(newest: string | undefined): boolean {
  const known = useRef(newest);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (newest === undefined || newest === known.current) return;
    known.current = newest;
    setShown(true);
    const timer = window.setTimeout(() => setShown(false), bannerMs);
    return () => window.clearTimeout(timer);
  }, [newest]);
  return shown;
}
