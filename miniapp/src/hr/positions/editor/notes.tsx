import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { Finding, FindingPlace } from '#shared/organisation/position/lint.ts';
import { positionWords } from '../../words.ts';

/** What a finding says, with the reason where it is one of fairness. */
export function findingText({ code, value, ground }: Finding): string {
  const said = positionWords.findings[code](value);
  const reasons: Record<string, string> = positionWords.improper;
  return ground === null ? said : `${said}${reasons[ground] ?? ''}`;
}

/** What is to be said of one section, or of one thing in it. */
export function Notes({ findings, place, index }: { findings: Finding[]; place: FindingPlace; index?: number | null }) {
  const here = findings.filter((one) => one.place === place && (index === undefined || one.index === index));
  if (here.length === 0) return null;
  return (
    <View className="hr-notes" {...aria({ role: 'status' })}>
      {here.map((one) => (
        <View key={`${one.code}-${one.value}`} className={`hr-finding hr-finding-${one.level}`}>
          <Text>{findingText(one)}</Text>
        </View>
      ))}
    </View>
  );
}
