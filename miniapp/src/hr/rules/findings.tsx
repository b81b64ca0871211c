import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Tap } from '../../components/tap.tsx';
import { ruleWords } from '../words.ts';
import type { Fact, Judged, Rule } from './draft.ts';
import { findingText } from './sentence.ts';
import './findings.scss';

const shownFirst = 6;
/** What a person should not do stands before what they may want to know. */
const order: Judged['findings'][number]['kind'][] = [
  'unattended_refusal',
  'improper',
  'absent',
  'idle',
  'too_wide',
  'gap',
  'overlap',
];

type Props = { judged: Judged; state: 'fresh' | 'checking' | 'failed'; rules: Rule[]; facts: Fact[] };

/** Gaps, overlaps and doubts in words. */
export function Findings({ judged, state, rules, facts }: Props) {
  const words = ruleWords.editor;
  const [all, setAll] = useState(false);
  const sorted = [...judged.findings].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const shown = all ? sorted : sorted.slice(0, shownFirst);
  return (
    <View id="findings" {...aria({ role: 'status' })}>
      {state === 'failed' && <View className="hr-rule-finding hr-rule-finding-warns">{words.unchecked}</View>}
      {sorted.length === 0 && <View className="hr-rule-finding">{words.fine}</View>}
      {shown.map((finding) => {
        const text = findingText(ruleWords, finding, rules, facts);
        const warns = order.indexOf(finding.kind) < order.indexOf('gap');
        return (
          <View key={text} className={warns ? 'hr-rule-finding hr-rule-finding-warns' : 'hr-rule-finding'}>
            {text}
          </View>
        );
      })}
      {shown.length < sorted.length && (
        <Tap id="more-findings" className="hr-link" pressed="hr-link-pressed" onTap={() => setAll(true)}>
          {words.moreFindings(sorted.length - shown.length)}
        </Tap>
      )}
    </View>
  );
}
