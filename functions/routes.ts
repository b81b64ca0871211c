import type { OperationId, Operations } from '#shared/contract/operations.ts';
import { decideOutcome, undoDecision } from './application/decide.ts';
import { dossier } from './application/dossier.ts';
import { invite } from './application/invite.ts';
import type { CandidateDeps, HrDeps } from './compose.ts';
import type { RouteTable } from './http/route.ts';
import { decline } from './interview/decline.ts';
import { end } from './interview/end.ts';
import { get } from './interview/get.ts';
import { list as listInterviews } from './interview/list.ts';
import { resume } from './interview/resume.ts';
import { saveDraft } from './interview/save-draft.ts';
import { start } from './interview/start.ts';
import { subscribe } from './interview/subscribe.ts';
import { sync } from './interview/sync.ts';
import { health, openapi } from './meta/describe.ts';
import { mine } from './report/mine.ts';
import { review } from './report/review.ts';
import { list as listRequisitions } from './requisition/list.ts';
import { matches } from './requisition/matches.ts';
import { openLink } from './session/open-link.ts';
import { wechat } from './session/wechat.ts';
import { wecom } from './session/wecom.ts';
import { resync } from './sync/resync.ts';
import { list as listWorkbench } from './workbench/list.ts';

type HrOperation =
  | { [O in OperationId]: Operations[O]['role'] extends 'recruiter' ? O : never }[OperationId]
  | 'session.wecom';
type CandidateOperation = Exclude<OperationId, HrOperation>;

/** operation → use case. Method, path, role, input, output and errors stand in the contract under the same name. */
export const candidateRoutes: RouteTable<CandidateOperation, CandidateDeps> = {
  'health.get': health,
  'openapi.get': openapi,
  'session.openLink': openLink,
  'session.wechat': wechat,
  'interview.list': listInterviews,
  'interview.get': get,
  'interview.sync': sync,
  'interview.start': start,
  'interview.resume': resume,
  'interview.saveDraft': saveDraft,
  'interview.end': end,
  'interview.decline': decline,
  'interview.subscribe': subscribe,
  'interview.report': mine,
};

export const hrRoutes: RouteTable<HrOperation, HrDeps> = {
  'session.wecom': wecom,
  'requisition.list': listRequisitions,
  'requisition.matches': matches,
  'application.invite': invite,
  'workbench.list': listWorkbench,
  'application.dossier': dossier,
  'report.review': review,
  'interview.decide': decideOutcome,
  'interview.undoDecision': undoDecision,
  'interview.resync': resync,
};
