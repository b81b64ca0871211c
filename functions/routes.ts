import type { OperationId, Operations } from '#shared/contract/operations.ts';
import { account, endSession } from './access/account.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  disableSecondFactor,
  enableSecondFactor,
  renewRecoveryCodes,
} from './access/second-factor.ts';
import { endSessions, listStaff, resetSecondFactor, setPolicy, setRole } from './access/staff.ts';
import { answerClosure, answerMeeting, answerOffer } from './application/answer-hiring.ts';
import { arrange, callOff } from './application/arrange.ts';
import { decideOutcome, undoDecision } from './application/decide.ts';
import { dossier } from './application/dossier.ts';
import { enterRound } from './application/enter-round.ts';
import { invite } from './application/invite.ts';
import { joined, undoJoined } from './application/joined.ts';
import { makeOffer } from './application/make-offer.ts';
import { exportAudit, ofApplication, search as searchAudit, verifyChain } from './audit/search.ts';
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
import { endExperiment } from './experiment/end.ts';
import { listExperiments } from './experiment/list.ts';
import { proposeExperiment } from './experiment/propose.ts';
import { reviewExperiment } from './experiment/review.ts';
import { changes as changeDays } from './figures/changes.ts';
import { compare as compareFigures } from './figures/compare.ts';
import { exportFigures } from './figures/export.ts';
import { reports as ownReports, saveReports } from './figures/reports.ts';
import { review as reviewQuarter } from './figures/review.ts';
import {
  attrition as attritionFigures,
  hints as figureHints,
  funnel as funnelFigures,
  noShows as noShowFigures,
  passRates,
  people as peopleBehind,
  reminders as reminderFigures,
  satisfaction as satisfactionFigures,
  scores as scoreFigures,
  status as statusFigures,
} from './figures/serve.ts';
import type { RouteTable } from './http/route.ts';
import { adoptResume } from './intake/adopt-resume.ts';
import { applyForm } from './intake/apply-form.ts';
import { applyOpen } from './intake/apply-open.ts';
import { applySend } from './intake/apply-send.ts';
import { form as intakeForm } from './intake/form.ts';
import { get as getFile } from './intake/get.ts';
import { getCandidate } from './intake/get-candidate.ts';
import { importPeople } from './intake/import.ts';
import { link, renewLink } from './intake/link.ts';
import { preview as previewImport } from './intake/preview.ts';
import { previewInvitations } from './intake/preview-invitations.ts';
import { problems as importProblems } from './intake/problems.ts';
import { read as readIntake } from './intake/read.ts';
import { readAgain } from './intake/read-again.ts';
import { rounds as previewRounds } from './intake/rounds.ts';
import { saveCandidate } from './intake/save-candidate.ts';
import { wishes } from './intake/wishes.ts';
import { decline } from './interview/decline.ts';
import { end } from './interview/end.ts';
import { followUp } from './interview/follow-up.ts';
import { get } from './interview/get.ts';
import { list as listInterviews } from './interview/list.ts';
import { observe } from './interview/observe.ts';
import { precheck } from './interview/precheck.ts';
import { remindOnceMore } from './interview/remind-again.ts';
import { accommodate, extend, reopen } from './interview/reopen.ts';
import { resume } from './interview/resume.ts';
import { saveDraft } from './interview/save-draft.ts';
import { start } from './interview/start.ts';
import { subscribe } from './interview/subscribe.ts';
import { sync } from './interview/sync.ts';
import { demand } from './learning/demand.ts';
import { fairness } from './learning/fairness.ts';
import { noShow } from './learning/no-show.ts';
import { overview as learningOverview } from './learning/overview.ts';
import { questions as questionFigures } from './learning/questions.ts';
import { run as runLearning } from './learning/run.ts';
import { approveWeights, rollBackWeights } from './learning/set-weights.ts';
import { weights as weightProposals } from './learning/weights.ts';
import { list as listMessages } from './message/list.ts';
import { read as readMessages } from './message/read.ts';
import { health, openapi } from './meta/describe.ts';
import { createDepartment, removeDepartment, saveDepartment } from './organisation/department.ts';
import { applyFile, applyWecom, previewFile, previewWecom } from './organisation/import.ts';
import { onboarding } from './organisation/onboarding.ts';
import { absence, people as organisationPeople } from './organisation/people.ts';
import { savePost } from './organisation/post.ts';
import { view as organisationView } from './organisation/view.ts';
import { enterOutcomes } from './outcome/enter.ts';
import { outcomeHistory } from './outcome/history.ts';
import { listOutcomes } from './outcome/list.ts';
import { previewOutcomes } from './outcome/preview.ts';
import { acceptParaphrase } from './position/accept-paraphrase.ts';
import { archive as archivePosition } from './position/archive.ts';
import { calibration } from './position/calibration.ts';
import { create as createPosition } from './position/create.ts';
import { get as getPosition } from './position/get.ts';
import { history as positionHistory } from './position/history.ts';
import { list as listPositions } from './position/list.ts';
import { paraphrases } from './position/paraphrases.ts';
import { restore as restorePosition } from './position/restore.ts';
import { save as savePosition } from './position/save.ts';
import { withdrawParaphrase } from './position/withdraw-paraphrase.ts';
import { askErasure, takeBack } from './privacy/ask-erasure.ts';
import { certificate } from './privacy/certificate-of.ts';
import { download } from './privacy/download.ts';
import { carryOut, listErasures } from './privacy/erasures.ts';
import { liftHold, putHold } from './privacy/holds.ts';
import { mine as myPrivacy } from './privacy/mine.ts';
import { notice, privacySettings, saveNotice, savePrivacySettings } from './privacy/notice.ts';
import { withdraw } from './privacy/withdraw.ts';
import { adopt as adoptQuestion } from './question/adopt.ts';
import { history as questionHistory } from './question/history.ts';
import { list as listQuestions } from './question/list.ts';
import { save as saveQuestion } from './question/save.ts';
import { judge } from './report/judge.ts';
import { mine } from './report/mine.ts';
import { questionnaire } from './report/questionnaire.ts';
import { rate } from './report/rate.ts';
import { reevaluate } from './report/reevaluate.ts';
import { review } from './report/review.ts';
import { create as createRequisition, get as getRequisition, save as saveRequisition } from './requisition/edit.ts';
import { handOver } from './requisition/hand-over.ts';
import { list as listRequisitions } from './requisition/list.ts';
import { matches } from './requisition/matches.ts';
import { close as closeRequisition, reopen as reopenRequisition } from './requisition/turn.ts';
import { lint as lintRules } from './rule/lint.ts';
import { read as readRules } from './rule/read.ts';
import { replay as replayRules } from './rule/replay.ts';
import { save as saveRules } from './rule/save.ts';
import { versions as ruleVersions } from './rule/versions.ts';
import { askProof } from './session/ask-proof.ts';
import { end as endOwnSession, mine as mySessions } from './session/mine.ts';
import { openLink } from './session/open-link.ts';
import { prove } from './session/prove.ts';
import { renew } from './session/renew.ts';
import { wechat } from './session/wechat.ts';
import { wecom } from './session/wecom.ts';
import { get as getSettings } from './settings/get.ts';
import { save as saveSettings } from './settings/save.ts';
import { change } from './slot/change.ts';
import { list as listSlots } from './slot/list.ts';
import { offer } from './slot/offer.ts';
import { checks } from './sync/checks.ts';
import { correct } from './sync/correct.ts';
import { resync } from './sync/resync.ts';
import { resyncAll } from './sync/resync-all.ts';
import { close as closeTicket } from './ticket/close.ts';
import { list as listTickets } from './ticket/list.ts';
import { mine as myTickets } from './ticket/mine.ts';
import { open as openTicket } from './ticket/open.ts';
import { read as readTickets } from './ticket/read.ts';
import { say } from './ticket/say.ts';
import { complete, progress, reach } from './training/learn.ts';
import {
  announce,
  callOff as callOffSession,
  list as listNotices,
  mine as myNotices,
  readMine,
  read as readNotices,
} from './training/notices.ts';
import { sandbox } from './training/sandbox.ts';
import { deleteVoluntary } from './voluntary/delete.ts';
import { getVoluntary } from './voluntary/get.ts';
import { saveVoluntary } from './voluntary/save.ts';
import { changes } from './workbench/changes.ts';
import { deleteFilter, filters, saveFilter } from './workbench/filters.ts';
import { judgements } from './workbench/judgements.ts';
import { list as listWorkbench } from './workbench/list.ts';
import { preview } from './workbench/preview.ts';

