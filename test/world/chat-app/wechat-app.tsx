import { NoticeCard } from './notice-card.tsx';
import type { Program } from './use-program.ts';
import type { OutboxMessage } from './world-client.ts';

type Props = { messages: OutboxMessage[]; zone: string; program: Program; open(page: string): void };

/** WeChat: the mini-program used last, and the service notifications. */
export function WechatApp({ messages, zone, program, open }: Props) {
  const { running } = program;
  return (
    <>
      <header className="app-bar">
        <b>微信</b>
      </header>
      <div className="thread">
        <h3>最近使用的小程序</h3>
        {running?.kind === 'mini' ? (
          <button type="button" id="resume-candidate" className="recent" onClick={program.resume}>
            <span className="logo" />
            <span>
              <b>面聊</b>
              <small>{running.alive ? '在后台' : '已被系统关掉，再开会重新启动'}</small>
            </span>
          </button>
        ) : (
          <p className="hint">还没有用过。点短信里的链接打开「面聊」。</p>
        )}
        <h3>服务通知</h3>
        {messages.length === 0 && <p className="hint">还没有通知。面试结束时同意订阅，报告出来后会到这里。</p>}
        {messages.map((message) => (
          <NoticeCard key={message.id} message={message} zone={zone} open={open} />
        ))}
      </div>
    </>
  );
}
