import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { reportWords } from '../words.ts';
import type { Review } from './dossier.ts';
import type { Report } from './quoted.ts';
import { compared } from './versions.ts';
import './versions-row.scss';

type Props = { review: Review & { report: Report }; onVersion(version: number | undefined): void };

/** The reports there are of one interview, each against the one before; nothing when there is one only. */
export function Versions({ review, onVersion }: Props) {
  const all = compared(review.versions);
  if (all.length < 2) return null;
  const newest = all[0]?.report;
  const shown = review.report.report;
  return (
    <View id="versions">
      <View className="hr-heading">{reportWords.versions.title}</View>
      <View className="hr-report-versions">
        {all.map((version) => (
          <View
            key={version.report}
            id={`version-${version.report}`}
            className={
              version.report === shown ? 'hr-card hr-report-version hr-report-version-on' : 'hr-card hr-report-version'
            }
            hoverClass="hr-link-pressed"
            {...aria({ role: 'button' })}
            onClick={() => onVersion(version.report === newest ? undefined : version.report)}
          >
            <View className="hr-report-version-head">
              <Text className="hr-report-version-name">{reportWords.versions.name(version.report)}</Text>
              <Text className="hr-report-version-score">
                {version.overall === null ? reportWords.versions.noScore : Math.round(version.overall)}
              </Text>
            </View>
            <View className="hr-report-version-why">{reportWords.versions.because[version.because]}</View>
            {version.change !== null && <View className="hr-report-version-why">{changeText(version.change)}</View>}
          </View>
        ))}
      </View>
      {shown !== newest && (
        <View className="hr-notice" {...aria({ role: 'status' })}>
          {reportWords.versions.older(shown)}
        </View>
      )}
    </View>
  );
}

function changeText(change: number): string {
  if (change === 0) return reportWords.versions.same;
  return change > 0 ? reportWords.versions.higher(change) : reportWords.versions.lower(-change);
}
