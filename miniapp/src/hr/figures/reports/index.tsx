import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../../components/action.tsx';
import { Page } from '../../../components/page.tsx';
import { CommandError, Empty } from '../../components/states.tsx';
import { HelpEntry } from '../../help/help-entry.tsx';
import { may } from '../../may.tsx';
import { figureWords } from '../../words.ts';
import { Part } from '../part.tsx';
import type { Report } from '../shapes.ts';
import { ReportSheet } from './report-sheet.tsx';
import { useReports } from './use-reports.ts';
import '../../styles/page.scss';
import '../index.scss';
import './index.scss';

const words = figureWords.reports;

/** A company's own ways of breaking figures down. */
function ReportsPage() {
  const model = useReports();
  const [opened, setOpened] = useState<Report | 'new'>();
  const mayChange = may('figures.saveReports');
  const close = () => {
    setOpened(undefined);
    model.forgetError();
  };
  return (
    <Page wide className="hr-page">
      <View className="hr-data hr-data-narrow">
        <View className="hr-data-head">
          <Text className="hr-data-title">{words.title}</Text>
          <HelpEntry page="figures" />
        </View>
        <View className="hr-quiet">{words.what}</View>
        {!mayChange && <View className="hr-quiet">{words.mayNot}</View>}
        {model.removed && (
          <View id="report-removed" className="hr-data-said-bar" {...aria({ role: 'status' })}>
            <Text>{words.removed(model.removed.name)}</Text>
            <Action id="restore-report" kind="quiet" busy={model.busy} onTap={() => void model.restore()}>
              {words.undo}
            </Action>
          </View>
        )}
        {model.moved && (
          <View className="hr-command-error" {...aria({ role: 'alert' })}>
            {words.moved}
          </View>
        )}
        {opened === undefined && model.error && <CommandError error={model.error} safe={words.safe} />}
        <Part of={model.shown}>
          {({ reports }) =>
            reports.length === 0 ? (
              <View id="reports-empty">
                <Empty text={`${words.empty}${words.emptyText}`} />
              </View>
            ) : (
              <View className="hr-card">
                {reports.map((report) => (
                  <View key={report.reportId} className="hr-own-report">
                    <View className="hr-data-row-name">{report.name}</View>
                    <View className="hr-quiet">
                      {words.summary(
                        figureWords.names.dimensions[report.dimension],
                        report.groups.map(({ name }) => name).join(figureWords.list),
                      )}
                    </View>
                    {mayChange && (
                      <View className="hr-data-hint-ways">
                        <Action id={`edit-${report.reportId}`} kind="quiet" onTap={() => setOpened(report)}>
                          {words.edit}
                        </Action>
                        <Action
                          id={`remove-${report.reportId}`}
                          kind="quiet"
                          disabled={model.busy}
                          onTap={() => void model.remove(report)}
                        >
                          {words.remove}
                        </Action>
                      </View>
                    )}
                  </View>
                ))}
              </View>
            )
          }
        </Part>
        {mayChange && (
          <Action id="add-report" kind="primary" block onTap={() => setOpened('new')}>
            {words.add}
          </Action>
        )}
      </View>
      {opened !== undefined && (
        <ReportSheet
          report={opened === 'new' ? undefined : opened}
          busy={model.busy}
          error={model.error}
          onSave={(report) =>
            void model.put(report, opened === 'new' ? undefined : opened.reportId).then((saved) => saved && close())
          }
          onClose={close}
        />
      )}
    </Page>
  );
}

export default ReportsPage;
