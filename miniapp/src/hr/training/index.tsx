import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { type CourseId, courseIds, courses } from '#shared/training/courses.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Failure, StaleBar } from '../components/states.tsx';
import { Tabs } from '../components/tabs.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { usePolled } from '../use-polled.ts';
import { trainingWords as words } from '../words.ts';
import { Course, type Progress } from './course.tsx';
import { Faqs } from './faqs.tsx';
import { News } from './news.tsx';
import '../styles/page.scss';
import './index.scss';

const everyMs = 60_000;

/** Courses with how far one came, the questions, the rehearsal, and what is new. */
function TrainingPage() {
  const { course: asked, faq } = useRouter().params;
  const [opened, setOpened] = useState(courseIds.find((id) => id === asked));
  const [tab, setTab] = useState<'courses' | 'news'>('courses');
  const progress = usePolled(() => call('training.progress'), { key: 'progress', everyMs });
  const all = progress.value?.courses;
  if (!all) {
    return (
      <Page wide className="hr-page">
        {progress.error ? <Failure error={progress.error} onRetry={() => void progress.reload()} /> : <Skeleton />}
      </Page>
    );
  }
  const of = (id: CourseId): Progress =>
    all.find(({ course }) => course === id) ?? { course: id, step: 0, completedAt: null };
  const done = all.filter(({ completedAt }) => completedAt !== null).length;
  if (opened !== undefined) {
    const next = courseIds.find((id) => id !== opened && of(id).completedAt === null);
    return (
      <Page wide className="hr-page">
        <View className="hr-training">
          <Course
            key={opened}
            progress={of(opened)}
            next={next}
            onOpen={setOpened}
            onBack={() => {
              setOpened(undefined);
              void progress.reload();
            }}
          />
        </View>
      </Page>
    );
  }
  return (
    <Page wide className="hr-page">
      {progress.error && <StaleBar error={progress.error} />}
      <View className="hr-training">
        <View className="hr-training-head">
          <View>
            <View className="hr-training-title">{words.title}</View>
            <View id="learned" className="hr-quiet">
              {words.progress(done, courseIds.length)}
            </View>
          </View>
          <HelpEntry page="training" />
        </View>
        <Tabs<'courses' | 'news'>
          id="learn"
          label={words.title}
          tabs={(['courses', 'news'] as const).map((value) => ({ value, name: words.tabs[value] }))}
          chosen={tab}
          onChoose={setTab}
        />
        {tab === 'news' ? (
          <News />
        ) : (
          <>
            {courseIds.map((id) => (
              <CourseRow key={id} progress={of(id)} onOpen={() => setOpened(id)} />
            ))}
            <View className="hr-card hr-lesson">
              <View className="hr-lesson-text">
                <View className="hr-lesson-title">{words.sandbox.title}</View>
                <View className="hr-quiet">{words.sandbox.text}</View>
              </View>
              <Action id="open-sandbox" onTap={() => void Taro.navigateTo({ url: '/hr/sandbox/index' })}>
                {words.tabs.sandbox}
              </Action>
            </View>
            <Faqs open={faq !== undefined} />
          </>
        )}
      </View>
    </Page>
  );
}

function CourseRow({ progress, onOpen }: { progress: Progress; onOpen(): void }) {
  const { course, step, completedAt } = progress;
  const { title, minutes } = words.courses[course];
  const { steps } = courses[course];
  const state = completedAt !== null ? 'done' : step > 0 ? 'left' : 'fresh';
  return (
    <View id={`course-${course}`} className="hr-card hr-lesson">
      <View className="hr-lesson-text">
        <View className="hr-lesson-title">{title}</View>
        <View className="hr-lesson-state">
          <Text className="hr-quiet">{words.minutes(minutes)}</Text>
          <Chip tone={state === 'done' ? 'accent' : 'plain'}>
            {state === 'left' ? words.state.left(Math.min(step + 1, steps), steps) : words.state[state]}
          </Chip>
        </View>
      </View>
      <Action id={`open-${course}`} kind={state === 'done' ? 'plain' : 'primary'} onTap={onOpen}>
        {words.open[state]}
      </Action>
    </View>
  );
}

export default TrainingPage;
