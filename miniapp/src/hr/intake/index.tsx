import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Page } from '../../components/page.tsx';
import { usePageTitle } from '../../state/use-page-title.ts';
import { Choices } from '../components/choices.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { intakeWords } from '../words.ts';
import { EditPerson, NewPerson } from './person.tsx';
import { Resumes } from './resumes.tsx';
import { Rounds } from './rounds.tsx';
import { TableImport } from './table-import.tsx';
import '../styles/page.scss';
import './index.scss';

const ways = ['table', 'resumes', 'person', 'rounds'] as const;

/** How people come in. `?way=` opens one of them, `?candidateId=` somebody who is there. */
function IntakePage() {
  const { way: asked, candidateId } = useRouter().params;
  const [way, setWay] = useState(ways.find((one) => one === asked) ?? 'table');
  usePageTitle(candidateId === undefined ? intakeWords.title : intakeWords.person.editTitle);
  return (
    <Page wide className="hr-page">
      <View className="hr-intake">
        {candidateId !== undefined ? (
          <EditPerson candidateId={candidateId} />
        ) : (
          <>
            <View className="hr-intake-head">
              <Text className="hr-intake-page" {...aria({ role: 'heading' })}>
                {intakeWords.title}
              </Text>
              <HelpEntry page="intake" />
            </View>
            <Choices<(typeof ways)[number]>
              id="way"
              label={intakeWords.title}
              options={ways.map((value) => ({ value, name: intakeWords.ways[value] }))}
              chosen={way}
              onChoose={(chosen) => setWay(chosen)}
            />
            <View className="hr-quiet hr-intake-hint">{intakeWords.hints[way]}</View>
            {way === 'table' && <TableImport />}
            {way === 'resumes' && <Resumes />}
            {way === 'person' && <NewPerson />}
            {way === 'rounds' && <Rounds />}
          </>
        )}
      </View>
    </Page>
  );
}

export default IntakePage;
