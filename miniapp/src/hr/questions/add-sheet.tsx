import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract/operations.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { deviceStorage } from '../../state/device-storage.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Failure } from '../components/states.tsx';
import { freshId, takenFrom, withQuestions } from '../positions/editor/question-edits.ts';
import { keepDraft, readDraft } from '../positions/stored-draft.ts';
import { editorUrl } from '../positions/urls.ts';
import { words as hrWords, positionWords } from '../words.ts';

type Entry = Output<'question.list'>['questions'][number];

const words = positionWords.bankPage;

/** Into a position's draft on this device, where it is looked at and saved. */
export function AddSheet({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const loaded = useLoaded(() => call('position.list'));
  async function add(positionId: string) {
    const answer = await call('position.get', { params: { positionId } });
    if (!answer.ok) return loaded.reload();
    const stored = readDraft(deviceStorage, positionId);
    const own = draftOf(answer.value.position);
    const { version, origin, draft } = stored ?? { version: answer.value.made.version, origin: own, draft: own };
    const { questions, competencies } = draft.plan;
    const question = {
      ...takenFrom(
        entry,
        competencies.map(({ name }) => name),
      ),
      id: freshId(questions),
    };
    keepDraft(deviceStorage, positionId, { version, origin, draft: withQuestions(draft, [...questions, question]) });
    void Taro.showToast({ title: words.added, icon: 'none' });
    onClose();
    void Taro.navigateTo({ url: editorUrl(positionId) });
  }
  return (
    <Sheet open id="add-sheet" title={words.addTitle} onClose={onClose}>
      {loaded.phase === 'loading' && <Skeleton cards={1} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={loaded.reload} />}
      <View className="hr-stack">
        {loaded.phase === 'ready' &&
          loaded.value.positions
            .filter(({ archivedAt }) => archivedAt === null)
            .map(({ positionId, title, department }) => (
              <Action key={positionId} id={`add-to-${positionId}`} block onTap={() => void add(positionId)}>
                {hrWords.workbench.opening(department, title)}
              </Action>
            ))}
      </View>
    </Sheet>
  );
}
