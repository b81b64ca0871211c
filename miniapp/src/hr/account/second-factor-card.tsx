import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { CommandError } from '../components/states.tsx';
import { copyText } from '../copy-text.ts';
import { accountWords, words } from '../words.ts';
import { EnrolSheet } from './enrol-sheet.tsx';
import type { Account, AccountModel } from './use-account.ts';

type Props = { model: AccountModel; account: Account; opens: boolean };

/** A second proof for what a stolen session must not be enough for: set up, its written codes, taken away. */
export function SecondFactorCard({ model, account, opens }: Props) {
  const text = accountWords.factor;
  const { enabled, required, recoveryCodesLeft } = account.secondFactor;
  const [enrolling, setEnrolling] = useState(opens && !enabled);
  const [codes, setCodes] = useState<string[]>();

  async function renew() {
    const answer = await model.renewing.run();
    if (answer.ok) setCodes(answer.value.recoveryCodes);
  }
  const error = model.renewing.error ?? model.disabling.error;
  return (
    <View id="second-factor">
      <View className="hr-heading">{text.title}</View>
      <View className="hr-card hr-padded hr-account-part">
        <View className="hr-account-device">
          <Text id="factor-state">{enabled ? text.on : text.off}</Text>
          {enabled ? (
            <Chip>{text.left(recoveryCodesLeft)}</Chip>
          ) : (
            required && <Chip tone="amber">{text.required}</Chip>
          )}
        </View>
        <View className="hr-quiet">{text.what}</View>
        {codes !== undefined && <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />}
        {enabled ? (
          <View className="hr-account-actions">
            <Action id="renew-codes" busy={model.renewing.busy} onTap={() => void renew()}>
              {text.renew}
            </Action>
            <Action
              id="disable-factor"
              kind="quiet"
              busy={model.disabling.busy}
              onTap={() => void model.disabling.run()}
            >
              {text.disable}
            </Action>
          </View>
        ) : (
          <View>
            <Action id="enable-factor" kind="primary" onTap={() => setEnrolling(true)}>
              {text.enable}
            </Action>
          </View>
        )}
        {error && <CommandError error={error} safe={words.state.unreachable} />}
      </View>
      {enrolling && (
        <EnrolSheet
          model={model}
          onClose={() => setEnrolling(false)}
          onEnabled={(made) => {
            setEnrolling(false);
            setCodes(made);
            void model.reload();
          }}
        />
      )}
    </View>
  );
}

/** Shown once: only their hashes are kept. */
function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone(): void }) {
  const text = accountWords.codes;
  return (
    <View className="hr-account-codes" id="recovery-codes" {...aria({ role: 'status' })}>
      <View className="hr-account-codes-title">{text.title}</View>
      <View className="hr-quiet">{text.text}</View>
      <View className="hr-account-code-list">
        {codes.map((code) => (
          <Text key={code} className="hr-account-code" userSelect>
            {code}
          </Text>
        ))}
      </View>
      <View className="hr-account-actions">
        <Action id="copy-codes" onTap={() => void copyText(codes.join('\n'), text.copied)}>
          {text.copy}
        </Action>
        <Action id="codes-kept" kind="primary" onTap={onDone}>
          {text.kept}
        </Action>
      </View>
    </View>
  );
}
