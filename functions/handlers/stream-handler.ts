import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { onChange, type ReactionDeps } from '#functions/reactions/on-change.ts';
import { onClip } from '#functions/reactions/on-clip.ts';
import { onFile } from '#functions/reactions/on-file.ts';
import { onProof } from '#functions/reactions/on-proof.ts';
import { faultOf, logger } from './log.ts';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/**
 * A record only says which interview changed, so each interview of a batch is brought up to date once, or which clip was
 * handed in. The stream is read again from the first record that failed; what was done meanwhile does no harm.
 */
export const streamHandler =
  (deps: ReactionDeps): StreamHandler =>
  async ({ Records }) => {
    const done = new Map<string, boolean>();
    for (const record of Records) {
      const subject = subjectOf(record);
      if (!done.has(subject)) done.set(subject, await reacted(deps, subject));
    }
    const first = Records.find((record) => done.get(subjectOf(record)) === false);
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: sequenceOf(first) }] };
  };

/** The interview's key, and after it the clip's where it is one; a file's, and after it the import's; a code's of a candidate. */
function subjectOf({ dynamodb }: DynamoDBRecord): string {
  const { pk, sk } = dynamodb?.Keys ?? {};
  return /^(CLIP|FILE|IMPORT|PROOF)#/.test(sk?.S ?? '') ? `${pk?.S}#${sk?.S}` : (pk?.S ?? '');
}

async function reacted(deps: ReactionDeps, subject: string): Promise<boolean> {
  const [, company, kind, interviewId, , clipId] = subject.split('#');
  if (kind === 'file' && company !== undefined && interviewId !== undefined)
    return handedOver(deps, company, interviewId, clipId === '' ? undefined : clipId);
  if (kind === 'cand' && company !== undefined && interviewId !== undefined)
    return codeAsked(deps, company, interviewId, Number(clipId));
  if (kind !== 'itv' || company === undefined || interviewId === undefined) return true;
  try {
    if (clipId === undefined) await onChange(deps, company, interviewId);
    else await onClip(deps, company, interviewId, clipId);
    return true;
  } catch (error) {
    logger.error('reaction failed', { interviewId, ...faultOf(error) });
    return false;
  }
}

async function handedOver(deps: ReactionDeps, company: string, fileId: string, importId: string | undefined) {
  try {
    await onFile(deps, company, fileId, importId);
    return true;
  } catch (error) {
    logger.error('reaction failed', { fileId, ...faultOf(error) });
    return false;
  }
}

async function codeAsked(deps: ReactionDeps, company: string, candidateId: string, n: number) {
  try {
    await onProof(deps, company, candidateId, n);
    return true;
  } catch (error) {
    logger.error('reaction failed', { candidateId, ...faultOf(error) });
    return false;
  }
}

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';
