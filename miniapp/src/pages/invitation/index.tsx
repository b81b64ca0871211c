import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { isRefused } from '../../api/call-error.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton, Trouble } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { openInterview } from '../../state/open-interview.ts';
import type { InterviewView } from '../../state/room.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { Invitation } from './invitation.tsx';
import './index.scss';

/** `?t=<signed link>` from the message, or `?id=` from inside. What is begun or over leads on to where it stands. */
function InvitationPage() {
  const { t, id } = useRouter().params;
  usePageTitle(copy.candidate.titles.invitation);
  const page = useLoaded(() => openInterview({ t, id }), [t, id]);
  // Back from the device check: what it found stands here.
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) page.reload();
    first.current = false;
  });
  const view = page.phase === 'ready' ? page.value : undefined;
  const elsewhere = view !== undefined && !isInvited(view);

  useEffect(() => {
    if (!view || !elsewhere) return;
    if (view.status === 'in_progress') go.instead.interview(view.interviewId);
    else go.instead.progress(view.interviewId);
  }, [view, elsewhere]);

  if (page.phase === 'failed') {
    const bad = isRefused(page.error, 'link_invalid', 'link_expired', 'unauthenticated', 'not_found');
    return (
      <Page>
        <View id="link-trouble">
          <Trouble
            error={page.error}
            {...(bad ? { title: copy.candidate.invitation.badLink } : { onRetry: page.reload })}
          >
            <Action kind="quiet" onTap={go.home}>
              {copy.candidate.common.home}
            </Action>
          </Trouble>
        </View>
      </Page>
    );
  }
  return (
    <Page>{view && !elsewhere ? <Invitation view={view} onChanged={page.reload} /> : <Skeleton cards={3} />}</Page>
  );
}

const isInvited = ({ status }: InterviewView): boolean => status === 'invited' || status === 'scheduled';

export default InvitationPage;
