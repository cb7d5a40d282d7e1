/** The claims of the report, one list for each kind, every item with its example. */
import type {
  BothWays,
  Exclusion,
  QuestionProof,
  ReadingProof,
  Soundness,
  StatementProof,
} from '../../engine/soundness/soundness.ts';
import { useApp, useBrief } from '../context.ts';
import { href } from '../routes.ts';
import { useExamples } from './example.ts';

export function BothWaysClaims({ outputs }: { outputs: readonly BothWays[] }) {
  const { t } = useApp();
  const say = useExamples();
  return (
    <ul class="examples">
      {outputs.map(({ id, holds, fails }) => (
        <li key={id}>
          <p class="brief">{say.output(id)}</p>
          {holds && <p>{t('proof.comesIn', { answers: say.situation(holds) })}</p>}
          <p>{fails ? t('proof.staysOut', { answers: say.situation(fails) }) : t('proof.stands')}</p>
        </li>
      ))}
    </ul>
  );
}

export function QuestionClaims({ questions }: { questions: readonly QuestionProof[] }) {
  const { t } = useApp();
  const say = useExamples();
  return (
    <ul class="examples">
      {questions.map(({ id, matters }) => (
        <li key={id}>
          <p class="brief">
            {say.numberOf(id)} {say.questionTitle(id)}
          </p>
          {matters === null ? (
            <p>{t('proof.informs')}</p>
          ) : (
            <p>
              {t('proof.changes', {
                output: say.output(matters.output),
                holds: say.situation(matters.holds),
                fails: say.situation(matters.fails),
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ReachClaims({ questions }: { questions: readonly QuestionProof[] }) {
  const { t, say: words } = useBrief();
  const say = useExamples();
  return (
    <ul class="examples">
      {questions.map(({ id, asked, notAsked, hangsOn }) => (
        <li key={id}>
          <p class="brief">
            {say.numberOf(id)} {say.questionTitle(id)}
          </p>
          {notAsked === null ? (
            <p>{t('proof.always')}</p>
          ) : (
            <>
              {asked && <p>{t('proof.isAsked', { answers: say.situation(asked) })}</p>}
              <p>
                {t('proof.hangsOn', { list: words.list(hangsOn.map((one) => String(say.numberOf(one)))) })}
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ExclusiveClaims({ exclusive }: { exclusive: readonly Exclusion[] }) {
  const { t } = useApp();
  const say = useExamples();
  return (
    <ul class="examples">
      {exclusive.map(({ outputs: [a, b], both }) => (
        <li key={`${a} ${b}`}>
          {both === null
            ? t('proof.never', { a: say.output(a), b: say.output(b) })
            : t('proof.together', { a: say.output(a), b: say.output(b), answers: say.situation(both) })}
        </li>
      ))}
    </ul>
  );
}

export function ReadingClaims({ readings }: { readings: readonly ReadingProof[] }) {
  const { t, words } = useBrief();
  const say = useExamples();
  return (
    <ul class="examples">
      {readings.map(({ id, pairs }) => {
        const reading = words.value.readings[id];
        return (
          <li key={id}>
            <p class="brief">{reading?.title ?? id}</p>
            {pairs.map(({ letters: [a, b], differs }) => {
              if (differs === null) return null;
              const { kind, id: what } = differs.in;
              return (
                <p key={`${a} ${b}`}>
                  {t('proof.differs', {
                    a: reading?.letters[a] ?? a,
                    b: reading?.letters[b] ?? b,
                    what:
                      kind === 'question'
                        ? t('proof.askingOf', { number: say.numberOf(what) })
                        : t('proof.verdictOf', { output: say.output(what) }),
                    answers: say.situation(differs.situation),
                  })}
                </p>
              );
            })}
          </li>
        );
      })}
    </ul>
  );
}

export function StatementClaims({ statements }: { statements: readonly StatementProof[] }) {
  const { t, say, words } = useBrief();
  return (
    <ul class="examples">
      {statements.map(({ id, shown }) => (
        <li key={id}>
          <a class="word" href={href({ name: 'brief', item: id })}>
            {say.shortLocator(id)}
          </a>{' '}
          <span class="brief">{words.value.statements[id]}</span>{' '}
          <small>{t('proof.shownIn', { n: shown.length })}</small>
        </li>
      ))}
    </ul>
  );
}

export function BranchClaims({ report: { coverage, figures } }: { report: Soundness }) {
  const { t } = useApp();
  const say = useExamples();
  const open = coverage.decisions.flatMap(({ about, tests }) => {
    const n = tests.flatMap(({ met, notMet }) => [met, notMet]).filter(({ kind }) => kind === 'open').length;
    if (n === 0) return [];
    const title = about.kind === 'output' ? say.output(about.id) : say[about.kind](about.id);
    return [{ key: `${about.kind} ${about.id}`, title, n }];
  });
  const all = open.reduce((sum, { n }) => sum + n, 0);
  return (
    <div class="examples">
      <p>{t('proof.left', { n: all })}</p>
      <ul>
        {open.map(({ key, title, n }) => (
          <li key={key}>{t('proof.leftOf', { title, n })}</li>
        ))}
      </ul>
      {coverage.closing.length > 0 && <p>{t('proof.closing', { n: coverage.closing.length })}</p>}
      {figures.impossible > 0 && <p>{t('proof.impossible', { n: figures.impossible })}</p>}
    </div>
  );
}
