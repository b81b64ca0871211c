import { ScrollView, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { StaffOperation } from '#shared/access/permissions.ts';
import { Tap } from '../../components/tap.tsx';
import { accountUrl } from '../account/urls.ts';
import { figuresUrl } from '../figures/urls.ts';
import { HelpEntry } from '../help/help-entry.tsx';
import { learningUrl } from '../learning/urls.ts';
import { may } from '../may.tsx';
import { organisationUrl, settingsUrl } from '../organisation/urls.ts';
import {
  accountWords,
  figureWords,
  intakeWords,
  learningWords,
  organisationWords,
  privacyWords,
  settingsWords,
  statusWords,
  trainingWords,
} from '../words.ts';

type Way = { id: string; text: string; url: string; needs: StaffOperation };

const ways: Way[] = [
  { id: 'open-intake', text: intakeWords.title, url: '/hr/intake/index', needs: 'intake.form' },
  { id: 'open-organisation', text: organisationWords.title, url: organisationUrl(), needs: 'organisation.view' },
  { id: 'open-figures', text: figureWords.title, url: figuresUrl(), needs: 'figures.noShows' },
  { id: 'open-learning', text: learningWords.title, url: learningUrl(), needs: 'learning.overview' },
  { id: 'open-status', text: statusWords.title, url: '/hr/status/index', needs: 'sync.checks' },
  { id: 'open-erasures', text: privacyWords.erasures.title, url: '/hr/privacy/index', needs: 'erasure.list' },
  { id: 'open-audit', text: privacyWords.audit.title, url: '/hr/audit/index', needs: 'audit.search' },
  { id: 'open-training', text: trainingWords.title, url: '/hr/training/index', needs: 'training.progress' },
  { id: 'open-account', text: accountWords.title, url: accountUrl, needs: 'account.get' },
  { id: 'open-settings', text: settingsWords.title, url: settingsUrl, needs: 'settings.get' },
];

/** From the workbench to what is not about one opening or one person: on a phone one line that scrolls. */
export const Ways = () => (
  <View className="hr-people-ways">
    <ScrollView scrollX enableFlex className="hr-people-ways-scroll">
      <View className="hr-people-ways-line">
        {ways
          .filter(({ needs }) => may(needs))
          .map(({ id, text, url }) => (
            <Tap
              key={id}
              id={id}
              className="hr-link"
              pressed="hr-link-pressed"
              onTap={() => void Taro.navigateTo({ url })}
            >
              {text}
            </Tap>
          ))}
      </View>
    </ScrollView>
    <HelpEntry page="workbench" />
  </View>
);
