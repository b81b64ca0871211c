import type { Output } from '#shared/contract/operations.ts';
import { usualOwners } from '#shared/organisation/stage-owners.ts';
import { timeOf } from '../time-of.ts';

type Review = Output<'report.review'>;
type Dossier = Output<'application.dossier'>;
type Answer = Review['answers'][number];
type Report = NonNullable<Review['report']>;
type Clip = Answer['clips'][number];

const said = {
  q1: '我在上一家公司负责华东区的中小客户,两年里把续约率从六成做到八成五。\n靠的是每个季度和客户一起复盘,把没用起来的功能列出来,再约时间教会他们。',
  q2: '我会先问清楚他比的是哪一款,比的是价格还是总成本。\n我先把他的顾虑复述了一遍,确认我没有理解错。然后用同行业一家客户的数据给他看两年的总投入,而不是当场降价。',
  q3: '客户说预算要砍三成的时候,我没有马上答应,先问哪些部分是今年必须上线的,再按阶段重新拆了报价。',
  q4: '我会先列出客户所在行业、规模、现在用的系统和合同到期时间,再找内部对接人确认决策链,最后定下这次拜访只要一个结果。',
  q5: '',
};

const answer = (
  questionId: keyof typeof said,
  kind: Answer['kind'],
  prompt: string,
  change: Partial<Answer> = {},
): Answer => ({
  questionId,
  kind,
  prompt,
  asked: [],
  keyPoints: [],
  text: said[questionId],
  counted: said[questionId] !== '',
  seconds: null,
  overtime: false,
  clips: [],
  rating: null,
  similarTo: [],
  ...change,
});

/** When each word of the recording of the second question was said: four characters a second. */
const spokenWords = (text: string): Clip['words'] =>
  [...text.replace(/[^\p{L}\p{N}]/gu, '')].map((letter, index) => ({
    text: letter,
    start: 1 + index / 4,
    end: 1 + (index + 1) / 4,
  }));

const voice = (questionId: keyof typeof said, change: Partial<Clip> = {}): Clip => ({
  clipId: '1-1',
  kind: 'voice',
  mime: 'audio/webm',
  seconds: 24,
  name: null,
  state: 'ready',
  url: 'https://media.example/q2.wav',
  heard: said[questionId].replace('顾虑', '故虑'),
  corrected: said[questionId],
  confidence: 0.93,
  words: spokenWords(said[questionId]),
  speech: {
    seconds: 24,
    speakingSeconds: 19,
    charactersPerMinute: 231,
    pauses: { count: 2, longestSeconds: 1.8, totalSeconds: 3.1, places: [{ at: 6.2, seconds: 1.8 }] },
    loudness: { meanDb: -22, rangeDb: 14 },
    fillers: { count: 3, words: [{ word: '就是说', count: 3 }] },
  },
  flags: [],
  ...change,
});

const spanOf = (questionId: keyof typeof said, quote: string) => {
  const start = said[questionId].indexOf(quote);
  return { start, end: start + quote.length };
};
const at = (questionId: keyof typeof said, keyPoint: string, quote: string) => ({
  keyPoint,
  quote,
  ...spanOf(questionId, quote),
});
const shown = (questionId: keyof typeof said, keyPoint: string, quote: string, points = 10, worth = 0.8) => ({
  kind: 'shown' as const,
  questionId,
  keyPoint,
  quote,
  points,
  worth,
});
const missing = (questionId: keyof typeof said, keyPoint: string, points = -8) => ({
  kind: 'missing' as const,
  questionId,
  keyPoint,
  points,
});

