import { Image, Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { renderSVG } from 'uqr';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { LineFact } from '../components/fact.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { copyText } from '../copy-text.ts';
import { accountWords, words } from '../words.ts';
import type { AccountModel } from './use-account.ts';

type Props = { model: AccountModel; onClose(): void; onEnabled(recoveryCodes: string[]): void };

const digits = 6;

/** An authenticator reads the code, or the key is typed into it; its first six digits prove that it did. */
export function EnrolSheet({ model, onClose, onEnabled }: Props) {
  const text = accountWords.enrol;
  const [begun, setBegun] = useState<{ uri: string; secret: string }>();
  const code = useRef('');
  const { beginning, enabling } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one secret for one opening
  useEffect(() => {
    void beginning.run('begin').then((answer) => answer.ok && setBegun(answer.value));
  }, []);

  async function enable() {
    const answer = await enabling.run(code.current.trim());
    if (answer.ok) onEnabled(answer.value.recoveryCodes);
  }
  const close = () => {
    enabling.forgetError();
    onClose();
  };
  return (
    <Sheet id="enrol-sheet" open title={text.title} onClose={close}>
      {beginning.error && <CommandError error={beginning.error} safe={words.state.unreachable} />}
      {!begun && !beginning.error && <Skeleton cards={1} />}
      {begun && (
        <View className="hr-account-enrol">
          <View className="hr-quiet">{text.scan}</View>
          <Image
            id="factor-qr"
            className="hr-account-qr"
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(renderSVG(begun.uri, { border: 2 }))}`}
            nativeProps={{ alt: text.alt }}
          />
          <View className="hr-account-secret">
            <Text id="factor-secret" className="hr-account-code" userSelect>
              {(begun.secret.match(/.{1,4}/g) ?? []).join(' ')}
            </Text>
            <Action id="copy-secret" kind="quiet" onTap={() => void copyText(begun.secret, text.copied)}>
              {text.copy}
            </Action>
          </View>
          <LineFact
            id="factor-code"
            label={text.code}
            numeric
            longest={digits}
            onText={(typed) => {
              code.current = typed;
            }}
          />
          {enabling.error && <CommandError error={enabling.error} safe={words.state.unreachable} />}
          <SheetActions
            id="confirm-enrol"
            cancel={text.cancel}
            confirm={enabling.busy ? text.busy : text.confirm}
            busy={enabling.busy}
            onCancel={close}
            onConfirm={() => void enable()}
          />
        </View>
      )}
    </Sheet>
  );
}
