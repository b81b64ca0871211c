import { useEffect, useState } from 'react';
import { Device, type PhoneApp } from './device.tsx';
import { MailApp } from './mail-app.tsx';
import { targetOf } from './notice-card.tsx';
import type { SideProps } from './side.ts';
import { SmsApp } from './sms-app.tsx';
import { timeText } from './use-clock.ts';
import { type Network, useProgram } from './use-program.ts';
import { useReading } from './use-unread.ts';
import { WechatApp } from './wechat-app.tsx';
import type { Candidate } from './world-client.ts';

/** 1194: from a link outside WeChat. 1014: from a subscription message. */
const scenes = { link: 1194, notice: 1014 };
const networks: [Network, string][] = [
  ['wifi', '网络正常'],
  ['none', '断网'],
  ['slow', '弱网'],
];

type Props = SideProps<Candidate> & { onOpened(): void };

/** The left side: who the candidate is, their network, their phone. */
export function CandidatePhone({ person, everyone, choosePerson, unread, now, turns, zone, theme, onOpened }: Props) {
  const [chosen, choose] = useState('sms');
  const [network, setNetwork] = useState<Network>('wifi');
  const time = now ? timeText(now, zone) : '';
  const program = useProgram('wechat', person.id, { network, theme, time, turns });
  const messages = unread.of(person);
  useReading(unread, person, chosen, messages, program.running?.shown !== true);
  const others = everyone.filter((other) => other.id !== person.id && unread.unread(other) > 0);
  const follows = messages.length === 0 && !program.running ? others[0]?.id : undefined;
  // A phone that nothing has happened on yet makes way for the one that is written to.
  useEffect(() => {
    if (follows !== undefined) choosePerson(follows);
  }, [follows, choosePerson]);
  const open: typeof program.open = (target, scene) => {
    onOpened();
    program.open(target, scene);
  };

  const apps: PhoneApp[] = [
    {
      id: 'sms',
      name: '短信',
      icon: 'sms',
      unread: unread.unread(person, 'sms'),
      view: (
        <SmsApp
          name={person.name}
          messages={messages.filter(({ channel }) => channel === 'sms')}
          now={now}
          zone={zone}
          openInWechat={(target) => open(target, scenes.link)}
          openInBrowser={(target) => {
            onOpened();
            program.browse(target);
          }}
        />
      ),
    },
    {
      id: 'wechat',
      name: '微信',
      icon: 'wechat',
      unread: unread.unread(person, 'wechat'),
      view: (
        <WechatApp
          messages={messages.filter(({ channel }) => channel === 'wechat')}
          zone={zone}
          program={program}
          open={(page) => open(targetOf(page), scenes.notice)}
        />
      ),
    },
    {
      id: 'email',
      name: '邮箱',
      icon: 'message',
      unread: unread.unread(person, 'email'),
      view: (
        <MailApp
          address={person.email}
          messages={messages.filter(({ channel }) => channel === 'email')}
          zone={zone}
          openInWechat={(target) => open(target, scenes.link)}
          openInBrowser={(target) => {
            onOpened();
            program.browse(target);
          }}
        />
      ),
    },
  ];
  const newest = messages.at(-1);
  const app = apps.find(({ id }) => id === newest?.channel);
  return (
    <>
      <div className="tools">
        <label>
          <span>候选人</span>
          <select id="person-candidate" value={person.id} onChange={(event) => choosePerson(event.target.value)}>
            {everyone.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
                {unread.unread(other) > 0 ? `(${unread.unread(other)})` : ''}
              </option>
            ))}
          </select>
        </label>
        <select
          id="network"
          aria-label="这部手机的网络"
          data-network={network}
          value={network}
          onChange={(event) => setNetwork(event.target.value as Network)}
        >
          {networks.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" id="kill-candidate" disabled={!program.running?.alive} onClick={program.kill}>
          杀掉小程序
        </button>
      </div>
      {others[0] && (
        <button type="button" className="elsewhere" onClick={() => choosePerson(others[0]?.id ?? person.id)}>
          {others[0].name}收到了消息，换到 TA 的手机
        </button>
      )}
      <Device
        key={person.id}
        id="candidate-phone"
        frameName="candidate"
        label={`${person.name}的手机`}
        time={time}
        theme={theme}
        network={network}
        apps={apps}
        chosen={chosen}
        choose={choose}
        program={program}
        news={newest && app && { message: newest, app }}
      />
    </>
  );
}
