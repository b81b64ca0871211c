import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { Choices } from '../components/choices.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError, Failure } from '../components/states.tsx';
import { positionsUrl } from '../positions/urls.ts';
import { organisationWords } from '../words.ts';
import { NumberField } from './number-field.tsx';
import type { Department, Post } from './tree.ts';
import { type Organisation, useChange } from './use-organisation.ts';

const most = 99_999;

type Props = { organisation: Organisation; department: Department; post: Post | undefined; onClose(): void };

/** 编制 and 在职 of a position in a department: of one that is there, or of one more. */
export function PostSheet({ organisation, department, post, onClose }: Props) {
  const words = organisationWords.posts;
  const [chosen, setChosen] = useState<{ positionId: string; title: string }>();
  const position = post === undefined ? chosen : { positionId: post.positionId, title: post.position };
  return (
    <Sheet
      open
      id="post-sheet"
      title={position === undefined ? words.pick : words.editOf(position.title)}
      onClose={onClose}
    >
      {position === undefined ? (
        <PickPosition department={department} onPick={setChosen} />
      ) : (
        <Numbers
          organisation={organisation}
          department={department}
          post={post}
          position={position}
          onClose={onClose}
        />
      )}
    </Sheet>
  );
}

type PickProps = { department: Department; onPick(position: { positionId: string; title: string }): void };

function PickPosition({ department, onPick }: PickProps) {
  const words = organisationWords.posts;
  const positions = useLoaded(() => call('position.list', { query: {} }));
  if (positions.phase === 'loading') return <Skeleton cards={1} />;
  if (positions.phase === 'failed') return <Failure error={positions.error} onRetry={positions.reload} />;
  const here = new Set(department.posts.map(({ positionId }) => positionId));
  const free = positions.value.positions.filter((one) => one.archivedAt === null && !here.has(one.positionId));
  if (free.length === 0) {
    return (
      <View>
        <View className="hr-quiet">{words.noPosition}</View>
        <View className="hr-stack">
          <Action block onTap={() => void Taro.navigateTo({ url: positionsUrl })}>
            {words.toPositions}
          </Action>
        </View>
      </View>
    );
  }
  return (
    <Choices
      id="pick-position"
      label={words.pick}
      options={free.map(({ positionId, title }) => ({ value: positionId, name: title }))}
      chosen=""
      onChoose={(positionId) => {
        const found = free.find((one) => one.positionId === positionId);
        if (found) onPick({ positionId, title: found.title });
      }}
    />
  );
}

type NumbersProps = Props & { position: { positionId: string; title: string } };

function Numbers({ organisation, department, post, position, onClose }: NumbersProps) {
  const words = organisationWords.posts;
  const { departmentId } = department;
  const { positionId } = position;
  const [headcount, setHeadcount] = useState<number | undefined>(post?.headcount ?? 1);
  const [inPost, setInPost] = useState<number | undefined>(post?.inPost ?? 0);
  const joined = post?.joined ?? 0;
  const params = { departmentId, positionId };
  const saving = useChange(organisation, (_, operationId) =>
    call('post.save', {
      params,
      input: { operationId, version: post?.version ?? 0, headcount: headcount ?? 0, inPost: inPost ?? 0, joined },
    }),
  );

  async function save() {
    const answer = await saving.run(JSON.stringify([post?.version, headcount, inPost]));
    if (!answer.ok) return;
    const { version } = answer.value;
    const before = { headcount: post?.headcount ?? 0, inPost: post?.inPost ?? 0 };
    organisation.saying.say(words.saved(position.title, answer.value.headcount, answer.value.inPost), async () => {
      const back = await call('post.save', {
        params,
        input: { operationId: newOperationId(), version, ...before, joined },
      });
      await organisation.reload();
      return back.ok ? undefined : back.error;
    });
    onClose();
  }
  const rest = (headcount ?? 0) - (inPost ?? 0);
  const wrong = headcount === undefined || inPost === undefined;
  return (
    <View>
      <View className="hr-quiet">{department.name}</View>
      <NumberField
        id="post-headcount"
        label={organisationWords.numbers.headcount}
        value={headcount}
        least={0}
        most={most}
        onNumber={setHeadcount}
      />
      <NumberField
        id="post-in-post"
        label={organisationWords.numbers.inPost}
        value={inPost}
        least={0}
        most={most}
        onNumber={setInPost}
      />
      <View className={wrong ? 'hr-org-wrong' : 'hr-org-rest'}>
        <Text id="post-rest">{wrong ? words.number : rest < 0 ? words.over(-rest) : words.vacancies(rest)}</Text>
      </View>
      {joined > 0 && <View className="hr-quiet">{words.joined(joined)}</View>}
      <View className="hr-quiet">{words.effect}</View>
      {saving.error && <CommandError error={saving.error} safe={organisationWords.department.safe} />}
      <SheetActions
        id="confirm-post"
        cancel={organisationWords.cancel}
        confirm={saving.busy ? organisationWords.department.busy : organisationWords.department.confirm}
        busy={saving.busy}
        disabled={wrong}
        onCancel={onClose}
        onConfirm={() => void save()}
      />
    </View>
  );
}
