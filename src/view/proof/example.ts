/** Situations and conclusions of the report, in words. */
import type { Answer } from '../../engine/pack.ts';
import type { Situation } from '../../engine/verdict.ts';
import { useBrief } from '../context.ts';
import { answerInWords, optionLabel } from '../question/answer-words.ts';

export function useExamples() {
  const app = useBrief();
  const { pack, t, words } = app;
  const question = (id: string) => pack.questions.find((one) => one.id === id);
  const answered = ([id, answer]: [string, Answer]): string[] => {
    const asked = question(id);
    return asked === undefined
      ? []
      : [t('proof.answer', { number: asked.number, answer: answerInWords(app, asked, answer) })];
  };
  return {
    /** "9 Yes, bought …; 11 Yes" */
    situation({ answers, ruledOut }: Situation): string {
      const given = Object.entries(answers).flatMap(answered);
      const out = Object.entries(ruledOut).flatMap(([id, options]) => {
        const asked = question(id);
        if (asked === undefined) return [];
        const labels = options.map((option) => optionLabel(app, asked, option));
        return [t('proof.ruledOut', { number: asked.number, options: app.say.list(labels) })];
      });
      const all = [...given, ...out];
      return all.length === 0 ? t('proof.nothing') : all.join(t('explain.semicolon'));
    },
    output(id: string): string {
      const said = words.value.outputs[id];
      return said?.short ?? said?.name ?? id;
    },
    question: (id: string): string => words.value.questions[id]?.title ?? id,
    warning: (id: string): string => words.value.warnings[id] ?? id,
    questionTitle: (id: string): string => words.value.questions[id]?.title ?? id,
    numberOf: (id: string): number => question(id)?.number ?? 0,
  };
}
