/**
 * Where every operation lives. Free of zod: the mini-program builds its requests from this list, and zod probes
 * `new Function`, which mini-programs forbid.
 */
export const routes = {
  'health.get': { method: 'GET', path: '/v1/health' },
  'openapi.get': { method: 'GET', path: '/v1/openapi.json' },
  'session.openLink': { method: 'POST', path: '/v1/session/link' },
  'session.wechat': { method: 'POST', path: '/v1/session/wechat' },
  'session.wecom': { method: 'POST', path: '/v1/session/wecom' },
  'interview.list': { method: 'GET', path: '/v1/interviews' },
  'interview.get': { method: 'GET', path: '/v1/interviews/{interviewId}' },
  'interview.sync': { method: 'GET', path: '/v1/interviews/{interviewId}/sync' },
  'interview.start': { method: 'POST', path: '/v1/interviews/{interviewId}/start' },
  'interview.resume': { method: 'POST', path: '/v1/interviews/{interviewId}/resume' },
  'interview.saveDraft': { method: 'PUT', path: '/v1/interviews/{interviewId}/drafts/{questionId}' },
  'interview.end': { method: 'POST', path: '/v1/interviews/{interviewId}/end' },
  'interview.decline': { method: 'POST', path: '/v1/interviews/{interviewId}/decline' },
  'interview.subscribe': { method: 'POST', path: '/v1/interviews/{interviewId}/subscriptions' },
  'interview.followUp': { method: 'POST', path: '/v1/interviews/{interviewId}/questions/{questionId}/follow-up' },
  'interview.precheck': { method: 'POST', path: '/v1/interviews/{interviewId}/precheck' },
  'interview.probe': { method: 'POST', path: '/v1/interviews/{interviewId}/probe' },
  'interview.observe': { method: 'POST', path: '/v1/interviews/{interviewId}/observations' },
  'interview.questionnaire': { method: 'POST', path: '/v1/interviews/{interviewId}/questionnaire' },
  'clip.forms': { method: 'POST', path: '/v1/interviews/{interviewId}/clip-forms' },
  'clip.close': { method: 'PUT', path: '/v1/interviews/{interviewId}/clips/{clipId}' },
  'clip.get': { method: 'GET', path: '/v1/interviews/{interviewId}/clips/{clipId}' },
  'booking.slots': { method: 'GET', path: '/v1/interviews/{interviewId}/slots' },
  'booking.book': { method: 'POST', path: '/v1/interviews/{interviewId}/booking' },
  'booking.confirm': { method: 'POST', path: '/v1/interviews/{interviewId}/booking/confirmation' },
  'booking.explain': { method: 'POST', path: '/v1/interviews/{interviewId}/no-show' },
  'booking.calendar': { method: 'GET', path: '/v1/interviews/{interviewId}/calendar' },
  'message.list': { method: 'GET', path: '/v1/messages' },
  'message.read': { method: 'POST', path: '/v1/messages/read' },
  'slot.list': { method: 'GET', path: '/v1/hr/positions/{positionId}/slots' },
  'slot.offer': { method: 'POST', path: '/v1/hr/positions/{positionId}/slots' },
  'slot.change': { method: 'PUT', path: '/v1/hr/positions/{positionId}/slots/{slotId}' },
  'ticket.open': { method: 'POST', path: '/v1/interviews/{interviewId}/tickets' },
  'ticket.mine': { method: 'GET', path: '/v1/interviews/{interviewId}/tickets' },
  'ticket.say': { method: 'POST', path: '/v1/interviews/{interviewId}/tickets/{ticketId}/messages' },
  'interview.report': { method: 'GET', path: '/v1/interviews/{interviewId}/report' },
  'requisition.list': { method: 'GET', path: '/v1/hr/requisitions' },
  'requisition.matches': { method: 'GET', path: '/v1/hr/requisitions/{requisitionId}/candidates' },
  'application.invite': { method: 'POST', path: '/v1/hr/requisitions/{requisitionId}/invitations' },
  'workbench.list': { method: 'GET', path: '/v1/hr/workbench' },
  'application.dossier': { method: 'GET', path: '/v1/hr/applications/{applicationId}' },
  'report.review': { method: 'GET', path: '/v1/hr/interviews/{interviewId}/report' },
  'interview.decide': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/decision' },
  'interview.undoDecision': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/decision/undo' },
  'interview.reopen': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/reopen' },
  'interview.extend': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/extension' },
  'interview.accommodate': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/accommodation' },
  'ticket.list': { method: 'GET', path: '/v1/hr/tickets' },
  'ticket.read': { method: 'GET', path: '/v1/hr/interviews/{interviewId}/tickets' },
  'ticket.answer': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/tickets/{ticketId}/messages' },
  'ticket.close': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/tickets/{ticketId}/close' },
  'report.rate': { method: 'PUT', path: '/v1/hr/interviews/{interviewId}/ratings/{questionId}' },
  'report.judge': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/judgement' },
  'report.reevaluate': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/evaluations' },
  'position.paraphrases': { method: 'GET', path: '/v1/hr/positions/{positionId}/paraphrases' },
  'position.acceptParaphrase': { method: 'POST', path: '/v1/hr/positions/{positionId}/paraphrases' },
  'position.withdrawParaphrase': {
    method: 'POST',
    path: '/v1/hr/positions/{positionId}/paraphrases/{paraphraseId}/withdraw',
  },
  'position.rules': { method: 'GET', path: '/v1/hr/positions/{positionId}/rules' },
  'position.saveRules': { method: 'PUT', path: '/v1/hr/positions/{positionId}/rules' },
  'position.calibration': { method: 'GET', path: '/v1/hr/positions/{positionId}/calibration' },
  'interview.resync': { method: 'POST', path: '/v1/hr/interviews/{interviewId}/resync' },
} as const;

export type OperationId = keyof typeof routes;
export type HttpMethod = (typeof routes)[OperationId]['method'];

/** The path with its `{names}` filled in. Throws on a missing one: that is a fault of the caller. */
export function pathOf(operation: OperationId, params: Record<string, string> = {}): string {
  return routes[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${operation} needs ${name}`);
    return encodeURIComponent(value);
  });
}
