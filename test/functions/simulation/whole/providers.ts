import type { CompletionRequest } from '#functions/adapters/llm/complete.ts';
import { llmScorer } from '#functions/adapters/llm/llm-scorer.ts';
import type { Recogniser, Sound } from '#functions/ports/clip.ts';
import type { Messengers } from '#functions/ports.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import { ok, refuse } from '#shared/result.ts';
import { fakeMessengers, type Handed } from '#test/functions/booking/fake-messengers.ts';
import { rateObediently, rateSensibly, readPrompt } from '#test/world/llm/rate-answer.ts';
import { effect } from './run.ts';

type Watch = (one: Handed) => Promise<void>;

/** Everybody outside: messengers, the model, the recogniser. Each does what it is told to. */
export function createProviders(now: () => Date, see: (what: string) => void) {
  const fake = fakeMessengers(now);
  const links = new Map<string, string>();
  /** `model`: away, or one that does as an answer tells it. */
  const moods = { model: 'sensible' as 'sensible' | 'away' | 'obedient', asr: 'ok' as 'ok' | 'down' };
  /** How often the model found an instruction in what it was shown. */
  let obeyed = 0;
  let watch: Watch = async () => {};
  fake.onHanded((one) => void fresh.push(one));
  const fresh: Handed[] = [];

  /** A message is an effect: somebody may have got it when the function dies right after. */
  const sending = async <T>(send: () => Promise<T>): Promise<T> => {
    effect();
    const done = await send();
    for (const one of fresh.splice(0)) await watch(one);
    return done;
  };
  const { messengers: fakes } = fake;
  const messengers: Messengers = {
    sms: (...given) => sending(() => fakes.sms(...given)),
    wechat: (...given) => sending(() => fakes.wechat(...given)),
    email: (...given) => sending(() => fakes.email(...given)),
    wecom: (...given) => sending(() => fakes.wecom(...given)),
    wecomCard: (...given) => sending(() => fakes.wecomCard(...given)),
    wecomBoard: (...given) => sending(() => fakes.wecomBoard(...given)),
    async entryCode(page, query) {
      const code = await fakes.entryCode(page, query);
      if (code !== undefined) links.set(code, query);
      return code;
    },
  };

  async function complete({ user }: CompletionRequest) {
    if (moods.model === 'away') return refuse({ kind: 'unavailable' as const, cause: 'http 503' });
    const asked = readPrompt(user);
    if (asked === undefined) return refuse({ kind: 'refused' as const, cause: 'http 400' });
    const reply = moods.model === 'obedient' ? rateObediently(asked) : rateSensibly(asked);
    if (reply.reason === 'as told') obeyed += 1;
    return ok({ text: JSON.stringify(reply), inputTokens: 1, outputTokens: 1 });
  }
  const scorer = llmScorer({
    complete,
    model: 'life-model',
    fallback: rubricScorer,
    samples: 1,
    limits: { tries: 1, breakAfter: 10_000 },
  });

  const recogniser: Recogniser = {
    name: 'life',
    async recognise({ bytes }) {
      if (moods.asr === 'down') see('25 the recogniser is away');
      if (moods.asr === 'down') return { state: 'failed', code: 'down', passing: true };
      const text = `听到 ${Buffer.from(bytes).toString('utf8')}`;
      return { state: 'ready', text, confidence: 0.9, words: [] };
    },
  };
  const sound: Sound = async ({ bytes }) =>
    bytes[0] === 0
      ? { ok: false, code: 'unreadable' }
      : { ok: true, sound: { seconds: 4, energies: new Float32Array(200).fill(0.2), incomplete: false } };

  return {
    messengers,
    modes: fake.modes,
    moods,
    obeyed: () => obeyed,
    handed: fake.handed,
    doing: fake.doing,
    /** Told of a message at the moment at which its provider gets it. */
    onHanded(told: Watch) {
      watch = told;
    },
    /** The signed link behind a short one. */
    linkOf: (code: string) => new URLSearchParams(links.get(code) ?? '').get('t'),
    scorer,
    embedded: rubricScorer,
    recogniser,
    sound,
    heal() {
      fake.heal();
      moods.model = 'sensible';
      moods.asr = 'ok';
    },
  };
}
export type Providers = ReturnType<typeof createProviders>;
