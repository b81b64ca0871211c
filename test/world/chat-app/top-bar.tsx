import { Icon } from './icons.tsx';
import { dayText, secondsText, timeText, type useClock } from './use-clock.ts';

const turns = [
  ['PT10M', '+10 分钟'],
  ['PT1H', '+1 小时'],
  ['PT24H', '+24 小时'],
] as const;

type Props = {
  clock: ReturnType<typeof useClock>;
  theme: 'light' | 'dark';
  setTheme(theme: 'light' | 'dark'): void;
  width: string;
  setWidth(width: string): void;
  again(): void;
};

const whenText = (at: Date, zone: string) => `${dayText(at, zone)} ${timeText(at, zone)}`;

/** The world's time and how to move it on; how the stage looks. */
export function TopBar({ clock, theme, setTheme, width, setWidth, again }: Props) {
  const { now, zone, turning, nextReminder, turn, turnToReminder } = clock;
  return (
    <header className="top-bar">
      <h1>
        <span className="logo" />
        面聊 <small>从邀请到报告，都在聊天里</small>
      </h1>
      <div className="time">
        <span className="day">{now ? dayText(now, zone) : ' '}</span>
        <output id="clock-now" data-now={now?.toISOString()}>
          {now ? secondsText(now, zone) : '--:--:--'}
        </output>
        <span className="zone">{zone === 'Asia/Shanghai' ? '北京时间' : zone}</span>
        {turns.map(([duration, name]) => (
          <button
            type="button"
            key={duration}
            id={`advance-${duration}`}
            disabled={turning !== undefined}
            onClick={() => turn(duration)}
          >
            {turning === duration ? '正在拨…' : name}
          </button>
        ))}
        <button
          type="button"
          id="next-reminder"
          disabled={turning !== undefined || nextReminder === undefined}
          title={nextReminder === undefined ? '现在没有要发的提醒' : whenText(new Date(nextReminder), zone)}
          onClick={() => turnToReminder()}
        >
          {turning === 'reminder' ? '正在拨…' : '到下一条提醒'}
        </button>
      </div>
      <div className="looks">
        <button type="button" onClick={again}>
          导览
        </button>
        <label className="wide-only">
          机型宽
          <select id="width" value={width} onChange={(event) => setWidth(event.target.value)}>
            {['320', '375', '430'].map((points) => (
              <option key={points}>{points}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          id="theme"
          aria-label={theme === 'dark' ? '换成浅色' : '换成深色'}
          onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
      </div>
    </header>
  );
}
