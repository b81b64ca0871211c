import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { errorCodes, errorStatus } from '#shared/contract/errors.ts';
import { type OperationId, operations } from '#shared/contract/operations.ts';
import { pathOf, routes } from '#shared/contract/routes.ts';
import { decide } from '#shared/interview/decide.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { at, commands, deadline, inStatus } from '#test/shared/interview/stories.ts';

const ids = Object.keys(routes) as OperationId[];
const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

test('every route has a contract and every contract a route', () => {
  expect(Object.keys(operations).sort()).toEqual([...ids].sort());
});

test('no two operations share a method and path, however the names in it are filled', () => {
  const places = ids.map((id) => `${routes[id].method} ${routes[id].path.replace(/\{\w+\}/g, '{}')}`);
  expect(new Set(places).size).toBe(ids.length);
});

describe.each(ids)('%s', (id) => {
  const { method, path } = routes[id];
  const { role, params, query, input, errors } = operations[id];

  test('the names in its path are its params', () => {
    expect(namesIn(path).sort()).toEqual(Object.keys(params.shape).sort());
    expect(path).toMatch(/^\/v1(\/[a-z-]+(\.json)?|\/\{[a-zA-Z]+\})+$/);
    expect(path.startsWith('/v1/hr/')).toBe(role === 'staff');
  });

  test('what only reads takes no body, what changes something takes no query', () => {
    if (method === 'GET') expect(Object.keys(input.shape)).toEqual([]);
    else expect(Object.keys(query.shape)).toEqual([]);
  });

  test('a signed-in operation may be refused for it', () => {
    for (const code of ['unauthenticated', 'token_expired'])
      expect((errors as readonly string[]).includes(code)).toBe(role !== 'public');
    if (namesIn(path).length > 0) expect(errors).toContain('not_found');
  });

  test('names each refusal once, and only known ones', () => {
    expect(new Set(errors).size).toBe(errors.length);
    for (const code of errors) expect(errorCodes).toContain(code);
  });
});

describe('every command but autosave carries an operation id', () => {
  /**
   * Sign-in makes nothing anew; a resync only heals; an autosave has its number. A follow-up is named by its place, a clip
   * by its id, an observation by its instant, a rating by its answer; a form is signed and nothing is written; what is
   * withdrawn twice is withdrawn, what is read is read, and a slot is named by its time. A preview writes nothing, and a
   * filter is named by its id. A session is ended once, a role is what it is, and a code of a second factor counts once; lost
   * recovery codes are made anew. What people say of themselves is theirs to say again, a turn of learning is had once, how
   * it went with somebody and what is said of a trial carry the version they change.
   */
  const without = [
    'session.openLink',
    // A code may be asked for once a minute, and counts once.
    'session.askProof',
    'session.prove',
    'session.wechat',
    'session.wecom',
    'session.renew',
    'session.end',
    'account.endSession',
    'secondFactor.begin',
    'secondFactor.enable',
    'secondFactor.confirm',
    'secondFactor.renewCodes',
    'secondFactor.disable',
    'staff.setRole',
    'staff.setPolicy',
    'staff.endSessions',
    'staff.resetSecondFactor',
    'interview.saveDraft',
    'voluntary.save',
    'voluntary.delete',
    'learning.run',
    'outcome.enter',
    'outcome.preview',
    'experiment.review',
    'workbench.preview',
    'workbench.saveFilter',
    'workbench.deleteFilter',
    'interview.resync',
    'interview.followUp',
    'interview.probe',
    'interview.observe',
    'clip.forms',
    'clip.close',
    'report.rate',
    'position.withdrawParaphrase',
    'message.read',
    'slot.offer',
    'slot.change',
    // Made from a version, and the same again is the same.
    'position.saveRules',
    // A form is signed; a file is named by its id, a link by the one it takes the place of, a résumé by whose it is.
    'intake.form',
    'intake.read',
    'intake.readAgain',
    'apply.form',
    'requisition.renewLink',
    'requisition.adoptResume',
    // A hold is whose it is, settings are what they say, a notice comes of a version.
    'hold.put',
    'privacy.saveSettings',
    'privacy.saveNotice',
    // They only look.
    'privacy.certificate',
    'audit.verify',
    'intake.preview',
    'intake.problems',
    'intake.rounds',
    'invitation.preview',
    'organisation.previewWecom',
    'organisation.previewFile',
    'position.lintRules',
    'position.replayRules',
    'training.sandbox',
    // The same again is the same: what agrees stays, what was read, reached or called off is so.
    'sync.resyncAll',
    'training.reach',
    'training.complete',
    'notice.read',
    'notice.readMine',
    'notice.callOff',
  ];
  test.each(ids.filter((id) => routes[id].method !== 'GET'))('%s', (id) => {
    expect('operationId' in operations[id].input.shape).toBe(!without.includes(id));
  });
});

describe('whatever the decider refuses is in the contract', () => {
  const soon = at(51);
  const wishes = {
    'interview.start': [commands.start(), commands.start(false)],
    'interview.resume': [commands.resume(), commands.restart()],
    'interview.end': [commands.end(at(10), 'q1')],
    'interview.decline': [commands.decline()],
    'interview.decide': [commands.decide()],
    'interview.undoDecision': [commands.undo()],
    'interview.reopen': [commands.reopen()],
    'interview.extend': [commands.extend()],
    'interview.accommodate': [commands.accommodate()],
    'interview.questionnaire': [commands.answerQuestionnaire()],
    'report.judge': [commands.judge(9)],
    'ticket.open': [commands.openTicket('reopen'), commands.openTicket('human_review'), commands.openTicket('extend')],
  };
  test.each(Object.keys(wishes) as (keyof typeof wishes)[])('%s', (id) => {
    const refusals = new Set<string>();
    for (const command of wishes[id]) {
      for (const status of interviewStatuses) {
        for (const now of [soon, at(2 * deadline)]) {
          for (const attempts of [1, 2]) {
            const state = inStatus[status];
            const decision = decide({ ...state, terms: { ...state.terms, attempts } }, command, now);
            if (!decision.ok) refusals.add(decision.error);
          }
        }
      }
    }
    expect(refusals.size).toBeGreaterThan(1);
    expect(operations[id].errors).toEqual(expect.arrayContaining([...refusals]));
  });
});

test('every error has an HTTP status that says refusal or fault', () => {
  for (const code of errorCodes) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(errorStatus[code]).toBeGreaterThanOrEqual(400);
    expect(errorStatus[code]).toBeLessThan(600);
  }
});

describe('pathOf', () => {
  test('fills and escapes', () => {
    expect(pathOf('health.get')).toBe('/v1/health');
    expect(pathOf('interview.saveDraft', { interviewId: 'itv_1', questionId: '../a b' })).toBe(
      '/v1/interviews/itv_1/drafts/..%2Fa%20b',
    );
  });
  test('a missing name is a fault', () => {
    expect(() => pathOf('interview.get')).toThrow('interview.get needs interviewId');
  });
});

test('what the mini-program imports of the contract and the rules holds no zod', async () => {
  const entryPoints = ['shared/contract/routes.ts', 'shared/interview/answer.ts', 'shared/interview/windows.ts'];
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unused',
    format: 'esm',
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toEqual(expect.arrayContaining(entryPoints));
  expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
});
