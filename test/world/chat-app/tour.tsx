import { useState } from 'react';
import { useRemembered } from './remembered.ts';

const steps = [
  { side: 'right', title: '在右边邀请候选人', text: '进入「面聊招聘助手」，选一位匹配的候选人，点「邀请」。' },
  { side: 'left', title: '在左边点短信链接', text: '邀请短信到了。点里面的链接，小程序就在这部手机里打开。' },
  { side: 'right', title: '结束面试后看右边', text: '候选人点「结束面试」，几秒后报告出现在右边的消息里。' },
] as const;

/** The first visit: three steps. Each is passed by doing it or by 「下一步」; this browser remembers how far it went. */
export function useTour(done: [invited: boolean, opened: boolean, reported: boolean]) {
  const [kept, keep] = useRemembered<'0' | '1' | '2' | 'over'>('tour', '0');
  const [again, setAgain] = useState(false);
  const from = Number(kept);
  const at = kept === 'over' ? undefined : again ? from : [0, 1, 2].find((step) => step >= from && !done[step]);
  return {
    at,
    side: at === undefined ? undefined : steps[at]?.side,
    go: (step: number) => keep(step > 2 ? 'over' : (`${step}` as '0' | '1' | '2')),
    again() {
      setAgain(true);
      keep('0');
    },
  };
}

export function Tour({ at, go }: { at: number; go(step: number): void }) {
  const step = steps[at];
  if (!step) return null;
  return (
    <aside className={`tour tour-${step.side}`} aria-label="导览">
      <small>
        第 {at + 1} 步 / 共 {steps.length} 步
      </small>
      <b>{step.title}</b>
      <p>{step.text}</p>
      <div className="tour-ways">
        <button type="button" className="plain" onClick={() => go(steps.length)}>
          跳过导览
        </button>
        <button type="button" className="primary" onClick={() => go(at + 1)}>
          {at + 1 < steps.length ? '下一步' : '明白了'}
        </button>
      </div>
    </aside>
  );
}
