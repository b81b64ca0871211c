import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { copy } from '../copy.ts';
import './card.scss';

type CardProps = PropsWithChildren<{ id?: string; className?: string; ariaLabel?: string; onTap?: () => void }>;

export function Card({ id, className = '', ariaLabel, onTap, children }: CardProps) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      {...(onTap === undefined ? {} : { ...aria({ role: 'button' }), onClick: onTap, hoverClass: 'card--pressed' })}
      {...(ariaLabel === undefined ? {} : aria({ label: ariaLabel }))}
      className={`card ${className}`}
    >
      {children}
    </View>
  );
}

export type Tone = 'plain' | 'accent' | 'amber' | 'red';

export function Chip({ id, tone = 'plain', children }: PropsWithChildren<{ id?: string; tone?: Tone }>) {
  return (
    <Text {...(id === undefined ? {} : { id })} className={`chip chip--${tone}`}>
      {children}
    </Text>
  );
}

const toneOf = {
  invited: 'accent',
  scheduled: 'accent',
  in_progress: 'accent',
  no_show: 'amber',
  submitted: 'accent',
  incomplete: 'amber',
  evaluated: 'accent',
  cancelled: 'plain',
} as const satisfies Record<InterviewStatus, Tone>;

export function StatusChip({ id, status }: { id?: string; status: InterviewStatus }) {
  return (
    <Chip {...(id === undefined ? {} : { id })} tone={toneOf[status]}>
      {copy.statuses.interviewStatus[status]}
    </Chip>
  );
}
