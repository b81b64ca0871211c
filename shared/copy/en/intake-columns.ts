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
