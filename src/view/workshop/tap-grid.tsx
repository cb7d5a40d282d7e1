/** A question of a ballot to be entered: its options side by side under the numbers of the paper, one tap each. */
import type { Answer, Question } from '../../engine/pack.ts';
import { DONT_KNOW } from '../../session/desk.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import { useBrief } from '../context.ts';
import { optionLabel, questionTitle } from '../question/answer-words.ts';
import { afterTap, chosen, rows } from '../question/choices.ts';
import { LEVELS, type Level } from './answered.ts';

interface TapRowProps {
  question: Question;
  handIn: HandIn;
  /** Whatever is ticked here counts nowhere, by the other answers. */
  idle: boolean;
  /** Absent where the exercise does not ask for it. */
  onLevel?: ((level: Level) => void) | undefined;
  onAnswer: (answer: Answer | undefined) => void;
}

export function TapRow({ question, handIn, idle, onLevel, onAnswer }: TapRowProps) {
  const app = useBrief();
  const { t } = app;
  const { id, kind, number, options } = question;
  const answer = handIn.answers[id];
  const said = chosen(question, answer);
  return (
    <fieldset class={`tap-row ${kind} ${idle ? 'idle' : ''}`}>
      <legend>
        <span class="num">{number}</span> {questionTitle(app, question)}{' '}
        {kind === 'several' && <small>{t('question.several')}</small>}{' '}
        {idle && <small>{t('paper.countsNowhere')}</small>}
      </legend>
      <div class="taps">
        {rows(question).map((option, i) => (
          <Cell
            key={option}
            type={kind === 'one' ? 'radio' : 'checkbox'}
            name={`tap ${id}`}
            sign={i < options.length ? String(i + 1) : '?'}
            words={optionLabel(app, question, option)}
            checked={said.includes(option)}
            onTap={() => onAnswer(afterTap(question, answer, option).answer)}
          />
        ))}
        <Cell
          type={kind === 'one' ? 'radio' : 'checkbox'}
          name={`tap ${id}`}
          sign="–"
          words={t('workshop.unanswered')}
          checked={said.length === 0}
          onTap={() => onAnswer(undefined)}
        />
      </div>
      {onLevel && (
        <fieldset class="levels" disabled={said.every((option) => option === DONT_KNOW)}>
          <legend>{t('evidence.confidence')}</legend>
          <div class="taps">
            {LEVELS.map((level) => (
              <Cell
                key={level}
                type="radio"
                name={`level ${id}`}
                sign={level === '' ? '–' : ''}
                words={t('evidence.confidenceName', { confidence: level || 'none' })}
                checked={(handIn.confidence[id] ?? '') === level}
                onTap={() => onLevel(level)}
              />
            ))}
          </div>
        </fieldset>
      )}
    </fieldset>
  );
}

interface CellProps {
  type: 'radio' | 'checkbox';
  name: string;
  /** As it is printed beside the box. */
  sign: string;
  words: string;
  /** How the words are set. */
  face?: string;
  checked: boolean;
  onTap: () => void;
}

export function Cell({ type, name, sign, words, face = '', checked, onTap }: CellProps) {
  return (
    <label class={`tap ${sign === '?' || sign === '–' ? 'apart' : ''} ${sign === '–' ? 'nought' : ''}`}>
      <input type={type} name={name} checked={checked} onChange={onTap} />
      {sign && <b class="num">{sign}</b>}
      <span class={face}>{words}</span>
    </label>
  );
}
