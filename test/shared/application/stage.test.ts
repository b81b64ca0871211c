import { describe, expect, test } from 'vitest';
import { stageOf } from '#shared/application/copies.ts';
import { type ApplicationStage, applicationStages, nextStage } from '#shared/application/stage.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { EventOf } from '#shared/interview/events.ts';
import { at, commands, deadline, grace, invitedAt, play } from '#test/shared/interview/stories.ts';

const start = [10, commands.start()] as const;
const enough = [40, commands.end(at(39), 'q1', 'q2')] as const;
const tooFew = [40, commands.end(at(39), 'q1')] as const;
type Story = (readonly [number, InterviewCommand])[];

describe('the way through an opening', () => {
  test.each<[string, Story, ApplicationStage]>([
    ['invited', [], 'invited'],
    ['never entered', [[deadline + grace + 1, commands.lapse(null)]], 'invited'],
    ['started', [start], 'interviewing'],
    ['started and came back', [start, [20, commands.resume()]], 'interviewing'],
    ['started again', [start, [20, commands.restart()]], 'interviewing'],
    ['left unfinished', [start, tooFew], 'interviewing'],
    ['left, window over', [start, [deadline + grace, commands.lapse(at(10))]], 'interviewing'],
    ['unfinished, then a new attempt', [start, tooFew, [50, commands.restart()]], 'interviewing'],
    ['ended', [start, enough], 'awaiting_review'],
    ['ended, report there', [start, enough, [41, commands.attachReport(1, 1)]], 'awaiting_review'],
    ['ended, no report', [start, enough, [45, commands.failReport(1)]], 'awaiting_review'],
    ['second interview', [start, enough, [50, commands.decide('second_interview')]], 'second_interview'],
    ['onboarding', [start, enough, [50, commands.decide('onboarding')]], 'onboarding'],
    ['pool', [start, enough, [50, commands.decide('pool')]], 'talent_pool'],
    ['rejected', [start, enough, [50, commands.decide('reject')]], 'rejected'],
    [
      'decision taken back',
      [start, enough, [50, commands.decide('onboarding')], [51, commands.undo()]],
      'awaiting_review',
    ],
    [
      'report after the decision',
      [start, enough, [50, commands.decide('reject')], [51, commands.attachReport(1, 1)]],
      'rejected',
    ],
    ['asked for a person', [start, [20, commands.decline('human_route')]], 'awaiting_review'],
    ['withdrew', [[20, commands.decline('withdrawn')]], 'withdrawn'],
  ])('%s', (_, steps, stage) => {
    expect(
      stageOf(play(...steps.map(([minute, command]) => [minute, command] as [number, InterviewCommand])).history),
    ).toBe(stage);
  });
});

test('an unfinished end moves nobody forward, from whatever stage', () => {
  const event: EventOf<'ended'> = {
    v: 1,
    type: 'ended',
    at: invitedAt,
    by: 'cand_story0001',
    data: { outcome: 'incomplete', answeredIds: [], late: false },
  };
  for (const stage of applicationStages) expect(nextStage(stage, event)).toBe(stage);
});
