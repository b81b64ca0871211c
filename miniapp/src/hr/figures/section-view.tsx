import type { FigureSection } from '#shared/copy/zh/figures.ts';
import { ChartSkeleton } from '../charts/chart-card.tsx';
import type { FigureFilter } from './filter.ts';
import { openerOf } from './opener.ts';
import { Part } from './part.tsx';
import { AttritionSection } from './sections/attrition.tsx';
import { FunnelSection } from './sections/funnel.tsx';
import { NoShowsSection } from './sections/no-shows.tsx';
import { PassSection } from './sections/pass.tsx';
import { RemindersSection } from './sections/reminders.tsx';
import { SatisfactionSection } from './sections/satisfaction.tsx';
import { StatusSection } from './sections/status.tsx';
import type { Period } from './shapes.ts';
import type { Figures } from './use-figures.ts';

type Props = { section: Exclude<FigureSection, 'overview'>; filter: FigureFilter; figures: Figures; onCoarser(): void };

/** One part in full. Lists are opened for the days that were counted, not for those asked for. */
export function SectionView({ section, filter, figures, onCoarser }: Props) {
  /** A month is the longest stretch there is. */
  const longer = ({ by }: Period) => (by === 'month' ? {} : { onCoarser });
  const reports = figures.reports.value?.reports ?? [];
  const opener = (period: Period) => openerOf(filter, period, reports);
  const skeleton = (
    <>
      <ChartSkeleton />
      <ChartSkeleton tall />
    </>
  );
  const parts = {
    no_shows: () => (
      <Part of={figures.noShows} skeleton={skeleton}>
        {(one) => <NoShowsSection {...longer(one.period)} figures={one} opener={opener(one.period)} />}
      </Part>
    ),
    funnel: () => (
      <Part of={figures.funnel} skeleton={skeleton}>
        {(one) => <FunnelSection figures={one} opener={opener(one.period)} />}
      </Part>
    ),
    pass: () => (
      <Part of={figures.passRates} skeleton={skeleton}>
        {(one) => (
          <PassSection {...longer(one.period)} figures={one} scores={figures.scores} opener={opener(one.period)} />
        )}
      </Part>
    ),
    satisfaction: () => (
      <Part of={figures.satisfaction} skeleton={skeleton}>
        {(one) => <SatisfactionSection {...longer(one.period)} figures={one} opener={opener(one.period)} />}
      </Part>
    ),
    reminders: () => (
      <Part of={figures.reminders} skeleton={skeleton}>
        {(one) => <RemindersSection {...longer(one.period)} figures={one} />}
      </Part>
    ),
    status: () => (
      <Part of={figures.status} skeleton={skeleton}>
        {(one) => <StatusSection figures={one} />}
      </Part>
    ),
    attrition: () => (
      <Part of={figures.attrition} skeleton={skeleton}>
        {(one) => <AttritionSection figures={one} />}
      </Part>
    ),
  };
  return parts[section]();
}
