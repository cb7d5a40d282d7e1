/** Everything that is wrong with a file: on top, with the focus, so that nobody believes it was taken over. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../messages/messages.ts';
import type { FileProblem } from '../../session/additions/file.ts';
import { useApp } from '../context.ts';

type Problem = FileProblem | { code: 'unreadable' };

export function Problems({ name, problems }: { name: string; problems: readonly Problem[] }) {
  const { t } = useApp();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [problems]);
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h3>{t('additions.notTaken', { name })}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>{wordsOf(t, problem)}</li>
        ))}
      </ul>
    </div>
  );
}

function wordsOf(t: Translate, problem: Problem): string {
  const say = (code: string, place: number, value: string | number) =>
    t('additions.fileProblem', { code, place, value });
  switch (problem.code) {
    case 'notSuchAFile':
    case 'tooLarge':
    case 'tooDeep':
    case 'badNumber':
    case 'doubledName':
    case 'unreadable':
    case 'later':
      return say(problem.code, 0, '');
    case 'badName':
      return say('badName', 0, problem.name);
    case 'otherPack':
      return say('otherPack', 0, problem.pack);
    case 'tooMany':
      return say('tooMany', 0, problem.most);
    case 'head': {
      const code = { missing: 'headMissing', unknown: 'headUnknown', malformed: 'other' }[problem.fault];
      return say(code, 0, problem.field);
    }
    case 'addition':
      return say(problem.fault, problem.place, '');
    case 'unknownField':
      return say('unknownField', problem.place, problem.field);
    case 'field':
      return t('additions.fieldProblem', {
        place: problem.place,
        field: problem.field,
        fault: problem.fault,
      });
  }
}
