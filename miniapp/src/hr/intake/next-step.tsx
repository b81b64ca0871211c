import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { intakeWords } from '../words.ts';

/** What the import did, and the openings whose matches are to be looked at next. */
export function NextStep({ imported }: { imported: NonNullable<Output<'intake.get'>['import']> }) {
  return (
    <View className="hr-card hr-intake-card">
      <View id="imported" className="hr-intake-done" {...aria({ role: 'status' })}>
        ✓ {intakeWords.imported(imported.added)}
      </View>
      {imported.known + imported.skipped > 0 && (
        <View className="hr-quiet hr-intake-hint">{intakeWords.importedMore(imported.known, imported.skipped)}</View>
      )}
      <Openings />
    </View>
  );
}

export function Openings() {
  const openings = useLoaded(() => call('requisition.list'));
  if (openings.phase !== 'ready') return null;
  const requisitions = openings.value.requisitions.filter(({ archived, closedAt }) => !archived && closedAt === null);
  if (requisitions.length === 0) return null;
  return (
    <View>
      <View className="hr-quiet hr-intake-hint">{intakeWords.nextStep}</View>
      <View className="hr-intake-actions">
        {requisitions.map(({ requisitionId, position }) => (
          <Action
            key={requisitionId}
            id={`match-${requisitionId}`}
            onTap={() => void Taro.navigateTo({ url: `/hr/invite/index?requisitionId=${requisitionId}` })}
          >
            {intakeWords.matchWith(position)}
          </Action>
        ))}
      </View>
    </View>
  );
}
