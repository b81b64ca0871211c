import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { ok } from '#shared/result.ts';
import { call, serverTime } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Card, Chip } from '../../components/card.tsx';
import { Opened } from '../../components/opened.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { interviewIdOf, openInterview } from '../../state/open-interview.ts';
import { useLoaded, usePolling } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { whenText } from '../../state/when.ts';
import { Dimension } from './dimension.tsx';
import { Doubts } from './doubts.tsx';
import { Survey } from './survey.tsx';
import './index.scss';

export type CandidateReport = Output<'interview.report'>;
const lookMs = 2000;

function ReportPage() {
  const { t, id = '' } = useRouter().params;
  const words = copy.candidate.report;
  usePageTitle(copy.candidate.titles.report);
  const page = useLoaded<CandidateReport | undefined>(async () => {
    const interviewId = await interviewIdOf({ t, id });
    if (!interviewId.ok) return interviewId;
    const params = { interviewId: interviewId.value };
    const report = await retrying(() => call('interview.report', { params }), { tries: 2 });
    return !report.ok && isRefused(report.error, 'report_not_ready') ? ok(undefined) : report;
  }, [t, id]);
  const interview = useLoaded(() => openInterview({ t, id }), [t, id]);
  usePolling(page.reload, lookMs, page.phase === 'ready' && page.value === undefined);
  return (
    <Page className="report">
      <Opened of={page}>
        {(report) =>
          report === undefined ? (
            <Empty
              id="report-waiting"
              title={words.notReady}
              text={words.notReadyText}
              action={copy.candidate.over.toProgress}
              onAction={() => go.instead.progress(id)}
            />
          ) : (
            <View className="report__body">
              <Report report={report} />
              {interview.phase === 'ready' ? (
                <>
                  <Doubts view={interview.value} report={report} onChanged={interview.reload} />
                  <Survey view={interview.value} onSent={interview.reload} />
                </>
              ) : null}
            </View>
          )
        }
      </Opened>
    </Page>
  );
}

function Report({ report }: { report: CandidateReport }) {
  const words = copy.candidate.report;
  return (
    <>
      <View className="report__head">
        <Text id="report-done" className="report__title" {...aria({ role: 'heading' })}>
          {words.done}
        </Text>
        <Text className="report__text">{words.for(report.position)}</Text>
        {report.scoresShown && report.overall !== null ? (
          <Text id="report-overall" className="report__overall">
            {words.overall} {Math.round(report.overall)}
            {words.of}
          </Text>
        ) : null}
        <Text className="report__when">{words.at(whenText(report.createdAt, serverTime.now()))}</Text>
      </View>
      {report.scoresShown ? null : (
        <View className="report__note">
          <Chip tone="amber">{words.uncalibrated}</Chip>
          <Text className="report__text">{words.uncalibratedText}</Text>
        </View>
      )}
      {report.insufficient ? <Text className="report__insufficient">{words.insufficient}</Text> : null}
      {report.dimensions.map((dimension) => (
        <Dimension
          key={dimension.name}
          dimension={dimension}
          scored={report.scoresShown}
          calibrated={report.calibrated}
        />
      ))}
      <Card className="report__how">
        <Text className="report__heading">{words.how}</Text>
        {words.howText.map((line) => (
          <View key={line} className="report__line">
            <View className="report__dot" />
            <Text className="report__text">{line}</Text>
          </View>
        ))}
      </Card>
    </>
  );
}

export default ReportPage;
