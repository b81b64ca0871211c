import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { CommandError } from '../components/states.tsx';
import { May } from '../may.tsx';
import { useCommand } from '../use-command.ts';
import { words as hrWords, learningWords as words } from '../words.ts';
import { when } from './number-text.ts';

/** When a part was worked out; where it was not yet, the weekly turn can be had now. */
export const WorkedOut = ({ at }: { at: string | null }) =>
  at === null ? <RunCard at={null} /> : <View className="hr-learn-small">{words.workedOut(when(at))}</View>;

/** The weekly turn can be had now. */
export function RunCard({ at }: { at: string | null }) {
  const [asked, setAsked] = useState(false);
  const run = useCommand(() => call('learning.run'));
  return (
    <View className="hr-card hr-padded hr-learn-run">
      <View className="hr-learn-run-text">
        <View className="hr-learn-strong">{at === null ? words.notYet : words.workedOut(when(at))}</View>
        <View className="hr-quiet" {...(asked ? aria({ role: 'status' }) : {})}>
          {asked ? words.running : words.notYetText}
        </View>
        {run.error && <CommandError error={run.error} safe={hrWords.state.unknown} />}
      </View>
      {!asked && (
        <May to="learning.run">
          <Action
            id="learn-now"
            busy={run.busy}
            onTap={() => void run.run('now').then((answer) => setAsked(answer.ok))}
          >
            {words.run}
          </Action>
        </May>
      )}
    </View>
  );
}