type HrOperation =
  | { [O in OperationId]: Operations[O]['role'] extends 'staff' ? O : never }[OperationId]
  | 'session.wecom';
type CandidateOperation = Exclude<OperationId, HrOperation>;

/** operation → use case. Method, path, role, input, output and errors stand in the contract under the same name. */
export const candidateRoutes: RouteTable<CandidateOperation, CandidateDeps> = {
  'health.get': health,
  'openapi.get': openapi,
  'session.openLink': openLink,
  'session.askProof': askProof,
  'session.prove': prove,
  'session.wechat': wechat,
  'session.renew': renew,
  'session.mine': mySessions,
  'session.end': endOwnSession,
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
  'booking.answerMeeting': answerMeeting,
  'booking.answerOffer': answerOffer,
  'booking.answerClosure': answerClosure,
  'message.list': listMessages,
  'message.read': readMessages,
  'notice.mine': myNotices,
  'notice.readMine': readMine,
  'interview.report': mine,
  'interview.questionnaire': questionnaire,
  'voluntary.get': getVoluntary,
  'voluntary.save': saveVoluntary,
  'voluntary.delete': deleteVoluntary,
  'privacy.mine': myPrivacy,
  'privacy.notice': notice,
  'privacy.withdraw': withdraw,
  'privacy.download': download,
  'privacy.askErasure': askErasure,
  'privacy.takeBack': takeBack,
  'privacy.certificate': certificate,
  'apply.open': applyOpen,
  'apply.form': applyForm,
  'apply.send': applySend,
};

