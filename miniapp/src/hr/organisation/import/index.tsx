import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Page } from '../../../components/page.tsx';
import { usePageTitle } from '../../../state/use-page-title.ts';
import { HelpEntry } from '../../help/help-entry.tsx';
import { organisationWords } from '../../words.ts';
import { FileImport } from './file-import.tsx';
import { WecomImport } from './wecom-import.tsx';
import '../../styles/page.scss';
import '../../styles/setting.scss';
import '../../intake/index.scss';
import './index.scss';

/** `?from=wecom` or `file`: what would change first, then taking it over. */
function ImportPage() {
  const wecom = useRouter().params['from'] === 'wecom';
  const title = wecom ? organisationWords.import.wecomTitle : organisationWords.import.fileTitle;
  usePageTitle(title);
  return (
    <Page wide className="hr-page">
      <View className="hr-import">
        <View className="hr-import-head">
          <View className="hr-import-title">{title}</View>
          <HelpEntry page="organisation" />
        </View>
        {wecom ? <WecomImport /> : <FileImport />}
      </View>
    </Page>
  );
}

export default ImportPage;
