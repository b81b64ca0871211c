import type { FollowUpCopy } from '../zh/follow-up.ts';

export const followUp = {
  more: 'Could you be more concrete? What was the situation, and what did you do yourself?',
  result: 'How did it turn out? Is there a fact or a number that shows it?',
  scene: 'They have heard you and still hesitate. What do you say or do next?',
} satisfies FollowUpCopy;
