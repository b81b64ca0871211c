import type { FigureSection } from '#shared/copy/zh/figures.ts';
import type { TrendStep } from '#shared/figures/names.ts';
import { call } from '../../api/call.ts';
import type { periodQuery } from './filter.ts';
import { useShown } from './use-shown.ts';

/** Everything the page may show; each part is asked for when the page first needs it. */
export function useFigures(period: ReturnType<typeof periodQuery>, by: TrendStep | undefined, section: FigureSection) {
  const query = { ...period, ...(by === undefined ? {} : { by }) };
  const key = JSON.stringify(query);
  const whole = JSON.stringify(period);
  const wants = (...sections: FigureSection[]) => section === 'overview' || sections.includes(section);
  return {
    noShows: useShown(() => call('figures.noShows', { query }), key, wants('no_shows')),
    funnel: useShown(() => call('figures.funnel', { query }), key, wants('funnel')),
    passRates: useShown(() => call('figures.passRates', { query }), key, wants('pass')),
    scores: useShown(() => call('figures.scores', { query }), key, section === 'pass'),
    satisfaction: useShown(() => call('figures.satisfaction', { query }), key, wants('satisfaction')),
    reminders: useShown(() => call('figures.reminders', { query }), key, wants('reminders')),
    status: useShown(() => call('figures.status', { query: period }), whole, wants('status')),
    attrition: useShown(() => call('figures.attrition', { query: period }), whole, wants('attrition')),
    hints: useShown(() => call('figures.hints', { query: period }), whole, wants('no_shows')),
    /** The company's own groupings: a group's people are found by what it holds. */
    reports: useShown(() => call('figures.reports'), 'once', section !== 'overview'),
  };
}
export type Figures = ReturnType<typeof useFigures>;
