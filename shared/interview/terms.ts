import type { Settings } from '../settings.ts';
import type { Plan } from './plan.ts';
import type { Terms } from './state.ts';
import { plusHours } from './windows.ts';

/** The terms of an interview invited now: later changes of the settings or the plan do not reach it. */
export function freezeTerms(plan: Plan, settings: Settings, now: Date, extraTime = 1): Terms {
  const requiredIds = plan.questions.filter((question) => question.required).map((question) => question.id);
  return {
    questionIds: plan.questions.map((question) => question.id),
    requiredIds,
    answersNeeded: Math.max(1, Math.min(settings.answersNeeded ?? requiredIds.length, requiredIds.length)),
    attempts: settings.attempts,
    resumeWindowHours: settings.resumeWindowHours,
    graceMinutes: settings.graceMinutes,
    undoMinutes: settings.undoMinutes,
    reportMinutes: settings.reportMinutes,
    arrangeHours: settings.arrangeHours,
    deadlineAt: plusHours(now.toISOString(), settings.deadlineHours),
    appointment: {
      asked: settings.booking,
      earlyMinutes: settings.earlyMinutes,
      rebookings: settings.rebookings,
      reminders: [...settings.reminders].sort((a, b) => b - a),
      quiet: settings.quiet,
      timeZone: settings.timeZone,
      handleMinutes: settings.handleMinutes,
      remindAgainHours: settings.remindAgainHours,
      againHours: settings.againHours,
      ...(settings.foreseeNoShows && { foresee: true }),
    },
    ...(extraTime === 1 ? {} : { extraTime }),
  };
}
