import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoWithdrawals } from '#functions/adapters/dynamo/consents.ts';
import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import { dynamoErasures } from '#functions/adapters/dynamo/erasures.ts';
import { dynamoIdentities } from '#functions/adapters/dynamo/identities.ts';
import { dynamoInbox } from '#functions/adapters/dynamo/inbox.ts';
import { dynamoFiles } from '#functions/adapters/dynamo/intake-files.ts';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoNotices } from '#functions/adapters/dynamo/notices.ts';
import { dynamoOpenings } from '#functions/adapters/dynamo/openings.ts';
import { dynamoOutcomes } from '#functions/adapters/dynamo/outcomes.ts';
import { dynamoPeople } from '#functions/adapters/dynamo/people.ts';
import { dynamoSessions } from '#functions/adapters/dynamo/sessions.ts';
import { dynamoVoluntary } from '#functions/adapters/dynamo/voluntary.ts';
import { download } from '#functions/privacy/download.ts';
import { erase } from '#functions/privacy/erase.ts';
import { given, notGiven, ofNobody, parts, reasons } from '#shared/privacy/places.ts';
import { ask } from '#test/functions/evaluation/stage.ts';
import { allItems } from '#test/functions/table-check.ts';
import { type PrivacyStage, sealer, startPrivacyStage } from './stage.ts';

let stage: PrivacyStage;
beforeAll(async () => {
  stage = await startPrivacyStage();
});
afterAll(() => stage.stop());

const ofPeople = [...Object.keys(given), ...Object.keys(notGiven)];
/** What goes by itself or stays as proof; the certificate's code, and what expires, name nobody. */
const stays =
  /^(operation|receipt|rate|strangerRate|fileRows|witnessed|auditBlock|auditOf|erased|certificate|erasure)$/;
/** Not on the stage: a hold stops a deletion, nobody booked a slot, and some places name nobody, or only afterwards. */
const unseen =
  /^(hold|firstBrowser|slot|rate|strangerRate|operation|fileRows|witnessed|auditBlock|auditOf|erased|certificate)$/;

/** What a key looks like, whatever it is made of: each builder is asked with one strange letter for each of its parts. */
const patterns = Object.entries(keys).map(([name, build]) => {
  const key: Key = Reflect.apply(
    build,
    undefined,
    ['\uE001', '\uE002', '\uE003', '\uE004', '\uE005', '\uE006'].slice(0, build.length),
  );
  const shape = `${key.pk}|${key.sk}`
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/0*[\uE001-\uE006]/g, '[^#|]+');
  return { name, shape: new RegExp(`^${shape}$`), loose: new RegExp(`^${shape.replaceAll('[^#|]+', '[^|]+')}$`) };
});
function placeOf({ pk, sk }: Key): string {
  const at = `${pk}|${sk}`;
  const found = patterns.find(({ shape }) => shape.test(at)) ?? patterns.find(({ loose }) => loose.test(at));
  return found?.name ?? at;
}

const itemsOf = async (...words: string[]) =>
  (await allItems(stage.direct)).filter((item) => {
    const text = JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value));
    return words.some((word) => text.includes(word));
  });
const placesOf = async (...words: string[]) => [...new Set((await itemsOf(...words)).map(placeOf))].sort();

const deps = () => ({
  ...stage.deps,
  identities: dynamoIdentities(stage.table),
  people: dynamoPeople(stage.table),
  files: dynamoFiles(stage.table),
  openings: dynamoOpenings(stage.table),
  inbox: dynamoInbox(stage.table),
  withdrawals: dynamoWithdrawals(stage.table),
  voluntary: dynamoVoluntary(stage.table, sealer),
  sessions: dynamoSessions(stage.table),
  outcomes: dynamoOutcomes(stage.table),
  deliveries: dynamoDeliveries(stage.table),
  erasures: dynamoErasures(stage.table),
  notices: dynamoNotices(stage.table),
});

it('every key of the table stands in the list once', () => {
  expect([...ofPeople, ...ofNobody].sort()).toEqual(Object.keys(keys).sort());
  expect(new Set<string>(Object.values(given))).toEqual(new Set(parts));
  expect(new Set<string>(Object.values(notGiven))).toEqual(new Set(reasons));
});

it('whatever lies of a person lies in a place of the list, and a deletion empties each of them', {
  timeout: 60_000,
}, async () => {
  const somebody = await stage.somebody();
  const { erasureId } = await stage.asked(somebody.candidateId);
  const { mark, phone, fileId, candidateId, interviewId, applicationId } = somebody;
  const words = [mark, phone, fileId, candidateId, interviewId, applicationId];
  const full = await placesOf(...words, `"${somebody.openid}"`);
  expect(full.filter((place) => !ofPeople.includes(place))).toEqual([]);
  expect(ofPeople.filter((place) => !unseen.test(place) && !full.includes(place))).toEqual([]);

  const actor = { role: 'candidate' as const, company: stage.company, candidateId: somebody.candidateId };
  const outcome = await download(deps(), ask(actor, {}));
  const file: Record<string, unknown> = outcome.ok ? outcome.value : {};
  const says = (part: string) => JSON.stringify(file[part]) ?? '';
  expect(parts.filter((part) => says(part).length < 6)).toEqual([]);
  // A part is more than one thing: each by a word that stands nowhere else.
  const told: Record<string, string[]> = {
    person: [mark, somebody.openid, somebody.openid.replace('o_', 'o_also')],
    resume: [mark, `https://media.test/c/${stage.company}/resume/`],
    files: [mark],
    applications: [mark],
    messages: [mark],
    interviews: [`标记`, '"url":"https://media.test/', '"channel":"sms"', '"quote"', '"type":"ended"', '"judged#'],
    voluntary: ['female'],
    employment: ['"performance":4'],
  };
  const untold = Object.entries(told).flatMap(([part, all]) => all.filter((word) => !says(part).includes(word)));
  expect(untold).toEqual([]);
  for (const place of Object.keys(notGiven)) expect(says('notInThisFile')).toContain(`"${place}"`);

  for (let n = 0; n < 5; n += 1) {
    if ((await erase(stage.eraseDeps(), stage.company, erasureId)) === 'done') break;
    stage.clock.advance('PT4H');
  }
  expect((await placesOf(...words)).filter((place) => !stays.test(place))).toEqual([]);
});
