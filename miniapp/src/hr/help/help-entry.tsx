import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { HelpPage, HrHelpCopy } from '#shared/copy/zh/hr-help.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { helpWords, trainingWords } from '../words.ts';
import './help-entry.scss';

/** `?` of a page: how it is used, in a few lines, with the way to the fitting course, the questions and the rehearsal. */
export function HelpEntry({ page }: { page: HelpPage }) {
  const [open, setOpen] = useState(false);
  const { title, lines, course }: HrHelpCopy['pages'][HelpPage] = helpWords.pages[page];
  const go = (url: string) => {
    setOpen(false);
    void Taro.navigateTo({ url });
  };
  return (
    <>
      <Tap id="help" className="hr-help" pressed="hr-link-pressed" label={helpWords.open} onTap={() => setOpen(true)}>
        <Text className="hr-help-mark">?</Text>
      </Tap>
      <Sheet id="help-sheet" open={open} title={title} onClose={() => setOpen(false)}>
        <View className="hr-help-lines">
          {lines.map((line) => (
            <View key={line} className="hr-help-line">
              <View className="hr-help-dot" />
              <Text>{line}</Text>
            </View>
          ))}
        </View>
        <View className="hr-help-ways">
          {course !== undefined && (
            <Action id="help-course" onTap={() => go(`/hr/training/index?course=${course}`)}>
              {helpWords.course(trainingWords.courses[course].title)}
            </Action>
          )}
          {page !== 'training' && (
            <Action id="help-faq" kind="quiet" onTap={() => go('/hr/training/index?faq=1')}>
              {helpWords.faq}
            </Action>
          )}
          {course === 'exits' && page !== 'sandbox' && (
            <Action id="help-sandbox" kind="quiet" onTap={() => go('/hr/sandbox/index')}>
              {helpWords.sandbox}
            </Action>
          )}
        </View>
        <Action id="help-close" kind="primary" block onTap={() => setOpen(false)}>
          {helpWords.close}
        </Action>
      </Sheet>
    </>
  );
}
