import { fresh as freshEn } from '../../copy/en/fresh-position.ts';
import { accounting as accountingEn } from '../../copy/en/templates/accounting.ts';
import { administration as administrationEn } from '../../copy/en/templates/administration.ts';
import { backend as backendEn } from '../../copy/en/templates/backend.ts';
import { data as dataEn } from '../../copy/en/templates/data.ts';
import { frontend as frontendEn } from '../../copy/en/templates/frontend.ts';
import { marketing as marketingEn } from '../../copy/en/templates/marketing.ts';
import { operations as operationsEn } from '../../copy/en/templates/operations.ts';
import { people as peopleEn } from '../../copy/en/templates/people.ts';
import { product as productEn } from '../../copy/en/templates/product.ts';
import { sales as salesEn } from '../../copy/en/templates/sales.ts';
import { store as storeEn } from '../../copy/en/templates/store.ts';
import { support as supportEn } from '../../copy/en/templates/support.ts';
import { fresh } from '../../copy/zh/fresh-position.ts';
import { accounting } from '../../copy/zh/templates/accounting.ts';
import { administration } from '../../copy/zh/templates/administration.ts';
import { backend } from '../../copy/zh/templates/backend.ts';
import { data } from '../../copy/zh/templates/data.ts';
import { frontend } from '../../copy/zh/templates/frontend.ts';
import { marketing } from '../../copy/zh/templates/marketing.ts';
import { operations } from '../../copy/zh/templates/operations.ts';
import { people } from '../../copy/zh/templates/people.ts';
import { product } from '../../copy/zh/templates/product.ts';
import { sales } from '../../copy/zh/templates/sales.ts';
import { store } from '../../copy/zh/templates/store.ts';
import { support } from '../../copy/zh/templates/support.ts';
import type { Question } from '../../interview/plan.ts';
import type { Position } from '../records.ts';
import { minutesOf } from './lint.ts';
import { type TemplateShape, templateShapes } from './template-shapes.ts';
import type { TemplateId, TemplateWords } from './template-words.ts';

export type Language = 'zh' | 'en';
type Head = Pick<Position, 'positionId' | 'title' | 'department'>;

const zh: Record<TemplateId, TemplateWords> = {
  sales,
  support,
  frontend,
  backend,
  product,
  operations,
  administration,
  people,
  accounting,
  marketing,
  data,
  store,
};
const en: Record<TemplateId, TemplateWords> = {
  sales: salesEn,
  support: supportEn,
  frontend: frontendEn,
  backend: backendEn,
  product: productEn,
  operations: operationsEn,
  administration: administrationEn,
  people: peopleEn,
  accounting: accountingEn,
  marketing: marketingEn,
  data: dataEn,
  store: storeEn,
};
const freshWords = { zh: fresh, en: freshEn };
const wordsOf: Record<Language, Record<string, TemplateWords | undefined>> = { zh, en };
const shapeOf: Record<string, TemplateShape | undefined> = templateShapes;
export const templateIds = Object.keys(templateShapes) as TemplateId[];

/** What a new position can be made from, as HR chooses among it. */
export const templatesIn = (language: Language) =>
  templateIds.map((templateId) => {
    const { title, department, competencies } = (language === 'zh' ? zh : en)[templateId];
    const { questions } = templateShapes[templateId];
    const minutes = minutesOf([...questions]);
    return {
      templateId,
      title,
      department,
      competencies: competencies.map(([name]) => name),
      questions: questions.length,
      minutes,
    };
  });

/** Version 1 of a position; null: an empty one with a question to begin with. Undefined: there is no such template. */
export function positionFromTemplate(templateId: string | null, language: Language, head: Head): Position | undefined {
  const words = templateId === null ? freshWords[language].position : wordsOf[language][templateId];
  const shape: TemplateShape | undefined =
    templateId === null
      ? { weights: [100], questions: [{ kind: 'structured', uses: [0], minutes: 4 }] }
      : shapeOf[templateId];
  if (words === undefined || shape === undefined) return undefined;
  const questions = shape.questions.flatMap((one, index) => questionFrom(words, one, index));
  const last = words.competencies.length - 1;
  return {
    ...head,
    secondInterview: true,
    criteria: words.criteria.map(([name, found]) => ({ name, words: [...found] })),
    ...(words.briefing.text === '' ? {} : { briefing: words.briefing }),
    plan: {
      version: 1,
      introduction: freshWords[language].introduction(questions.length, minutesOf(questions)),
      questions,
      competencies: words.competencies.map(([name, description], index) => ({
        name,
        description,
        weight: (shape.weights[index] ?? 0) / 100,
        ...(last > 0 && index === last && { kind: 'culture' as const }),
      })),
    },
    settings: {},
  };
}

function questionFrom(words: TemplateWords, shape: TemplateShape['questions'][number], index: number): Question[] {
  const said = words.questions[index];
  if (said === undefined) return [];
  const { kind, uses, minutes, ways, prepareSeconds, answerSeconds } = shape;
  const { prompt, setting, keyPoints, asks = [] } = said;
  return [
    {
      id: `q${index + 1}`,
      kind,
      prompt,
      ...(setting !== undefined && { briefing: setting }),
      required: true,
      keyPoints: [...keyPoints],
      competencies: uses.flatMap((use) => words.competencies[use]?.[0] ?? []),
      minutes,
      ...(ways && { ways: [...ways] }),
      ...(prepareSeconds !== undefined && { prepareSeconds }),
      ...(answerSeconds !== undefined && { answerSeconds }),
      ...(asks.length > 0 && { followUps: asks.flatMap(([at, ask]) => ({ keyPoint: keyPoints[at] ?? '', ask })) }),
    },
  ];
}
