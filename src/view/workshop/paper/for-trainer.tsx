/** What is on paper once: the run of the workshop, the code to join, and forms for observers, for all, and for after. */
import { MOST_ROUNDS } from '../../../session/workshop/of-exercise.ts';
import { timesOf } from '../../../session/workshop/times.ts';
import { useApp, useBrief } from '../../context.ts';
import { questionTitle } from '../../question/answer-words.ts';
import { Code } from '../code.tsx';
import { tableName, textsOf } from '../words.ts';
import { Lines, type PageProps, SheetOfPaper } from './sheet-of-paper.tsx';

/** Groups of four characters in a code to join. */
const JOIN_GROUPS = 5;

export function RunPage({ edition, kit, table }: PageProps) {
  const app = useBrief();
  const { t, workshop } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  const { steps, total } = timesOf(exercise);
  const rounds = Array.from({ length: MOST_ROUNDS }, (_, i) => i + 1);
  return (
    <SheetOfPaper edition={edition} table={table} title={t('paper.part', { part: 'run' })}>
      <p lang={lang}>{texts.objective}</p>
      <table class="kit-grid">
        <thead>
          <tr>
            <th scope="col">{t('workshop.begins')}</th>
            <th scope="col">{t('paper.clock')}</th>
            <th scope="col">{t('workshop.step')}</th>
            <th scope="col">{t('workshop.lasts')}</th>
            <th scope="col" class="wide">
              {t('paper.notes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, begins, minutes }) => (
            <tr key={step}>
              <td class="num">{begins}</td>
              <td />
              <th scope="row">{t('workshop.stepName', { step })}</th>
              <td class="num">{minutes}</td>
              <td />
            </tr>
          ))}
          <tr>
            <td class="num">{total}</td>
            <td />
            <th scope="row">{t('paper.end')}</th>
            <td />
            <td />
          </tr>
        </tbody>
      </table>
      {exercise.injects.length > 0 && (
        <>
          <h3>{t('workshop.injects')}</h3>
          <ol class="numbered" lang={lang}>
            {exercise.injects.map(({ id, word }) => (
              <li key={id}>
                {texts.injects[id]?.title}.{' '}
                <span lang={app.language.value}>{t('workshop.itsWord', { word })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{t('paper.handedIn')}</h3>
      <table class="kit-grid">
        <thead>
          <tr>
            <th scope="col">{t('workshop.tableColumn')}</th>
            {rounds.map((round) => (
              <th scope="col" key={round}>
                {t('workshop.roundName', { round })}{' '}
                <span class="characters" translate={false}>
                  {workshop.value?.ballotCode(edition, round)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: kit.tables }, (_, i) => (
            <tr key={i}>
              <th scope="row">{tableName(app, exercise, i + 1)}</th>
              {rounds.map((round) => (
                <td key={round}>
                  <i class="tick-box" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{t('paper.codeIs')}</p>
      {texts.hopes.length > 0 && (
        <>
          <h3>{t('workshop.hopes')}</h3>
          <ul class="dashed" lang={lang}>
            {texts.hopes.map((hope) => (
              <li key={hope}>{hope}</li>
            ))}
          </ul>
        </>
      )}
    </SheetOfPaper>
  );
}

/** With the code of the room; where none is open yet, with boxes to write the codes of its rounds into. */
export function JoinPage({ edition, room, kit, table }: PageProps) {
  const { t, workshop } = useApp();
  const own = workshop.value;
  if (room === undefined)
    return (
      <SheetOfPaper
        edition={edition}
        table={table}
        class="join-page"
        title={t('paper.part', { part: 'join' })}
      >
        <p class="lead">{t('paper.joinBlank')}</p>
        {Array.from({ length: MOST_ROUNDS }, (_, i) => (
          <p key={i} class="code-to-fill">
            <span>{t('workshop.roundName', { round: i + 1 })}</span>
            {Array.from({ length: JOIN_GROUPS }, (_, group) => (
              <span key={group} class="group-to-fill">
                {Array.from({ length: 4 }, (_, box) => (
                  <i key={box} class="letter-box" />
                ))}
              </span>
            ))}
          </p>
        ))}
        <p>{t('workshop.codeHint')}</p>
        <p>{t('paper.notThere')}</p>
      </SheetOfPaper>
    );
  return (
    <SheetOfPaper
      edition={edition}
      table={table}
      class="join-page"
      title={t('paper.joinRound', { round: kit.round })}
    >
      <p class="lead">{t('workshop.toJoinIs', { tag: room.tag })}</p>
      {own && <Code code={own.writeJoin(room, kit.round)} label={t('workshop.joinQr')} />}
      <p>{t('paper.notThere')}</p>
    </SheetOfPaper>
  );
}

export function ObserverPage({ edition, table }: PageProps) {
  const app = useBrief();
  const { pack, t } = app;
  const { exercise } = edition;
  return (
    <SheetOfPaper edition={edition} table={table} title={t('paper.part', { part: 'observer' })}>
      <p class="small">{t('paper.observe')}</p>
      <p class="to-fill">
        {t('paper.tableAndRound')} <Lines n={1} /> {t('paper.observer')} <Lines n={1} />
      </p>
      <table class="kit-grid even high">
        <thead>
          <tr>
            <th scope="col" class="wide">
              {t('paper.question')}
            </th>
            <th scope="col">{t('paper.turned')}</th>
            <th scope="col">{t('paper.sourcesUsed')}</th>
            <th scope="col">{t('paper.doubted')}</th>
          </tr>
        </thead>
        <tbody>
          {pack.questions
            .filter(({ id }) => exercise.questions.includes(id))
            .map((question) => (
              <tr key={question.id}>
                <th scope="row">
                  <span class="num">{question.number}</span> {questionTitle(app, question)}
                </th>
                <td />
                <td />
                <td />
              </tr>
            ))}
        </tbody>
      </table>
      <div class="to-write">
        <h3>{t('paper.strength')}</h3>
        <Lines n={3} />
        <h3>{t('paper.improve')}</h3>
        <Lines n={3} />
      </div>
    </SheetOfPaper>
  );
}

const STATEMENTS = ['situation', 'questions', 'time', 'voice', 'board', 'use'] as const;
const SCALE = [1, 2, 3, 4, 5];

export function FeedbackPage({ edition, table }: PageProps) {
  const { t } = useApp();
  return (
    <SheetOfPaper edition={edition} table={table} title={t('paper.part', { part: 'feedback' })}>
      <p class="small">{t('paper.noName')}</p>
      <table class="kit-grid">
        <thead>
          <tr>
            <th scope="col" class="wide">
              {t('paper.statement')}
            </th>
            {SCALE.map((value) => (
              <th scope="col" key={value}>
                {value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STATEMENTS.map((about) => (
            <tr key={about}>
              <th scope="row">{t('paper.says', { about })}</th>
              {SCALE.map((value) => (
                <td key={value}>
                  <i class="tick-box" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="to-write">
        {(['strength', 'improve', 'differently'] as const).map((asked) => (
          <div key={asked}>
            <h3>{t(`paper.${asked}`)}</h3>
            <Lines n={4} />
          </div>
        ))}
      </div>
    </SheetOfPaper>
  );
}

const COLUMNS = ['objective', 'observed', 'strength', 'improve', 'action', 'owner', 'due'] as const;

export function AfterPage({ edition, table }: PageProps) {
  const app = useBrief();
  const { t } = app;
  const { texts, lang } = textsOf(app, edition.exercise);
  return (
    <SheetOfPaper edition={edition} table={table} title={t('paper.part', { part: 'after' })}>
      <p lang={lang}>{texts.objective}</p>
      <table class="kit-grid even high">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {t(`paper.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 8 }, (_, i) => (
            <tr key={i}>
              {COLUMNS.map((column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetOfPaper>
  );
}
