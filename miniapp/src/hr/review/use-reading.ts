import { useState } from 'react';
import type { Accepting } from '../judgement/paraphrase-sheet.tsx';
import { useRatingKeys } from '../judgement/use-rating-keys.ts';
import { useRatings } from '../judgement/use-ratings.ts';
import { heardAt } from '../listen/clip-time.ts';
import { usePlayback } from '../listen/use-playback.ts';
import { may } from '../may.tsx';
import { scrollToElement } from '../scroll-to-element.ts';
import { keyPointsOf } from './key-points.ts';
import { numberOf, type Place } from './quoted.ts';
import { useCurrentAnswer } from './use-current-answer.ts';
import type { ReviewModel } from './use-review.ts';
import { useSelectedText } from './use-selected-text.ts';
import { useShownPlace } from './use-shown-place.ts';

/** Reading the answers beside a report: the marked place, what plays, the answer in hand and one's ratings of them. */
export function useReading(model: ReviewModel, wide: boolean) {
  const { dossier, review } = model;
  const answers = review?.answers ?? [];
  const [active, setActive] = useState<Place>();
  const [accepting, setAccepting] = useState<Accepting>();
  const show = useShownPlace(active, setActive);
  const playback = usePlayback(model.addressOf);
  const ratings = useRatings(dossier?.interviewId ?? '');
  const answerable = answers.filter(({ text, clips }) => text.trim() !== '' || clips.length > 0);
  const [current, setCurrent] = useCurrentAnswer(
    wide && review?.report != null,
    answerable.map(({ questionId }) => questionId),
  );
  useRatingKeys(wide, current, (questionId, level) => void ratings.rate(questionId, level));
  const selected = useSelectedText(wide);
  const positionId = dossier?.positionId;

  return {
    active,
    current,
    setCurrent,
    selected,
    playback,
    ratings,
    accepting,
    positionId,
    stopAccepting: () => setAccepting(undefined),
    show,
    /** To an answer as a whole. */
    goTo(questionId: string) {
      setCurrent(questionId);
      setTimeout(() => scrollToElement(`answer-${questionId}`, 'start'), 60);
    },
    /** To the words of a quote, and where they were spoken, to their sound. */
    quote(place: Place) {
      const answer = answers.find((one) => one.questionId === place.questionId);
      setCurrent(place.questionId);
      if (place.end <= place.start) {
        setTimeout(() => scrollToElement(`answer-${place.questionId}`, 'start'), 60);
        return;
      }
      show(place);
      const found = answer && heardAt(answer, place);
      if (found && found.clip.kind !== 'file') {
        void playback.play({ questionId: place.questionId, clip: found.clip }, found.at);
      }
    },
    onAccept:
      positionId === undefined || review?.report == null || !may('position.acceptParaphrase')
        ? undefined
        : (questionId: string, keyPoint: string | undefined, phrase: string | undefined) => {
            const answer = answers.find((one) => one.questionId === questionId);
            const item = review.report?.items.find((one) => one.questionId === questionId);
            const missing = answer && keyPointsOf(answer, item).flatMap((one) => (one.evidence ? [] : [one.keyPoint]));
            if (answer && missing) setAccepting({ answer, missing, keyPoint, phrase });
          },
    numberOf: (questionId: string) => numberOf(answers, questionId),
  };
}