export const hrRoutes: RouteTable<HrOperation, HrDeps> = {
  'session.wecom': wecom,
  'account.get': account,
  'account.endSession': endSession,
  'secondFactor.begin': beginSecondFactor,
  'secondFactor.enable': enableSecondFactor,
  'secondFactor.confirm': confirmSecondFactor,
  'secondFactor.renewCodes': renewRecoveryCodes,
  'secondFactor.disable': disableSecondFactor,
  'staff.list': listStaff,
  'staff.setRole': setRole,
  'staff.setPolicy': setPolicy,
  'staff.endSessions': endSessions,
  'staff.resetSecondFactor': resetSecondFactor,
  'requisition.list': listRequisitions,
  'requisition.matches': matches,
  'application.invite': invite,
  'workbench.list': listWorkbench,
  'workbench.changes': changes,
  'workbench.judgements': judgements,
  'workbench.preview': preview,
  'workbench.filters': filters,
  'workbench.saveFilter': saveFilter,
  'workbench.deleteFilter': deleteFilter,
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
  'position.lintRules': lintRules,
  'position.ruleVersions': ruleVersions,
  'position.replayRules': replayRules,
  'position.calibration': calibration,
  'position.list': listPositions,
  'position.create': createPosition,
  'position.get': getPosition,
  'position.save': savePosition,
  'position.history': positionHistory,
  'position.restore': restorePosition,
  'position.archive': archivePosition,
  'question.list': listQuestions,
  'question.save': saveQuestion,
  'question.history': questionHistory,
  'question.adopt': adoptQuestion,
  'interview.decide': decideOutcome,
  'interview.undoDecision': undoDecision,
  'interview.resync': resync,
  'erasure.list': listErasures,
  'erasure.carryOut': carryOut,
  'hold.put': putHold,
  'hold.lift': liftHold,
  'privacy.settings': privacySettings,
  'privacy.saveSettings': savePrivacySettings,
  'privacy.saveNotice': saveNotice,
  'audit.search': searchAudit,
  'audit.ofApplication': ofApplication,
  'audit.verify': verifyChain,
  'audit.export': exportAudit,
  'sync.checks': checks,
  'sync.resyncAll': resyncAll,
  'interview.correct': correct,
  'training.progress': progress,
  'training.reach': reach,
  'training.complete': complete,
  'training.sandbox': sandbox,
  'notice.list': listNotices,
  'notice.read': readNotices,
  'notice.announce': announce,
  'notice.callOff': callOffSession,
  'interview.arrange': arrange,
  'interview.callOff': callOff,
  'interview.enterRound': enterRound,
  'interview.makeOffer': makeOffer,
  'interview.joined': joined,
  'interview.undoJoined': undoJoined,
  'organisation.view': organisationView,
  'organisation.people': organisationPeople,
  'organisation.absence': absence,
  'organisation.previewWecom': previewWecom,
  'organisation.applyWecom': applyWecom,
  'organisation.previewFile': previewFile,
  'organisation.applyFile': applyFile,
  'organisation.onboarding': onboarding,
  'department.create': createDepartment,
  'department.save': saveDepartment,
  'department.remove': removeDepartment,
  'post.save': savePost,
  'requisition.create': createRequisition,
  'requisition.handOver': handOver,
  'requisition.get': getRequisition,
  'requisition.save': saveRequisition,
  'settings.get': getSettings,
  'settings.save': saveSettings,
  'requisition.close': closeRequisition,
  'requisition.reopen': reopenRequisition,
  'interview.reopen': reopen,
  'interview.remind': remindOnceMore,
  'interview.extend': extend,
  'interview.accommodate': accommodate,
  'slot.list': listSlots,
  'slot.offer': offer,
  'slot.change': change,
  'ticket.list': listTickets,
  'ticket.read': readTickets,
  'ticket.answer': say,
  'intake.form': intakeForm,
  'intake.read': readIntake,
  'intake.readAgain': readAgain,
  'intake.get': getFile,
  'intake.preview': previewImport,
  'intake.problems': importProblems,
  'intake.import': importPeople,
  'intake.rounds': previewRounds,
  'candidate.save': saveCandidate,
  'candidate.get': getCandidate,
  'invitation.preview': previewInvitations,
  'requisition.link': link,
  'requisition.renewLink': renewLink,
  'requisition.wishes': wishes,
  'requisition.adoptResume': adoptResume,
  'ticket.close': closeTicket,
  'learning.overview': learningOverview,
  'learning.run': runLearning,
  'learning.fairness': fairness,
  'learning.noShow': noShow,
  'learning.questions': questionFigures,
  'learning.weights': weightProposals,
  'learning.demand': demand,
  'position.approveWeights': approveWeights,
  'position.rollBackWeights': rollBackWeights,
  'outcome.list': listOutcomes,
  'outcome.enter': enterOutcomes,
  'outcome.history': outcomeHistory,
  'outcome.preview': previewOutcomes,
  'experiment.list': listExperiments,
  'experiment.propose': proposeExperiment,
  'experiment.review': reviewExperiment,
  'experiment.end': endExperiment,
  'figures.noShows': noShowFigures,
  'figures.funnel': funnelFigures,
  'figures.passRates': passRates,
  'figures.scores': scoreFigures,
  'figures.satisfaction': satisfactionFigures,
  'figures.status': statusFigures,
  'figures.attrition': attritionFigures,
  'figures.reminders': reminderFigures,
  'figures.compare': compareFigures,
  'figures.changes': changeDays,
  'figures.people': peopleBehind,
  'figures.hints': figureHints,
  'figures.reports': ownReports,
  'figures.saveReports': saveReports,
  'figures.export': exportFigures,
  'figures.review': reviewQuarter,
};
