import { useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from './icons.tsx';
import { folded, type Kind, type Line, storyOf } from './story.ts';
import { secondsText } from './use-clock.ts';
import type { Seen } from './use-world.ts';

const chain: { kind: Kind; name: string; says: string }[] = [
  { kind: 'request', name: '请求', says: '有人在手机上做了一件事' },
  { kind: 'event', name: '事件', says: '它被记下来，状态随之改变' },
  { kind: 'job', name: '反应', says: '事件引出要办的事，排队去办' },
  { kind: 'message', name: '消息', says: '办成了，消息送到人手里' },
];

/** What happened, in order: request → event → reaction → message. The chain above is its legend and its filter. */
export function Backstage({ seen, zone }: { seen: Seen; zone: string }) {
  const [only, setOnly] = useState<Kind>();
  const [quiet, setQuiet] = useState(false);
  const story = useMemo(() => storyOf(seen.scenes, seen.messages, seen.people, zone), [seen, zone]);
  const lines = folded(story.filter((line) => (quiet || !line.quiet) && (only === undefined || line.kind === only)));
  const readings = story.filter((line) => line.quiet).length;
  const list = useRef<HTMLOListElement>(null);
  const last = lines.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the newest line
  useEffect(
    () => void list.current?.scrollTo({ top: list.current.scrollHeight }),
    [last?.key, last?.times, only, quiet],
  );

  return (
    <section id="backstage" className="backstage" aria-label="幕后">
      <header>
        <h2>幕后</h2>
        {readings > 0 && (
          <button type="button" className="chip" aria-pressed={quiet} onClick={() => setQuiet(!quiet)}>
            {quiet ? '收起' : '显示'} {readings} 次读取
          </button>
        )}
      </header>
      <nav className="chain" aria-label="只看一种">
        {chain.map(({ kind, name, says }) => (
          <button
            type="button"
            key={kind}
            className={`chain-${kind}`}
            title={says}
            aria-pressed={only === kind}
            onClick={() => setOnly(only === kind ? undefined : kind)}
          >
            <Icon name={kind} />
            {name}
          </button>
        ))}
      </nav>
      {lines.length === 0 ? (
        <dl className="explained">
          {chain.map(({ kind, name, says }) => (
            <div key={kind} className={`line-${kind}`}>
              <dt>
                <Icon name={kind} />
                {name}
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <ol ref={list}>
          {lines.map((line) => (
            <StoryLine key={line.key} line={line} zone={zone} />
          ))}
        </ol>
      )}
      {!seen.reachable && <p role="alert">世界停了。重新运行 npm start，这里会自己接上。</p>}
    </section>
  );
}

const StoryLine = ({ line, zone }: { line: Line; zone: string }) => (
  <li className={`line line-${line.kind}`} data-bad={line.bad || undefined}>
    <details>
      <summary>
        <Icon name={line.kind} />
        <span className="said">
          {line.who && <em>{line.who}</em>}
          {line.text}
          {line.says && <small>{line.says}</small>}
          {line.times > 1 && <span className="times">×{line.times}</span>}
        </span>
        <time dateTime={line.at}>{secondsText(new Date(line.at), zone)}</time>
      </summary>
      <code>{line.technical}</code>
    </details>
  </li>
);
