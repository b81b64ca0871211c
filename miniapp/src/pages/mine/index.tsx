import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { Card } from '../../components/card.tsx';
import { type Contact, ContactSheet } from '../../components/contact-sheet.tsx';
import { Page } from '../../components/page.tsx';
import { Tap } from '../../components/tap.tsx';
import { config } from '../../config.ts';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { countText } from '../../state/tab-badge.ts';
import { useInterviews } from '../../state/use-interviews.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { useUnread } from '../../state/use-unread.ts';
import { SizeChoice } from './size-choice.tsx';
import { useRequests } from './use-requests.ts';
import './index.scss';

function MinePage() {
  const words = copy.candidate.mine;
  usePageTitle(copy.candidate.titles.mine);
  const interviews = useInterviews();
  const list = interviews.phase === 'ready' ? interviews.value : [];
  const newest = list[0]?.interviewId;
  const waiting = useRequests(newest);
  const unread = useUnread();
  const [contact, setContact] = useState<Contact>();
  const [unknown, setUnknown] = useState(false);

  async function showContact() {
    const first = list[0];
    const got = first && (await call('interview.get', { params: { interviewId: first.interviewId } }));
    if (got?.ok) setContact(got.value.contact);
    else setUnknown(true);
  }

  return (
    <Page className="mine">
      <View className="mine__head">
        <Text className="mine__title" {...aria({ role: 'heading' })}>
          {copy.candidate.brand}
        </Text>
        <Text className="mine__text">{words.whoText}</Text>
      </View>
      <Card className="mine__rows">
        <Row
          id="mine-messages"
          title={copy.booking.messages.title}
          text={copy.booking.messages.text(unread)}
          count={unread}
          onTap={go.messages}
        />
        <Row id="mine-guide" title={words.guide} text={words.guideText} onTap={() => go.guide()} />
        <Row id="mine-practice" title={words.practice} text={words.practiceText} onTap={() => go.practice()} />
        {newest === undefined ? null : (
          <Row
            id="mine-requests"
            title={words.requests}
            text={words.requestsText(waiting)}
            onTap={() => go.progress(newest)}
          />
        )}
        <Row id="mine-voluntary" title={copy.voluntary.row} text={copy.voluntary.rowText(false)} onTap={go.voluntary} />
        <Row id="mine-rights" title={copy.privacy.row} text={copy.privacy.rowText} onTap={go.rights} />
        <Row
          id="mine-help"
          title={words.help}
          text={unknown ? words.noHelp : words.helpText}
          onTap={() => void showContact()}
        />
      </Card>
      <Card className="mine__card">
        <SizeChoice />
      </Card>
      <Card className="mine__card">
        <Text className="mine__row-title">{words.privacy}</Text>
        {words.privacyItems.map((item) => (
          <View key={item} className="mine__item">
            <View className="mine__dot" />
            <Text className="mine__text">{item}</Text>
          </View>
        ))}
      </Card>
      <Text className="mine__version">
        {words.version} {config.appVersion}
      </Text>
      <ContactSheet open={contact !== undefined} contact={contact} onClose={() => setContact(undefined)} />
    </Page>
  );
}

type RowProps = { id: string; title: string; text: string; count?: number; onTap: () => void };

function Row({ id, title, text, count = 0, onTap }: RowProps) {
  return (
    <Tap id={id} className="mine__row" pressed="mine__row--pressed" onTap={onTap}>
      <View className="mine__words">
        <Text className="mine__row-title">{title}</Text>
        <Text className="mine__text">{text}</Text>
      </View>
      {count === 0 ? null : (
        <Text className="mine__count" {...aria({ hidden: true })}>
          {countText(count)}
        </Text>
      )}
      <View className="mine__arrow" />
    </Tap>
  );
}

export default MinePage;
