import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Page } from '../../../components/page.tsx';
import { LineFact } from '../../components/fact.tsx';
import { CommandError } from '../../components/states.tsx';
import { useCommand } from '../../use-command.ts';
import { accountWords, words } from '../../words.ts';
import '../../styles/page.scss';
import '../index.scss';

/** Of a recovery code with its hyphens. */
const longest = 20;

/** Asked before what is sensitive: a code, and back to what was to be done. */
function ConfirmPage() {
  const text = accountWords.confirm;
  const code = useRef('');
  const [short, setShort] = useState(false);
  const command = useCommand((typed) => call('secondFactor.confirm', { input: { code: typed } }));

  async function confirm() {
    const typed = code.current.trim();
    setShort(typed.length < 6);
    if (typed.length < 6) return;
    const answer = await command.run(typed);
    if (!answer.ok) return;
    void Taro.showToast({ title: text.done, icon: 'none' });
    await Taro.navigateBack();
  }
  return (
    <Page wide className="hr-page">
      <View className="hr-account hr-account-confirm">
        <View className="hr-account-name">{text.title}</View>
        <View className="hr-quiet">{text.text}</View>
        <LineFact
          id="confirm-code"
          label={text.code}
          longest={longest}
          onText={(typed) => {
            code.current = typed;
          }}
        />
        <View className="hr-quiet">{text.recovery}</View>
        {short && <View className="hr-command-error">{text.short}</View>}
        {command.error && <CommandError error={command.error} safe={words.state.unreachable} />}
        <Action id="confirm" kind="primary" block busy={command.busy} onTap={() => void confirm()}>
          {command.busy ? text.busy : text.confirm}
        </Action>
        <Action id="confirm-back" kind="quiet" block onTap={() => void Taro.navigateBack()}>
          {text.back}
        </Action>
      </View>
    </Page>
  );
}

export default ConfirmPage;
