import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton, Trouble } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { ApplyForm } from './apply-form.tsx';
import { linkIdOf } from './link-id.ts';
import './index.scss';

/** `?link=`: a stranger reads what the job is and what happens to their data, and applies. */
function ApplyPage() {
  const linkId = linkIdOf(useRouter().params);
  const words = copy.apply;
  usePageTitle(words.title);
  const page = useLoaded(() => call('apply.open', { params: { linkId } }), [linkId]);
  const [sent, setSent] = useState(false);
  if (page.phase === 'loading')
    return (
      <Page>
        <Skeleton cards={3} />
      </Page>
    );
  if (page.phase === 'failed') {
    const bad = isRefused(page.error, 'link_invalid', 'not_found');
    return (
      <Page>
        <View id="link-trouble">
          <Trouble error={page.error} {...(bad ? { title: words.badLink } : { onRetry: page.reload })} />
        </View>
      </Page>
    );
  }
  const job = page.value;
  return (
    <Page>
      <View className="apply">
        <Text className="apply__invites">{words.invites(job.company)}</Text>
        <Text className="apply__position" {...aria({ role: 'heading' })}>
          {job.title}
        </Text>
        <Text className="apply__department">{job.department}</Text>
        {sent ? (
          <Notice id="applied" title={words.sent} text={words.sentText} />
        ) : job.open ? (
          <>
            <About job={job} />
            <ApplyForm linkId={linkId} job={job} onSent={() => setSent(true)} />
          </>
        ) : (
          <Notice id="closed" title={words.closed} text={words.closedText} />
        )}
        <Text className="apply__contact">{words.contact(job.contact.name, job.contact.phone)}</Text>
      </View>
    </Page>
  );
}

type Job = Output<'apply.open'>;

function About({ job }: { job: Job }) {
  const words = copy.apply;
  return (
    <Card className="apply__card">
      <Text className="apply__heading">{words.wanted}</Text>
      <View className="apply__wanted">
        {job.wanted.map((name) => (
          <Text key={name} className="apply__wish">
            {name}
          </Text>
        ))}
      </View>
      <Text className="apply__heading">{words.after}</Text>
      {words.steps.map((step, n) => (
        <View key={step} className="apply__step">
          <Text className="apply__number">{n + 1}</Text>
          <Text className="apply__words">{step}</Text>
        </View>
      ))}
    </Card>
  );
}

function Notice({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <View id={id} {...aria({ role: 'status' })}>
      <Card className="apply__card">
        <Text className="apply__heading">{title}</Text>
        <Text className="apply__said">{text}</Text>
      </Card>
    </View>
  );
}

export default ApplyPage;
