import type { OperationId, Operations } from '#shared/contract/operations.ts';
import { decideOutcome, undoDecision } from './application/decide.ts';
import { dossier } from './application/dossier.ts';
import { invite } from './application/invite.ts';
import { book } from './booking/book.ts';
import { calendar } from './booking/calendar.ts';
import { confirm } from './booking/confirm.ts';
import { explain } from './booking/explain.ts';
import { slots } from './booking/slots.ts';
import { close as closeClip } from './clip/close.ts';
import { forms } from './clip/forms.ts';
import { get as getClip } from './clip/get.ts';
import { probe } from './clip/probe.ts';
import type { CandidateDeps, HrDeps } from './compose.ts';
import type { RouteTable } from './http/route.ts';
import { decline } from './interview/decline.ts';
import { end } from './interview/end.ts';
import { followUp } from './interview/follow-up.ts';
import { get } from './interview/get.ts';
import { list as listInterviews } from './interview/list.ts';
import { observe } from './interview/observe.ts';
import { precheck } from './interview/precheck.ts';
import { accommodate, extend, reopen } from './interview/reopen.ts';
import { resume } from './interview/resume.ts';
import { saveDraft } from './interview/save-draft.ts';
import { start } from './interview/start.ts';
import { subscribe } from './interview/subscribe.ts';
import { sync } from './interview/sync.ts';
import { list as listMessages } from './message/list.ts';
import { read as readMessages } from './message/read.ts';
import { health, openapi } from './meta/describe.ts';
import { acceptParaphrase } from './position/accept-paraphrase.ts';
import { calibration } from './position/calibration.ts';
import { paraphrases } from './position/paraphrases.ts';
import { withdrawParaphrase } from './position/withdraw-paraphrase.ts';
import { judge } from './report/judge.ts';
import { mine } from './report/mine.ts';
import { questionnaire } from './report/questionnaire.ts';
import { rate } from './report/rate.ts';
import { reevaluate } from './report/reevaluate.ts';
import { review } from './report/review.ts';
import { list as listRequisitions } from './requisition/list.ts';
import { matches } from './requisition/matches.ts';
import { read as readRules } from './rule/read.ts';
import { save as saveRules } from './rule/save.ts';
import { openLink } from './session/open-link.ts';
import { wechat } from './session/wechat.ts';
import { wecom } from './session/wecom.ts';
import { change } from './slot/change.ts';
import { list as listSlots } from './slot/list.ts';
import { offer } from './slot/offer.ts';
import { resync } from './sync/resync.ts';
import { close as closeTicket } from './ticket/close.ts';
import { list as listTickets } from './ticket/list.ts';
import { mine as myTickets } from './ticket/mine.ts';
import { open as openTicket } from './ticket/open.ts';
import { read as readTickets } from './ticket/read.ts';
import { say } from './ticket/say.ts';
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
  'interview.followUp': followUp,
  'interview.precheck': precheck,
  'interview.observe': observe,
  'interview.probe': probe,
  'clip.forms': forms,
  'clip.close': closeClip,
  'clip.get': getClip,
  'ticket.open': openTicket,
  'ticket.mine': myTickets,
  'ticket.say': say,
  'booking.slots': slots,
  'booking.book': book,
  'booking.confirm': confirm,
  'booking.explain': explain,
  'booking.calendar': calendar,
  'message.list': listMessages,
  'message.read': readMessages,
  'interview.report': mine,
  'interview.questionnaire': questionnaire,
};

export const hrRoutes: RouteTable<HrOperation, HrDeps> = {
  'session.wecom': wecom,
  'requisition.list': listRequisitions,
  'requisition.matches': matches,
  'application.invite': invite,
  'workbench.list': listWorkbench,
  'application.dossier': dossier,
  'report.review': review,
  'report.rate': rate,
  'report.judge': judge,
  'report.reevaluate': reevaluate,
  'position.paraphrases': paraphrases,
  'position.acceptParaphrase': acceptParaphrase,
  'position.withdrawParaphrase': withdrawParaphrase,
  'position.rules': readRules,
  'position.saveRules': saveRules,
  'position.calibration': calibration,
  'interview.decide': decideOutcome,
  'interview.undoDecision': undoDecision,
  'interview.resync': resync,
  'interview.reopen': reopen,
  'interview.extend': extend,
  'interview.accommodate': accommodate,
  'slot.list': listSlots,
  'slot.offer': offer,
  'slot.change': change,
  'ticket.list': listTickets,
  'ticket.read': readTickets,
  'ticket.answer': say,
  'ticket.close': closeTicket,
};
