/** What is wrong with a file, all of it, each with what to do. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../messages/messages.ts';
import type { HandOnProblem } from '../../session/hand-on/file.ts';
import { useApp } from '../context.ts';

export type FileTrouble = HandOnProblem | { code: 'unreadable' };

/** So many are shown; a file that breaks everything need not be told line by line. */
const SHOWN = 12;

interface ProblemsProps {
  title: string;
  problems: readonly FileTrouble[];
  /** Takes the focus: nothing was taken over. */
  urgent: boolean;
}

export function Problems({ title, problems, urgent }: ProblemsProps) {
  const { t } = useApp();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (urgent) box.current?.focus();
  }, [problems]);
  const advice = new Set(problems.map(({ code }) => adviceFor(code)));
  return (
    <div class="error-summary" role={urgent ? 'alert' : undefined} tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={JSON.stringify(problem)}>{wordsOf(t, problem)}</li>
        ))}
        {problems.length > SHOWN && <li>{t('handing.moreProblems', { n: problems.length - SHOWN })}</li>}
      </ul>
      {[...advice].map((code) => (
        <p key={code}>{t('handing.advice', { code })}</p>
      ))}
    </div>
  );
}

function adviceFor(code: FileTrouble['code']): string {
  if (code === 'later' || code === 'notSuchAFile' || code === 'tooLarge' || code === 'oldBrowser')
    return code;
  return 'other';
}

function wordsOf(t: Translate, problem: FileTrouble): string {
  const say = (code: string, place: number, value: string | number) =>
    t('handing.problem', { code, place, value });
  switch (problem.code) {
    case 'tooLarge':
    case 'notText':
    case 'notSuchAFile':
    case 'cutOff':
    case 'unfairCost':
    case 'oldBrowser':
    case 'wrongPassphrase':
    case 'tooDeep':
    case 'badNumber':
    case 'doubledName':
    case 'altered':
    case 'later':
    case 'unreadable':
      return say(problem.code, 0, '');
    case 'badName':
      return say('badName', 0, problem.name);
    case 'tooMany':
      return say('tooMany', 0, problem.most);
    case 'head':
      return say(
        { missing: 'headMissing', unknown: 'headUnknown', malformed: 'head' }[problem.fault],
        0,
        problem.field,
      );
    case 'session':
      return t('handing.sessionProblem', {
        place: problem.place,
        named: problem.title ? 'yes' : 'no',
        title: problem.title ?? '',
        fault: problem.fault,
      });
    case 'workshop':
      return t('handing.workshopProblem', { place: problem.place, kind: problem.kind });
    case 'addition':
      return say('addition', problem.place, '');
    case 'additionField':
      return say('addition', problem.place, '');
  }
}
