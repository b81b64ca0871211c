import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Opened } from '../../components/opened.tsx';
import { Page } from '../../components/page.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { CertificateCard } from './certificate-card.tsx';
import { Consents } from './consents.tsx';
import { DataCard } from './data-card.tsx';
import { ErasureCard } from './erasure-card.tsx';
import { NoticeCard } from './notice-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import './index.scss';

export type Rights = Output<'privacy.mine'>;
const words = copy.privacy;

/** 「我的信息与权利」: what is kept, what the AI does, and everything that may be asked for, in one place. */
function RightsPage() {
  usePageTitle(words.title);
  const page = useLoaded<Rights>(() => retrying(() => call('privacy.mine'), { tries: 2 }));
  const failed = page.phase === 'failed';
  // Nobody is signed in, or who was is no more: what is left to do here is to look at the certificate.
  const gone =
    failed && isRefused(page.error, 'unauthenticated', 'token_expired', 'login_failed', 'not_found', 'link_invalid');
  return (
    <Page className="rights">
      <View className="rights__head">
        <Text className="rights__title" {...aria({ role: 'heading' })}>
          {words.title}
        </Text>
        {page.phase === 'ready' && <Text className="rights__text">{words.lead(page.value.company)}</Text>}
      </View>
      {gone ? (
        <Card id="rights-signed-out" className="rights__card">
          <Text className="rights__text">{words.signedOut}</Text>
          <View className="rights__actions">
            <Action id="to-home" onTap={go.home}>
              {copy.candidate.common.home}
            </Action>
          </View>
        </Card>
      ) : (
        <Opened of={page}>
          {(mine) => (
            <>
              <NoticeCard />
              <Human interviews={mine.interviews} />
              <Consents mine={mine} onDone={page.reload} />
              <DataCard kept={mine.keptMonths} />
              <SessionsCard />
              <ErasureCard erasure={mine.erasure} onDone={page.reload} />
            </>
          )}
        </Opened>
      )}
      {(failed || page.phase === 'ready') && <CertificateCard />}
    </Page>
  );
}

function Human({ interviews }: { interviews: Rights['interviews'] }) {
  const text = words.human;
  return (
    <Card className="rights__card">
      <Text className="rights__name" {...aria({ role: 'heading' })}>
        {text.title}
      </Text>
      {interviews.length === 0 && <Text className="rights__text">{text.none}</Text>}
      {interviews.map(({ interviewId, position, open, judged }) => (
        <View key={interviewId} className="rights__row">
          <View className="rights__words">
            <Text className="rights__strong">{position}</Text>
            <Text className="rights__text">{open ? text.open : judged ? text.judged : text.over}</Text>
          </View>
          <Action
            id={`rights-go-${interviewId}`}
            ariaLabel={`${text.go} ${position}`}
            onTap={() => go.progress(interviewId)}
          >
            {text.go}
          </Action>
        </View>
      ))}
    </Card>
  );
}

export default RightsPage;
