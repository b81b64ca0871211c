/** Numbers of privacy that are the same for every company. */
export const privacyLimits = {
  /** Days after a deletion was asked for on which it is carried out by itself, if nobody did before. */
  erasureDays: 15,
  /**
   * Hours after a deletion in which something begun before it could still write: a candidate's token lives 2 hours, an
   * upload's form and a worker less. It is looked at once more after them.
   */
  settleHours: 3,
  /** Days after which it is looked at again whether somebody's data is still needed. */
  lookDays: 30,
  /** What is due of privacy that one tick deals with. */
  duesPage: 25,
  erasuresPage: 30,
  auditPage: 30,
  /** Rows of one file that an auditor takes away. */
  auditExport: 5000,
  /** Records of one block of the chain, and blocks that one call verifies. */
  blockRecords: 25,
  verifyBlocks: 400,
} as const;
