import { type CSSProperties, useEffect, useState } from 'react';
import { Backstage } from './backstage.tsx';
import { CandidatePhone } from './candidate-phone.tsx';
import { HrPhone } from './hr-phone.tsx';
import { useRemembered } from './remembered.ts';
import { TopBar } from './top-bar.tsx';
import { Tour, useTour } from './tour.tsx';
import { useClock } from './use-clock.ts';
import { useUnread } from './use-unread.ts';
import { useWorld } from './use-world.ts';
import { type Candidate, type OutboxMessage, type Person, recipient, type Staff } from './world-client.ts';

type View = 'left' | 'middle' | 'right';
const systemTheme = () => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** Two phones and a clock, and between them what happens behind the scenes. On a phone's screen, one of them at a time. */
export function Stage() {
  const seen = useWorld();
  const clock = useClock();
  const unread = useUnread(seen);
  const [theme, setTheme] = useState<'light' | 'dark'>(systemTheme);
  const [width, setWidth] = useRemembered('width', '375');
  const [view, setView] = useState<View>('right');
  const [opened, setOpened] = useState(false);
  const left = useChosen(seen.people, 'candidate', seen.messages);
  const right = useChosen(seen.people, 'staff', seen.messages);
  const sent = (channel: string) => seen.messages.some((message) => message.channel === channel);
  const tour = useTour([sent('sms'), opened, sent('wecom')]);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  const shared = { unread, now: clock.now, turns: clock.turns, zone: clock.zone, theme };
  const news = { left: left.everyone, middle: [], right: right.everyone };
  const views: [View, string][] = [
    ['left', '候选人'],
    ['middle', '幕后'],
    ['right', 'HR'],
  ];
  return (
    <div className="stage" style={{ '--phone': `${width}px` } as CSSProperties} data-view={view}>
      <TopBar clock={clock} theme={theme} setTheme={setTheme} width={width} setWidth={setWidth} again={tour.again} />
      <nav className="switch" aria-label="看哪一边">
        {views.map(([id, name]) => (
          <button type="button" key={id} aria-pressed={view === id} onClick={() => setView(id)}>
            {name}
            {view !== id && news[id].some((person) => unread.unread(person) > 0) && <span className="badge">新</span>}
          </button>
        ))}
      </nav>
      {tour.at !== undefined && <Tour at={tour.at} go={tour.go} />}
      <main className="side side-left" data-called={tour.side === 'left' || undefined}>
        {left.person && <CandidatePhone {...shared} {...left} person={left.person} onOpened={() => setOpened(true)} />}
      </main>
      <Backstage seen={seen} zone={clock.zone} />
      <section className="side side-right" data-called={tour.side === 'right' || undefined}>
        {right.person && <HrPhone {...shared} {...right} person={right.person} />}
      </section>
    </div>
  );
}

/** Who this browser chose; to begin with, whoever was written to last. */
function useChosen<K extends Person['kind']>(people: Person[], kind: K, messages: OutboxMessage[]) {
  type P = K extends 'staff' ? Staff : Candidate;
  const [id, choosePerson] = useRemembered<string>(kind, '');
  const everyone = people.filter((person) => person.kind === kind) as P[];
  const newest = messages.findLast((message) => recipient(people, message)?.kind === kind);
  const first = newest && recipient(people, newest)?.id;
  useEffect(() => {
    if (id === '' && first !== undefined) choosePerson(first);
  }, [id, first, choosePerson]);
  return { everyone, person: everyone.find((person) => person.id === id) ?? everyone[0], choosePerson };
}