/** A report with every part a page has to show: quotes, missing key points, a flag, an unanswered question. */
export function sampleReview(): Review & { report: Report } {
  return {
    report: {
      report: 1,
      attempt: 1,
      planVersion: 1,
      scorer: { name: 'embedded', version: '1', calibrated: false },
      createdAt: '2026-03-10T06:03:25.000Z',
      overall: 84,
      insufficient: false,
      dimensions: [
        {
          name: '沟通能力',
          weight: 0.3,
          score: 90,
          level: 5,
          reasons: [
            shown('q2', '复述并确认客户的顾虑', '我先把他的顾虑复述了一遍'),
            shown('q2', '先澄清再回应', '我会先问清楚他比的是哪一款'),
          ],
        },
        {
          name: '客户洞察',
          weight: 0.3,
          score: 82,
          level: 4,
          reasons: [
            shown('q4', '拜访前了解客户的决策链', '再找内部对接人确认决策链'),
            shown('q1', '主动复盘使用情况', '每个季度和客户一起复盘'),
            missing('q2', '追问客户的预算'),
          ],
        },
        {
          name: '抗压能力',
          weight: 0.2,
          score: 71,
          level: 3,
          reasons: [shown('q3', '面对压价先稳住', '我没有马上答应'), missing('q3', '说明自己如何调整情绪')],
        },
        {
          name: '学习能力',
          weight: 0.2,
          score: 80,
          level: 4,
          reasons: [shown('q1', '用数据说明成果', '续约率从六成做到八成五')],
        },
      ],
      items: [
        {
          questionId: 'q1',
          score: 86,
          evidence: [
            at('q1', '用数据说明成果', '续约率从六成做到八成五'),
            at('q1', '主动复盘使用情况', '每个季度和客户一起复盘'),
          ],
          missing: [],
          flags: [],
        },
        {
          questionId: 'q2',
          score: 88,
          evidence: [
            at('q2', '先澄清再回应', '我会先问清楚他比的是哪一款'),
            at('q2', '复述并确认客户的顾虑', '我先把他的顾虑复述了一遍'),
          ],
          missing: ['追问客户的预算'],
          flags: [],
          structure: {
            claim: at('q2', '', '我会先问清楚他比的是哪一款'),
            cause: null,
            example: at('q2', '', '用同行业一家客户的数据'),
            result: null,
            numbers: [at('q2', '', '两年')],
            ownActions: [at('q2', '', '我先把他的顾虑复述了一遍')],
          },
        },
        {
          questionId: 'q3',
          score: 71,
          evidence: [at('q3', '面对压价先稳住', '我没有马上答应')],
          missing: ['说明自己如何调整情绪', '事后跟进'],
          flags: ['too_short', 'echo'],
          withheld: [{ ...spanOf('q3', '客户说预算要砍三成的时候'), flag: 'echo' }],
        },
        {
          questionId: 'q4',
          score: 84,
          evidence: [at('q4', '拜访前了解客户的决策链', '再找内部对接人确认决策链')],
          missing: [],
          flags: [],
        },
        { questionId: 'q5', score: null, evidence: [], missing: ['说出数据来源'], flags: [] },
      ],
      nextQuestions: [
        { questionId: 'q2', keyPoint: '追问客户的预算' },
        { questionId: 'q3', keyPoint: '说明自己如何调整情绪' },
      ],
    },
    versions: [
      {
        report: 1,
        createdAt: '2026-03-10T06:03:25.000Z',
        scorer: 'embedded 1',
        because: 'ended',
        mode: 'scored',
        overall: 84,
      },
    ],
    progress: null,
    answers: [
      answer('q1', 'structured', '请介绍一段您最有成就感的销售经历,您做了什么,结果如何?'),
      answer('q2', 'scenario', '客户说竞品便宜两成,您会怎么回应?', {
        asked: ['如果他坚持要您当场给价,您怎么说?'],
        keyPoints: ['先澄清再回应', '复述并确认客户的顾虑', '追问客户的预算'],
        clips: [voice('q2')],
        rating: 4,
      }),
      answer('q3', 'scenario', '谈判最后一刻,客户要求再砍三成预算,您怎么办?', { seconds: 203, overtime: true }),
      answer('q4', 'skill', '下周要第一次拜访一家 200 人的制造企业,请写出您的准备清单。'),
      answer('q5', 'skill', '这是某区域三个月的销售数据,请说出您看到的问题和下一步。'),
    ],
    behaviour: { leftApp: 2, awaySeconds: 75, offline: 1, cameraOff: 0 },
    ruled: null,
    proposal: {
      version: 1,
      conclusion: 'second_interview',
      ruleId: 'rule_strong',
      waits: false,
      checked: [
        {
          ruleId: 'rule_strong',
          name: '高分且文化匹配，进入复试',
          concludes: 'second_interview',
          conditions: [
            { fact: 'overall', is: 'at_least', value: 80, known: 84, holds: 'yes' },
            { fact: 'culture', is: 'at_least', value: 4, known: 4, holds: 'yes' },
          ],
        },
      ],
    },
    judgement: null,
    questionnaire: { flow: 4, realism: { q2: 5, q3: 4 }, more: '希望能提前知道大概的题目数量。' },
    calibration: { pairs: 12, needed: 50, calibrated: false },
  };
}

/** What a report is while the model behind the scorer cannot be reached. */
export function withoutNumbers(): Review {
  const { report, ...rest } = sampleReview();
  const dimensions = report.dimensions.map((one) => ({
    ...one,
    score: null,
    level: null,
    reasons: one.reasons.map(({ points: _, ...reason }) => reason),
  }));
  const items = report.items.map((one) => ({ ...one, score: null }));
  return { ...rest, report: { ...report, mode: 'evidence_only', overall: null, dimensions, items } };
}

/** Ended too early: one question done, one begun, the others untouched. */
export const unfinishedAnswers = (): Answer[] =>
  sampleReview().answers.map((one, index) => ({
    ...one,
    text: index < 2 ? one.text : '',
    counted: index === 0,
  }));

