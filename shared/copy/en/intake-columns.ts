export const columnNames = {
  name: ['name', 'full name', 'candidate', 'candidate name'],
  phone: ['phone', 'mobile', 'telephone', 'tel', 'cell', 'phone number', 'mobile phone'],
  email: ['email', 'e-mail', 'mail', 'email address'],
  headline: ['headline', 'title', 'current position', 'position', 'summary'],
  resume: ['resume', 'cv', 'experience', 'work experience', 'notes'],
  applicationId: ['application id', 'application'],
  round: ['round', 'stage'],
  score: ['score', 'points', 'mark'],
  passed: ['passed', 'result', 'outcome'],
  comment: ['comment', 'comments', 'remarks', 'notes'],
  day: ['date', 'day'],
  department: ['department', 'dept', 'team', 'unit'],
  post: ['position', 'post', 'job', 'job title', 'role'],
  headcount: ['headcount', 'planned', 'establishment', 'budgeted'],
  inPost: ['in post', 'actual', 'employed', 'staffed', 'current'],
  head: ['head', 'manager', 'lead', 'department head'],
  retention: ['retention', 'employed', 'employment', 'status'],
  leftOn: ['left on', 'leaving date', 'termination date', 'end date'],
  probation: ['probation', 'probation result'],
  performance: ['performance', 'rating', 'appraisal'],
} as const;

export const roundNames = {
  written_test: ['written', 'written test', 'test'],
  second: ['second', 'second interview', 'second_interview'],
  final: ['final', 'final interview', 'final_interview'],
} as const;
export const passedWords = {
  yes: ['yes', 'y', 'pass', 'passed', 'true', '1'],
  no: ['no', 'n', 'fail', 'failed', 'false', '0'],
} as const;
export const outcomeWords = {
  there: ['there', 'active', 'employed', 'stayed', 'still there'],
  left: ['left', 'terminated', 'resigned', 'gone'],
  passed: ['passed', 'pass', 'yes', 'y'],
  failed: ['failed', 'fail', 'no', 'n'],
} as const;
