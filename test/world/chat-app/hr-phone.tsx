import { useEffect, useState } from 'react';
import { Device, type PhoneApp } from './device.tsx';
import { NoticeCard, targetOf } from './notice-card.tsx';
import type { SideProps } from './side.ts';
import { timeText } from './use-clock.ts';
import { useProgram } from './use-program.ts';
import { useReading } from './use-unread.ts';
import { type BoardItem, type Staff, world } from './world-client.ts';

const workbench = 'hr/workbench/index';

/** The right side, HR's WeCom: what the app 「面聊招聘助手」 sends, and its card on the workbench. */
export function HrPhone({ person, everyone, choosePerson, unread, now, turns, zone, theme }: SideProps<Staff>) {
  const [chosen, choose] = useState('bench');
  const time = now ? timeText(now, zone) : '';
  const program = useProgram('wxwork', person.id, { network: 'wifi', theme, time, turns });
  const messages = unread.of(person);
  useReading(unread, person, chosen, messages, program.running?.shown !== true);

  const inbox = (
    <>
      <header className="app-bar">
        <b>面聊招聘助手</b>
        <small>应用消息</small>
      </header>
      <div className="thread">
        {messages.length === 0 && (
          <div className="empty">
            <b>还没有消息</b>
            <p>候选人结束面试、报告写好后，会在这里提醒您。</p>
          </div>
        )}
        {messages.map((message) => (
          <NoticeCard
            key={message.id}
            message={message}
            zone={zone}
            open={(page) => program.open(targetOf(page))}
            press={(taskId, key) => void world.pressCard(person.id, taskId, key).catch(() => undefined)}
          />
        ))}
      </div>
    </>
  );
  const board = useBoard(person.id, messages.length);
  const bench = (
    <>
      <header className="app-bar">
        <b>工作台</b>
        <small>{person.name}</small>
      </header>
      <div className="thread">
        <article className="bench">
          <span className="logo" />
          <span>
            <b>面聊招聘助手</b>
            <small>选人、邀请、看报告、作决定</small>
          </span>
          <button
            type="button"
            id="open-workbench"
            className="primary"
            onClick={() => program.open({ path: workbench, query: '' })}
          >
            {program.running ? '回到招聘助手' : '进入招聘助手'}
          </button>
        </article>
        {board.length > 0 && (
          <dl id="board" className="board">
            {board.map(({ key, data }) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{data}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="hint">从这里邀请候选人。候选人答完，报告会出现在「消息」里。</p>
      </div>
    </>
  );
  const app: PhoneApp = {
    id: 'wecom',
    name: '消息',
    icon: 'chat',
    unread: unread.unread(person, 'wecom'),
    view: inbox,
  };
  const newest = messages.at(-1);
  return (
    <>
      <div className="tools">
        <label>
          <span>HR</span>
          <select id="person-hr" value={person.id} onChange={(event) => choosePerson(event.target.value)}>
            {everyone.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" id="wide" onClick={() => openWide(person.id)}>
          宽屏 ↗
        </button>
      </div>
      <Device
        key={person.id}
        id="hr-phone"
        frameName="hr"
        label={`${person.name}的企业微信`}
        time={time}
        theme={theme}
        network="wifi"
        apps={[app, { id: 'bench', name: '工作台', icon: 'bench', unread: 0, view: bench }]}
        chosen={chosen}
        choose={choose}
        program={program}
        news={newest && { message: newest, app }}
      />
    </>
  );
}

/** The app's figures on the workbench, looked at again when something arrived. */
function useBoard(person: string, arrived: number): BoardItem[] {
  const [items, setItems] = useState<BoardItem[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived may have changed them
  useEffect(() => {
    let gone = false;
    void world.board(person).then(
      (board) => gone || setItems(board.items),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [person, arrived]);
  return items;
}

/** A browser lets a page open a tab only while it is being clicked: the tab first, its address when the code is there. */
async function openWide(person: string): Promise<void> {
  const tab = window.open('about:blank');
  const { code } = await world.webCode(person);
  if (tab) tab.location.href = `/h5/index.html?code=${encodeURIComponent(code)}#/${workbench}`;
}
