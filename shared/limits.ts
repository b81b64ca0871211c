/** Limits of what the product takes in; the same for every company. */
export const limits = {
  /** Characters of one answer, all its bubbles and what is being typed together. */
  answerCharacters: 5000,
  questions: 40,
  /** Minutes of an interview beyond which its plan is called too long. */
  advisedMinutes: 45,
  /** Slots one offer may make; written a few at a time. */
  slotsOffered: 300,
  /** Messages of 消息中心 on one page. */
  messagesPage: 50,
  /** Slots of a position shown at most, and those that are named to somebody who came too late for one. */
  slotsShown: 500,
  slotsInstead: 3,
  /** Minutes before the time from which a reminder counts down and leads to the pre-check. */
  countdownMinutes: 180,
  /** Minutes by which reminders of one time are spread, so that they do not all leave at the full hour. */
  reminderSpreadMinutes: 5,
  /** Times a reminder is tried: HR has to hear of it before the interview. */
  reminderTries: 3,
  /** Minutes after which a message that was begun and never settled may have been sent, and is not repeated. */
  claimMinutes: 5,
  /** What WeCom takes for one member; it drops the excess without an error. */
  wecomSends: [
    { seconds: 60, most: 30 },
    { seconds: 3600, most: 1000 },
  ],
  /** Days after its deadline for which a message's link still leads the candidate to their own interview. */
  linkDays: 30,
  /** Interviews the sweep deals with at the same time, and due items it reads at once. */
  sweepAtOnce: 16,
  sweepPage: 400,
  /** What the forms of a second interview and an offer begin with; days are working days. */
  hiring: { meetingTime: '10:00', meetingMinutes: 60, offerTime: '18:00', offerDays: 3 },
  /** Bytes of a request body. */
  bodyBytes: 1_000_000,
  /** Days for which the answer to an operation id is kept. */
  operationDays: 30,
  /**
   * Minutes a token lives and hours its session does; a token of a session that stands is renewed. `candidateSeconds`: for so
   * long a session that was ended may still be used by a candidate's device; one of the company's staff ends at once.
   */
  sessions: { candidateMinutes: 120, candidateHours: 336, candidateSeconds: 60, staffMinutes: 60, staffHours: 12 },
  /**
   * Minutes for which one code counts, how many may be tried in a stretch of time, and how many people may be turned down in
   * one without it.
   */
  secondFactor: { confirmedMinutes: 10, tries: 10, tryMinutes: 15, rejections: { free: 5, minutes: 10 } },
  /** A code to a candidate's phone: minutes it counts, tries it takes, seconds until the next one, SMS in 24 hours. */
  proof: { minutes: 5, tries: 5, againSeconds: 60, aDay: 5 },
  accessLogShown: 50,
  /** Milliseconds an end waits for every copy of the status to agree. */
  syncWaitMs: 1000,
  /** Hours between two checks of one interview's copies, days for which they go on after its end, days a check is kept. */
  checkHours: 24,
  checkDays: 30,
  checksKeptDays: 90,
  /** Interviews one call of 「全部重新同步」 checks. */
  resyncPage: 20,
  /** Minutes without a save after which an interview counts as stuck, and HR may put its status right. */
  stuckMinutes: 10,
  /** Minutes after an end at which the copies are verified against a replay. */
  verifyMinutes: 1,
  /** Tickets a candidate may open on one interview, and messages in one thread. */
  tickets: 20,
  ticketMessages: 200,
  ticketCharacters: 1000,
  /** Batches of observations kept for one attempt. */
  observationBatches: 200,
  /** Hours a technical help may stop the clock before it runs on by itself. */
  pauseHours: 24,
  /** Follow-up questions to one answer at most: a role-play gets two. */
  followUps: { scenario: 2, structured: 1, skill: 1 },
  /** Minutes after which a report without numbers is asked for again; doubled each time. */
  rescoreMinutes: 30,
  rescores: 5,
  /** Past interviews that rules are tried on before they go live, and how many of them one request looks at. */
  replayed: 200,
  replayPage: 40,
  /** Hours between two words to an owner of what a requisition still lacks. */
  vacancyReminderHours: 168,
  /** Hours in which a 已入职 that was said by mistake can be taken back. */
  joinUndoHours: 168,
  ruleVersionsShown: 50,
  /** Changes that figures may be held against, and how many versions of one position or its rules are looked at for them. */
  changesNamed: 20,
  changesOfPosition: 10,
  /** Double-rated answers of a position from which on its scores are called calibrated. */
  calibrationPairs: 50,
  /** Rows of one page of the workbench, and of one batch that is previewed. */
  workbenchPage: 30,
  /** Pages of a list of the whole company that are read at most to count one department's part of it. */
  scopedPages: 20,
  batch: 100,
  /** 「待人工判断」 is counted up to this many, among so many of 待评估, the longest waiting first. */
  judgementsCounted: 20,
  judgementsRead: 60,
  savedFilters: 20,
  /** Days for which 「状态异常」 shows an interview whose copies had to be put right. */
  healedDays: 3,
  /** Minutes after which the figures on WeCom's workbench are looked at without a change: a day begins without one. */
  boardMinutes: 60,
  /** Days of figures at once: usually, and at most; people on one page of the list behind one, and in a file of them. */
  figures: { usualDays: 90, days: 800, page: 30, exported: 2000, comparedDays: 30, reports: 12 },
  /** How much has to be known before figures may say something; below it they say how much is missing. */
  analytics: {
    /** People a group must have to be shown. */
    group: 5,
    /** Cases of each group before its rate is judged against another's: impact ratios and hints. */
    compared: 30,
    /** Share of the people below which a category may be left out of an impact ratio (New York's Local Law 144). */
    categoryShare: 0.02,
    /** Versions of rules and of scorers that one fairness pack looks at, the ones with most people. */
    fairnessRules: 40,
    fairnessModels: 10,
    /** Days between two turns of learning. */
    learnDays: 7,
    /** Answers of a question from which its figures are shown, and from which they may suggest something. */
    question: {
      shown: 30,
      suggested: 100,
      /** Mean shares of the score beyond which a question is too easy or too hard, and the least it has to tell apart. */
      easy: 0.9,
      hard: 0.3,
      discrimination: 0.2,
      /** Shares of those asked who may skip it or complain of it, and stars of realism it should reach. */
      skipped: 0.15,
      complained: 0.05,
      realism: 3.5,
    },
    /**
     * A company's own system that knows how it went: milliseconds one try may take and all of it together, bytes and rows
     * of a page, pages; days before the last pull that are asked for once more, for who is marked as hired here later than
     * there; minutes by which its clock may be ahead; bad rows the log names.
     */
    outcomeSource: {
      tryMs: 10_000,
      wholeMs: 300_000,
      pageBytes: 2_000_000,
      pageRows: 1000,
      pages: 500,
      againDays: 30,
      aheadMinutes: 5,
      badNamed: 20,
    },
    /** Hired people of one job family with an outcome, points a weight may move at once, parts of the cross-validation. */
    weights: { people: 250, step: 5, folds: 10 },
    /** Appointments, and no-shows and arrivals among them, from which a no-show prediction is tried. */
    noShow: {
      appointments: 200,
      each: 30,
      folds: 5,
      /** Appointments it learns from at most, the newest. */
      newest: 20_000,
      /** Minutes before the time at which it is asked, and how many times the usual rate a chance must be to help. */
      aheadMinutes: 240,
      helpFrom: 1.5,
    },
    /** Months of history for a forecast and for its seasons; months it looks ahead. */
    demand: { months: 12, seasonMonths: 24, ahead: 3 },
    /** Scores at which a new band begins. */
    scoreBands: [70, 80, 85],
    /** Share of hints that may be false alarms. */
    falseDiscovery: 0.05,
  },
} as const;
