import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { Priority } from '#shared/organisation/priority.ts';
import { Chip, type Tone } from '../../components/card.tsx';
import { useWide } from '../use-wide.ts';
import { words as hrWords, organisationWords } from '../words.ts';
import type { Person } from './people-choices.tsx';
import type { Opening } from './tree.ts';

export const toneOf = { high: 'amber', normal: 'plain', low: 'plain' } as const satisfies Record<Priority, Tone>;

type Props = {
  opening: Opening;
  /** What it is called where the post above says its position already. */
  name: string;
  people: readonly Person[];
  chosen: boolean;
  /** None: whoever looks may not open it. */
  onTap: (() => void) | undefined;
};

/** An opening on two lines: how far it is, and who has it. */
export function RequisitionRow({ opening, name, people, chosen, onTap }: Props) {
  const words = organisationWords.requisition;
  const wide = useWide();
  const { requisitionId, priority, passed, vacancies, filled, joined, closedAt, owner } = opening;
  const person = people.find(({ userId }) => userId === owner.userId);
  const away = person?.awayUntil ?? null;
  const share = vacancies === 0 ? 100 : Math.min(100, (100 * passed) / vacancies);
  const facts = [
    words.filled(filled, vacancies),
    ...(joined > 0 ? [words.joined(joined)] : []),
    `${words.owner} ${owner.name}${away !== null && wide ? ` · ${words.away(away)}` : ''}`,
  ];
  return (
    <View
      id={`requisition-${requisitionId}`}
      className={chosen ? 'hr-org-opening hr-org-on' : 'hr-org-opening'}
      {...(onTap === undefined ? {} : { ...aria({ role: 'button' }), hoverClass: 'hr-link-pressed', onClick: onTap })}
    >
      <View className="hr-org-opening-what">
        <View className="hr-org-opening-head">
          <Text className="hr-org-name">{name}</Text>
          <Chip tone={closedAt === null ? toneOf[priority] : 'plain'}>
            {closedAt === null ? words.priorities[priority] : hrWords.workbench.closed}
          </Chip>
        </View>
        <View className="hr-org-progress">
          <View className="hr-bar">
            <View className="hr-bar-done" style={{ width: `${share}%` }} />
          </View>
          <Text id={`progress-${requisitionId}`} className="hr-requisition-count">
            {hrWords.workbench.progress(passed, vacancies)}
          </Text>
        </View>
        <Text className="hr-org-facts hr-tabular">{facts.join(' · ')}</Text>
        {closedAt === null && away !== null && (
          <Text className="hr-org-warm">
            {opening.deputy === null ? words.awayNoDeputy : words.awayDeputy(opening.deputy.name)}
          </Text>
        )}
        {closedAt === null && person?.gone === true && <Text className="hr-org-warm">{words.ownerGone}</Text>}
      </View>
      {onTap !== undefined && <Text className="hr-org-way">›</Text>}
    </View>
  );
}