/** Nothing has followed yet; two vacancies are free. */
const noHiring: Dossier['hiring'] = {
  meeting: null,
  offer: null,
  joinedAt: null,
  closure: null,
  requisitionId: 'req_0001',
  results: [],
  arrangeBy: null,
  alarmedAt: null,
  mayDecide: true,
  mayJoin: false,
  joinUndoUntil: null,
  vacancies: 2,
  taken: 0,
  closedAt: null,
  proposed: {
    today: '2026-03-10',
    meeting: { date: '2026-03-11', time: '10:00', minutes: 60 },
    offer: { date: '2026-03-13', time: '18:00' },
  },
};

/** The dossier of the same interview, waiting for a decision, with one copy behind. */
export function sampleDossier(change: Partial<Dossier> = {}): Dossier {
  return {
    applicationId: 'app_0001',
    interviewId: 'itv_0001',
    candidate: {
      candidateId: 'cand_0001',
      name: '张晓雯',
      phone: '138****5678',
      headline: '4 年 SaaS 销售 · 华东区',
      resume:
        '张晓雯,市场营销本科。\n2021-2025 某软件公司 华东区客户经理:负责 60 家中小企业客户,续约率 85%,连续两年完成 120% 业绩。\n2019-2021 某零售集团 门店主管:带 8 人团队。',
    },
    company: '华东制造',
    position: '销售代表',
    department: '销售部',
    stage: 'awaiting_review',
    status: 'submitted',
    report: 'ready',
    overall: 84,
    time: timeOf({ rebookingsLeft: 2 }),
    hiring: noHiring,
    owners: usualOwners,
    noShowWords: null,
    canRestart: false,
    positionId: 'pos_sales',
    responseMinutes: 30,
    closesAt: '2026-03-12T02:00:00.000Z',
    extraTime: 1,
    prechecks: [
      {
        at: '2026-03-10T05:28:00.000Z',
        results: [
          { check: 'microphone', ok: false, code: 'denied' },
          { check: 'network', ok: true, code: 'ok', value: 640 },
        ],
      },
      { at: '2026-03-10T05:30:00.000Z', results: [{ check: 'microphone', ok: true, code: 'ok', value: 62 }] },
    ],
    tickets: [],
    outcome: null,
    attempt: 1,
    undoUntil: null,
    undoMinutes: 10,
    match: {
      share: 0.8,
      matched: true,
      criteria: [
        { name: '三年以上销售经验', met: true, quote: '2021-2025 某软件公司 华东区客户经理' },
        { name: '有业绩数据', met: true, quote: '连续两年完成 120% 业绩' },
        { name: '客户维护', met: true, quote: '负责 60 家中小企业客户' },
        { name: '团队协作', met: true, quote: '带 8 人团队' },
        { name: '制造业背景', met: false, quote: null },
      ],
    },
    timeline: [
      { at: '2026-03-09T02:00:00.000Z', type: 'invited', by: 'usr_lin0', outcome: null },
      { at: '2026-03-10T05:31:00.000Z', type: 'started', by: 'cand_0001', outcome: null },
      { at: '2026-03-10T05:48:00.000Z', type: 'resumed', by: 'cand_0001', outcome: null },
      { at: '2026-03-10T06:03:21.000Z', type: 'ended', by: 'cand_0001', outcome: null },
      { at: '2026-03-10T06:03:25.000Z', type: 'report_ready', by: 'system', outcome: null },
    ],
    copies: [
      { copy: 'application', version: 5, status: 'submitted' },
      { copy: 'dossier', version: 5, status: 'submitted' },
      { copy: 'organisation', version: 5, status: 'submitted' },
      { copy: 'workbench', version: 4, status: 'in_progress' },
    ],
    messages: [
      { kind: 'invitation', channel: 'sms', state: 'sent', at: '2026-03-09T02:00:03.000Z' },
      { kind: 'report_for_hr', channel: 'wecom', state: 'sent', at: '2026-03-10T06:03:26.000Z' },
    ],
    ...change,
  };
}

type Ticket = Dossier['tickets'][number];

/** What a candidate asks, ten minutes before the canned present unless said otherwise. */
export const sampleTicket = (change: Partial<Ticket> = {}): Ticket => ({
  ticketId: 'tkt_help1',
  kind: 'help',
  category: 'technical',
  openedAt: '2026-03-10T06:00:00.000Z',
  closedAt: null,
  resolution: null,
  fault: null,
  messages: [{ by: 'candidate', name: null, text: '第 3 题点了完成没有反应,怎么办?', at: '2026-03-10T06:00:00.000Z' }],
  ...change,
});

/** The words of the second question as the candidate would have them. */
export const correction = (ticketId: string) => ({
  ticketId,
  questionId: 'q2',
  before: '我会先问清楚他比的是哪一款。我先把他的故虑复述了一遍。',
  text: '我会先问清楚他比的是哪一款。我先把他的顾虑复述了一遍,确认没有理解错。',
});
