import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { limits } from '#shared/limits.ts';
import { call } from '../../../api/call.ts';
import { Chip } from '../../../components/card.tsx';
import { Tap } from '../../../components/tap.tsx';
import { Empty } from '../../components/states.tsx';
import { May } from '../../may.tsx';
import { learningWords as words } from '../../words.ts';
import { decimal, percent, secondsText } from '../number-text.ts';
import { RangeBar } from '../range-bar.tsx';
import { WorkedOut } from '../run-card.tsx';
import { Section } from '../section.tsx';
import { ProposeSheet } from '../trials/propose-sheet.tsx';
import { Trials } from '../trials/trials.tsx';

type Position = Output<'learning.questions'>['positions'][number];
type Question = NonNullable<Position['report']>['value']['questions'][number];
export type Asked = { positionId: string; question: Question };

/** 「题目」: what the answers say of every question, and the trials of new versions. */
export function QuestionsSection() {
  const [asked, setAsked] = useState<Asked>();
  const [changed, setChanged] = useState(0);
  const w = words.questions;
  return (
    <Section name="questions" lead={w.lead} load={() => call('learning.questions')}>
      {({ positions }) => {
        const at = positions.find(({ report }) => report !== null)?.report?.at;
        return (
          <>
            <WorkedOut at={at ?? null} />
            <Trials key={changed} />
            {positions.map((position) => (
              <PositionQuestions
                key={position.positionId}
                position={position}
                onPropose={(question) => setAsked({ positionId: position.positionId, question })}
              />
            ))}
            {asked && (
              <ProposeSheet
                asked={asked}
                onClose={() => setAsked(undefined)}
                onDone={() => {
                  setAsked(undefined);
                  setChanged(changed + 1);
                }}
              />
            )}
          </>
        );
      }}
    </Section>
  );
}

type PositionProps = { position: Position; onPropose(question: Question): void };

function PositionQuestions({ position: { title, department, report }, onPropose }: PositionProps) {
  const w = words.questions;
  return (
    <View className="hr-learn-group">
      <View className="hr-learn-group-head">
        <Text className="hr-learn-strong">{title}</Text>
        <Text className="hr-quiet">
          {department}
          {report && ` · ${w.interviews(report.value.interviews)}`}
        </Text>
      </View>
      {report === null && <Empty text={words.notYet} />}
      {report?.value.questions.length === 0 && <Empty text={w.none} />}
      {report && report.value.questions.length > 0 && (
        <View className="hr-card">
          {report.value.questions.map((question) => (
            <QuestionRow
              key={`${question.questionId}#${question.print}`}
              question={question}
              onPropose={() => onPropose(question)}
            />
          ))}
        </View>
      )}
    </View>
  );
}

function QuestionRow({ question, onPropose }: { question: Question; onPropose(): void }) {
  const w = words.questions;
  const { questionId, prompt, n, missing, figures, findings, current, bank } = question;
  const { suggested } = limits.analytics.question;
  const waits = missing === 0 ? '' : n + missing < suggested ? w.missing(missing) : w.missingMore(missing);
  return (
    <View id={`question-${questionId}`} className="hr-learn-item">
      <View className="hr-learn-prompt">{prompt === '' ? questionId : prompt}</View>
      <View className="hr-learn-chips">
        <Text className="hr-quiet">
          {[w.put(n), waits, bank === null ? '' : w.bank(bank.version)].filter((one) => one !== '').join(' · ')}
        </Text>
        {!current && <Chip>{w.old}</Chip>}
        {findings.map((finding) => (
          <Chip key={finding} tone="amber">
            {w.findings[finding]}
          </Chip>
        ))}
      </View>
      {figures && <Figures figures={figures} />}
      {current && (findings.length > 0 || (bank !== null && missing === 0)) && (
        <View className="hr-learn-ways">
          <Tap
            className="hr-link"
            pressed="hr-link-pressed"
            onTap={() => void Taro.navigateTo({ url: '/hr/questions/index' })}
          >
            {w.improve}
          </Tap>
          {bank !== null && (
            <May to="experiment.propose">
              <Tap id={`propose-${questionId}`} className="hr-link" pressed="hr-link-pressed" onTap={onPropose}>
                {words.trials.propose}
              </Tap>
            </May>
          )}
        </View>
      )}
    </View>
  );
}

const stars = { least: 1, most: 5 } as const;

function Figures({ figures }: { figures: NonNullable<Question['figures']> }) {
  const w = words.questions;
  const bounds = limits.analytics.question;
  const { difficulty, discrimination, realism, skipped, complained, seconds } = figures;
  return (
    <View className="hr-learn-figures">
      {difficulty && (
        <Figure name={w.figures.difficulty} text={percent(difficulty.mean)} range={difficulty} show={percent}>
          <RangeBar value={difficulty.mean} {...difficulty} label={w.figures.difficulty} />
        </Figure>
      )}
      {discrimination && (
        <Figure name={w.figures.discrimination} text={decimal(discrimination.r)} range={discrimination} show={decimal}>
          <RangeBar
            value={discrimination.r}
            {...discrimination}
            label={w.figures.discrimination}
            least={-0.2}
            mark={bounds.discrimination}
          />
        </Figure>
      )}
      {realism && (
        <Figure
          name={w.figures.realism}
          text={w.stars(decimal(realism.mean, 1))}
          range={realism}
          show={(value) => decimal(value, 1)}
        >
          <RangeBar value={realism.mean} {...realism} {...stars} label={w.figures.realism} mark={bounds.realism} />
        </Figure>
      )}
      <Figure name={w.figures.skipped} text={percent(skipped.rate)} range={skipped} show={percent}>
        <RangeBar value={skipped.rate} {...skipped} label={w.figures.skipped} most={0.5} mark={bounds.skipped} />
      </Figure>
      <Figure name={w.figures.complained} text={percent(complained.rate)} range={complained} show={percent}>
        <RangeBar
          value={complained.rate}
          {...complained}
          label={w.figures.complained}
          most={0.25}
          mark={bounds.complained}
        />
      </Figure>
      {seconds && (
        <Figure
          name={w.figures.seconds}
          text={w.secondsText(secondsText(seconds.median), secondsText(seconds.low), secondsText(seconds.high))}
        />
      )}
    </View>
  );
}

type FigureProps = {
  name: string;
  text: string;
  range?: { low: number; high: number };
  show?: (value: number) => string;
  children?: React.ReactNode;
};

function Figure({ name, text, range, show, children }: FigureProps) {
  return (
    <View className={range === undefined ? 'hr-learn-figure hr-learn-figure-long' : 'hr-learn-figure'}>
      <View className="hr-learn-figure-head">
        <Text className="hr-quiet">{name}</Text>
        <Text className="hr-tabular">{text}</Text>
      </View>
      {children}
      {range && show && <Text className="hr-learn-small">{words.interval(show(range.low), show(range.high))}</Text>}
    </View>
  );
}
