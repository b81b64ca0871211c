import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { Scorer } from '#shared/evaluation/scorer.ts';
import type { Complete } from './llm/complete.ts';
import { llmScorer } from './llm/llm-scorer.ts';
import type { Prices } from './llm/meter.ts';
import { openAiComplete } from './llm/openai-complete.ts';
import type { ScoreCache } from './llm/score-cache.ts';

/** Where the model is. `extra`: fields its server wants besides. */
export type ScoringOptions = {
  kind: 'rubric' | 'openai' | 'bedrock';
  baseUrl: string;
  key: string;
  model: string;
  samples: number;
  prices?: Prices | undefined;
  extra?: Record<string, unknown> | undefined;
};

type Surroundings = {
  cache: ScoreCache;
  bedrock: {
    region: string;
    credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
  };
};

/** The scorer of this installation, and the embedded one that stands in for it. */
export function chooseScorer(
  options: ScoringOptions | undefined,
  { cache, bedrock }: Surroundings,
): { scorer: Scorer; embedded: Scorer } {
  if (options === undefined || options.kind === 'rubric') return { scorer: rubricScorer, embedded: rubricScorer };
  const { kind, baseUrl, key: apiKey, model, samples, prices, extra } = options;
  const complete = kind === 'openai' ? openAiComplete({ baseUrl, apiKey, model, extra }) : onBedrock(model, bedrock);
  return {
    scorer: llmScorer({ complete, model, fallback: rubricScorer, cache, prices, samples }),
    embedded: rubricScorer,
  };
}

/** Bedrock's SDK is big: it is loaded by who uses it, at the first call. */
function onBedrock(model: string, { region, credentials }: Surroundings['bedrock']): Complete {
  let loaded: Promise<Complete> | undefined;
  return async (request) => {
    loaded ??= import('./llm/bedrock-complete.ts').then((file) => file.bedrockComplete({ model, region, credentials }));
    return (await loaded)(request);
  };
}
