/** A table's ballot of one round: every box that the trainer's screen has, under the same numbers. */
import type { Question } from '../../../engine/pack.ts';
import { askedOf } from '../../../session/workshop/table-work.ts';
import { useBrief } from '../../context.ts';
import { faceOf } from '../../modality.ts';
import { optionLabel, questionTitle } from '../../question/answer-words.ts';
import { rows } from '../../question/choices.ts';
import { LEVELS } from '../answered.ts';
import { letterOf } from './letters.ts';
import { type PageProps, SheetOfPaper } from './sheet-of-paper.tsx';

export function BallotPage({ edition, kit, table }: PageProps) {
  const { pack, t, words, workshop } = useBrief();
  const { exercise } = edition;
  const { round } = kit;
  const asked = askedOf(exercise, round > 1 ? kit.opened : []);
  const predicts = exercise.prediction && round === 1;
  const outputs = pack.outputs.filter(({ id }) => workshop.value?.predictable.includes(id));
  return (
    <SheetOfPaper edition={edition} table={table} class="ballot-page" title={t('paper.ballot', { round })}>
      <p class="small ballot-how">
        <span>
          {t('paper.fill')} {round > 1 && t('paper.fillAgain')}
        </span>
        <b class="characters" translate={false}>
          {workshop.value?.ballotCode(edition, round)}
        </b>
      </p>
      {predicts && (
        <div class="printed-question predicts">
          <h3>
            {t('workshop.predict')} <small>{t('paper.predictFirst')}</small>
          </h3>
          <ul>
            {outputs.map((output, i) => (
              <Box key={output.id} sign={letterOf(i)}>
                <span class={faceOf(output)}>{words.value.outputs[output.id]?.title}</span>
              </Box>
            ))}
            <Box sign="0">{t('workshop.predictNone')}</Box>
          </ul>
        </div>
      )}
      <div class="printed-questions">
        {pack.questions
          .filter(({ id }) => asked.includes(id))
          .map((question) => (
            <Printed key={question.id} question={question} rated={exercise.confidence} />
          ))}
      </div>
    </SheetOfPaper>
  );
}

function Printed({ question, rated }: { question: Question; rated: boolean }) {
  const app = useBrief();
  const { t } = app;
  return (
    <div class="printed-question">
      <h3>
        <span class="num">{question.number}</span> {questionTitle(app, question)}{' '}
        {question.kind === 'several' && <small>{t('question.several')}</small>}
      </h3>
      <ul>
        {rows(question).map((option, i) => (
          <Box key={option} sign={i < question.options.length ? String(i + 1) : '?'}>
            {optionLabel(app, question, option)}
          </Box>
        ))}
      </ul>
      {rated && (
        <p class="printed-levels">
          {t('evidence.confidence')}
          {LEVELS.map((level) => (
            <span key={level}>
              <i class="tick-box" />{' '}
              {level === '' ? '–' : t('evidence.confidenceName', { confidence: level })}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Box({ sign, children }: { sign: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <i class="tick-box" />
      <b class="num">{sign}</b>
      <span>{children}</span>
    </li>
  );
}
