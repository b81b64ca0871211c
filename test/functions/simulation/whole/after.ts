import { instruction, script } from './answering.ts';
import { ask, asMember, codeOf, insist, newOperation, type Who } from './ask.ts';
import type { Part } from './before.ts';
import { cameBack } from './check-erased.ts';
import { day, hour, type Life, minute } from './life.ts';
import { memberOf } from './people.ts';

/** What the report says, as HR reads it. */
export async function review(life: Life, hr: Who, part: Part): Promise<void> {
  const params = { interviewId: part.interviewId };
  const reply = await insist(life, hr, 'report.review', { params, query: {} });
  if (reply.kind !== 'ok') return;
  const { report, answers } = reply.value;
  const said = answers.find(({ questionId }) => questionId === 'qtwo');
  if (said?.counted && said.text.includes(script)) life.see('23 a script in an answer is text');
  if (report === null) return;
  if (report.mode === 'evidence_only') life.see('25 the model is away: evidence only');
  if (report.items.some(({ score }) => score !== null)) life.see('an answer has a score');
  const item = report.items.find(({ questionId }) => questionId === 'qtwo');
  if (!said?.text.includes(instruction) || item === undefined) return;
  if (!item.flags.includes('instructs_grader')) life.problem('an answer that instructs the scorer is not flagged');
  if (item.evidence.some(({ quote }) => quote.includes('满分'))) life.problem('an instruction was taken for evidence');
  if (life.providers.obeyed() > 0) life.problem('the model was shown an instruction, and did as it was told');
  life.see('24 an instruction is flagged and moves nothing');
}

/** HR looks around, decides, takes it back. */
export async function decide(life: Life, hr: Who, part: Part): Promise<void> {
  const { random } = life;
  const params = { interviewId: part.interviewId };
  await ask(life, hr, 'application.dossier', { params: { applicationId: part.applicationId } });
  await ask(life, hr, 'workbench.list', { query: { status: 'submitted' } });
  if (!life.themed('decision')) return;
  const outcome = random.pick(['second_interview', 'pool', 'reject', 'onboarding'] as const);
  const reply = await insist(life, hr, 'interview.decide', {
    params,
    input: { operationId: newOperation(life), outcome },
  });
  if (reply.kind !== 'ok') return;
  life.see('decided');
  if (random.chance(0.4)) {
    if (random.chance(0.3)) await life.pass(11 * minute);
    await insist(life, hr, 'interview.undoDecision', { params, input: { operationId: newOperation(life) } });
  }
}

/** What was noted of who saw what is one chain, as long as it is. */
export async function verifyChain(life: Life): Promise<void> {
  const reply = await insist(life, asMember(memberOf('auditor')), 'audit.verify', { input: { from: null } });
  if (reply.kind !== 'ok') return life.problem(`the chain is not verified: ${codeOf(reply)}`);
  const { broken, records } = reply.value;
  if (broken !== null) life.problem(`the chain is broken: ${JSON.stringify(broken)}`);
  if (records > 10) life.see('the audit is one chain');
}

const risky = /^[=+\-@\t\r]/;

/** The people of the figures as a file for a spreadsheet. */
export async function takeAway(life: Life): Promise<void> {
  const admin = asMember(memberOf('admin'));
  const from = new Date(life.now() - 20 * day).toISOString().slice(0, 10);
  const to = new Date(life.now()).toISOString().slice(0, 10);
  const reply = await insist(life, admin, 'figures.export', {
    query: { table: 'people', format: 'csv', list: 'invitations', from, to },
  });
  if (reply.kind !== 'ok') return life.note(`export: ${codeOf(reply)}`);
  const csv = Buffer.from(reply.value.base64, 'base64').toString('utf8');
  const cells = csv
    .replace('\ufeff', '')
    .split(/\r\n|,/)
    .map((cell) => cell.replace(/^"/, ''));
  for (const cell of cells)
    if (risky.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)) life.problem(`a cell of a file runs: ${cell}`);
  if (csv.includes('HYPERLINK')) life.see('23 a formula in an export is text');
}

/**
 * Deleted while the answers are being judged: HR carries it out at once, the worker is in the middle, and packets of
 * before are on their way.
 */
export async function erase(life: Life, part: Part): Promise<boolean> {
  const { who, interviewId } = part;
  await life.stream();
  const asked = await insist(life, who, 'privacy.askErasure', { input: { operationId: newOperation(life) } });
  if (asked.kind !== 'ok') return false;
  const { erasureId } = asked.value;
  const admin = asMember(memberOf('admin'));
  const begun = await insist(life, admin, 'erasure.carryOut', {
    params: { erasureId },
    input: { operationId: newOperation(life) },
  });
  if (begun.kind !== 'ok') await life.pass(15 * day + minute);
  life.note(`${who.label} is to be deleted (${codeOf(begun)})`);
  const judging = life.mailroom.queued.some(({ queue, body }) => queue === 'evaluate' && body.includes(interviewId));
  if (judging) {
    const runs = [life.newRun('evaluate'), life.newRun('sweep')];
    await life.together(runs, async (run) => {
      if (run.name === 'sweep') await life.inRun(run, () => life.functions.sweep());
      else await life.jobsIn(run, 'evaluate');
    });
    life.see('26 deleted while it is judged');
  } else await life.tick();
  part.person.erased = true;
  await life.settle();
  for (const what of await cameBack(life, part, erasureId)) life.problem(what);
  // A phone of theirs goes on as if nothing had happened.
  const params = { interviewId, questionId: 'qone' };
  await ask(life, who, 'interview.saveDraft', {
    params,
    input: { attempt: 1, number: 99_000_001, content: { sent: [`${part.person.mark} 后来`], typing: '', done: true } },
  });
  for (const ms of [hour, 3 * hour, 12 * hour]) {
    await life.pass(ms);
    await life.tick();
    await life.settle();
  }
  return true;
}
