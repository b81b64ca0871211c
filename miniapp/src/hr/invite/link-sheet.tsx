import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { savePicture } from '#platform/save-file.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { CommandError, Failure } from '../components/states.tsx';
import { copyText } from '../copy-text.ts';
import { useCommand } from '../use-command.ts';
import { intakeWords } from '../words.ts';
import { applyUrl } from './apply-url.ts';
import './link-sheet.scss';

const browser = process.env.TARO_ENV === 'h5';
const pixels = 1024;

/** A requisition's link: shown as a code, copied, printed, replaced. */
export function LinkSheet({ requisitionId, onClose }: { requisitionId: string; onClose(): void }) {
  const words = intakeWords.link;
  const page = useLoaded(() => call('requisition.link', { params: { requisitionId } }), [requisitionId]);
  const [sure, setSure] = useState(false);
  const command = useCommand((instead) =>
    call('requisition.renewLink', { params: { requisitionId }, input: { instead: instead === '' ? null : instead } }),
  );
  async function make(instead: string) {
    const answer = await command.run(instead);
    setSure(false);
    if (answer.ok) page.reload();
  }
  const loaded = page.phase === 'ready' ? page.value : undefined;
  const linkId = loaded?.linkId ?? null;
  const url = linkId === null ? '' : applyUrl(linkId);
  const svg = url === '' ? '' : renderSVG(url, { border: 2 });
  return (
    <Sheet id="link-sheet" open title={words.title} onClose={onClose}>
      {page.phase === 'loading' && <Skeleton cards={1} />}
      {page.phase === 'failed' && <Failure error={page.error} onRetry={page.reload} />}
      {loaded && (
        <View className="hr-link-sheet">
          <View className="hr-quiet">{words.explain}</View>
          {!loaded.open && <View className="hr-link-closed">{words.closed}</View>}
          {linkId !== null && (
            <View className="hr-link-paper">
              <View className="hr-link-job">{loaded.title}</View>
              <Image
                id="qr"
                className="hr-link-code"
                src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
                nativeProps={{ alt: words.alt(loaded.title) }}
                showMenuByLongpress
              />
              <View className="hr-link-scan">{words.scan}</View>
            </View>
          )}
          {linkId !== null && (
            <Text id="apply-url" className="hr-link-url" userSelect>
              {url}
            </Text>
          )}
          {command.error && <CommandError error={command.error} safe={words.safe} />}
          {linkId === null ? (
            <Action id="make-link" kind="primary" block busy={command.busy} onTap={() => void make('')}>
              {words.make}
            </Action>
          ) : sure ? (
            <View>
              <View className="hr-link-closed">{words.renewSure}</View>
              <View className="hr-link-actions">
                <Action kind="quiet" onTap={() => setSure(false)}>
                  {words.close}
                </Action>
                <Action id="renew-link-yes" kind="danger" busy={command.busy} onTap={() => void make(linkId)}>
                  {words.renewYes}
                </Action>
              </View>
            </View>
          ) : (
            <View className="hr-link-actions">
              <Action id="copy-link" kind="primary" onTap={() => void copyText(url, words.copied)}>
                {words.copy}
              </Action>
              {browser && (
                <Action id="png-link" onTap={() => void savePicture(words.file, svg, pixels)}>
                  {words.png}
                </Action>
              )}
              {browser && (
                <Action id="print-link" onTap={() => window.print()}>
                  {words.print}
                </Action>
              )}
              <Action id="renew-link" kind="quiet" onTap={() => setSure(true)}>
                {words.renew}
              </Action>
            </View>
          )}
        </View>
      )}
    </Sheet>
  );
}
