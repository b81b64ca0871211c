import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { isRefused } from '../../../api/call-error.ts';
import { useCommand } from '../../use-command.ts';
import type { Report, Reports } from '../shapes.ts';
import { useShown } from '../use-shown.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const newReportId = () =>
  `rep_${Array.from({ length: 12 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')}`;

/** The company's own groupings: all of them are saved at once, and a removal can be taken back. */
export function useReports() {
  const shown = useShown(() => call('figures.reports'), 'once');
  const [saved, setSaved] = useState<Reports>();
  const [removed, setRemoved] = useState<Report>();
  const [moved, setMoved] = useState(false);
  const saving = useCommand((intention, operationId) =>
    call('figures.saveReports', { input: { operationId, ...(JSON.parse(intention) as Reports) } }),
  );
  const now = saved ?? shown.value;

  async function send(reports: Report[]): Promise<boolean> {
    if (now === undefined) return false;
    setMoved(false);
    const answer = await saving.run(JSON.stringify({ version: now.version, reports }));
    if (answer.ok) setSaved(answer.value);
    else if (isRefused(answer.error, 'version_conflict')) {
      saving.forgetError();
      const newest = await call('figures.reports');
      if (newest.ok) setSaved(newest.value);
      setMoved(true);
    }
    return answer.ok;
  }
  const reports = now?.reports ?? [];
  return {
    shown: { ...shown, value: now },
    reports,
    busy: saving.busy,
    error: saving.error,
    removed,
    moved,
    forgetError: saving.forgetError,
    put(given: Omit<Report, 'reportId'>, reportId: string | undefined) {
      setRemoved(undefined);
      if (reportId === undefined) return send([...reports, { reportId: newReportId(), ...given }]);
      return send(reports.map((one) => (one.reportId === reportId ? { reportId, ...given } : one)));
    },
    async remove(report: Report) {
      if (await send(reports.filter(({ reportId }) => reportId !== report.reportId))) setRemoved(report);
    },
    async restore() {
      if (removed !== undefined && (await send([...reports, removed]))) setRemoved(undefined);
    },
  };
}
