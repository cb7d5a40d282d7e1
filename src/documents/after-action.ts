/** A workshop written down: what each round came to, who moved, what was said and who does what. Markdown and CSV. */
import type { Answer, Question } from '../engine/pack.ts';
import type { Status } from '../engine/verdict.ts';
import { DONT_KNOW } from '../session/desk.ts';
import { type BoardData, kindOf } from '../session/workshop/board.ts';
import type { RoomState } from '../session/workshop/fold-room.ts';
import { movedBetween, verdictsMoved } from '../session/workshop/moved.ts';
import { DEBRIEF_PARTS } from '../session/workshop/room.ts';
import { csv } from './csv.ts';
import { listOf } from './wording/sentences.ts';
import { outputWords, type WordingSource } from './wording/source.ts';
import { stateWord } from './wording/states.ts';

export interface AfterActionParts extends WordingSource {
  /** A calendar day (yyyy-mm-dd) in words; '' for none. */
  calendarDay: (day: string) => string;
  /** The day of an ISO time, in words. */
  dayOf: (time: string) => string;
}

export interface AfterAction {
  markdown: string;
  /** A line for each answer and each verdict of each table; cells that a spreadsheet would run are made text. */
  csv: string;
}

/** The trainer's own notes are for the trainer alone. */
const REPORTED = DEBRIEF_PARTS.filter((part) => part !== 'notes');

/** @param boards of the rounds in which somebody has handed in, in order */
export function afterAction(
  parts: AfterActionParts,
  state: RoomState,
  boards: readonly BoardData[],
): AfterAction {
  return { markdown: markdownOf(parts, state, boards), csv: csvOf(parts, state, boards) };
}

function markdownOf(parts: AfterActionParts, state: RoomState, boards: readonly BoardData[]): string {
  const { t, pack, words } = parts;
  const title = textsOf(parts, state).title;
  const blocks = [
    `# ${t('workshop.reportTitle', { title: escaped(title) })}`,
    `**${t('app.hypothetical')}.** ${t('workshop.reportOf', {
      brief: pack.brief.title,
      dated: words.brief.dated,
      version: pack.version,
      day: parts.dayOf(state.opened),
      n: state.tables,
    })}`,
    t('workshop.reportCounts'),
    ...boards.flatMap((board) => roundOf(parts, state, board)),
    ...boards.slice(1).flatMap((board, i) => movedOf(parts, state, boards[i] as BoardData, board)),
    ...REPORTED.filter((part) => state.debrief[part].trim() !== '').flatMap((part) => [
      `## ${t('workshop.part', { part })}`,
      quoted(state.debrief[part]),
    ]),
    ...actionsOf(parts, state),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function roundOf(parts: AfterActionParts, state: RoomState, board: BoardData): string[] {
  const { t } = parts;
  const opened = state.injects.filter(({ round }) => round <= board.round);
  const titles = opened.map(({ inject }) => textsOf(parts, state).injects[inject]?.title ?? inject);
  const turning = board.questions.filter((row) => kindOf(row) === 'turns');
  return [
    `## ${t('workshop.roundName', { round: board.round })}`,
    t('workshop.reportTables', { n: board.tables.length, of: state.tables }),
    ...(titles.length > 0 ? [t('workshop.reportNews', { list: escaped(listOf(parts, titles)) })] : []),
    `### ${t('workshop.reportVerdicts')}`,
    table(
      [t('workshop.reportAdvice'), ...STATUSES.map((status) => plainState(parts, board, status))],
      board.advice.map(({ output, verdict }) => [
        outputWords(parts, output).title,
        ...STATUSES.map((status) =>
          tables(
            parts,
            state,
            board.tables.filter((_, i) => verdict.statuses[i] === status),
          ),
        ),
      ]),
    ),
    ...togetherOf(parts, state, board),
    ...(turning.length > 0
      ? [
          `### ${t('workshop.splits', { kind: 'turns' })}`,
          turning.map((row) => splitLine(parts, row)).join('\n'),
        ]
      : []),
    `### ${t('workshop.reportAnswers')}`,
    table(
      [
        t('workshop.reportQuestion'),
        t('workshop.reportAnswer'),
        t('workshop.reportCount'),
        t('workshop.tableColumn'),
      ],
      board.questions.flatMap((row) => answerRows(parts, state, row)),
    ),
  ];
}

const STATUSES: readonly Status[] = ['holds', 'open', 'fails'];

/** The word of a state as recommendations have it. */
function plainState(parts: AfterActionParts, board: BoardData, status: Status): string {
  const [first] = board.advice;
  return first === undefined ? status : stateWord(parts, first.output, status);
}

function togetherOf(parts: AfterActionParts, state: RoomState, board: BoardData): string[] {
  const { t } = parts;
  const lines = board.advice.flatMap(({ output, saying }) =>
    saying.combined.map(({ status, answers }) => {
      const said = answers.map(({ question, tables: which }) => {
        const asked = board.questions.find((row) => row.question.id === question)?.question;
        const answer = board.hands.get(which[0] ?? 0)?.handIn.answers[question];
        const words = asked === undefined ? question : `${asked.number} ${answerWords(parts, asked, answer)}`;
        return `${words} (${tables(parts, state, which)})`;
      });
      const state_ = stateWord(parts, output, status);
      return `- ${escaped(outputWords(parts, output).title)} **${state_}**: ${escaped(said.join('; '))}`;
    }),
  );
  return lines.length === 0 ? [] : [`### ${t('workshop.onlyTogether')}`, lines.join('\n')];
}

type Row = BoardData['questions'][number];

function splitLine(parts: AfterActionParts, { question, weight }: Row): string {
  const { t, pack } = parts;
  const names = (outputs: readonly string[]) =>
    pack.outputs
      .filter(({ id, modality }) => outputs.includes(id) && modality !== undefined)
      .map((output) => outputWords(parts, output).name);
  const title = `${question.number} ${parts.words.questions[question.id]?.title ?? question.id}`;
  const between = names(weight.between);
  const together = names(weight.combinations);
  const told = [
    ...(between.length > 0 ? [`${t('workshop.turnsBetween')} ${listOf(parts, between)}.`] : []),
    ...(together.length > 0 ? [`${t('workshop.turnsTogether')} ${listOf(parts, together)}.`] : []),
    ...(between.length + together.length === 0 ? [t('workshop.reportNoAdvice')] : []),
  ];
  return `- **${escaped(title)}** ${escaped(told.join(' '))}`;
}

function answerRows(parts: AfterActionParts, state: RoomState, { question, count }: Row): string[][] {
  const title = `${question.number} ${parts.words.questions[question.id]?.title ?? question.id}`;
  const rows: [string, number[]][] = [
    ...count.answers.map(({ answer, tables: which }): [string, number[]] => [
      answerWords(parts, question, answer),
      which,
    ]),
    [parts.t('question.dontKnow'), count.dontKnow],
    [parts.t('workshop.unanswered'), count.unanswered],
    [parts.t('workshop.notAsked'), count.notAsked],
  ];
  return rows
    .filter(([, which]) => which.length > 0)
    .map(([answer, which], i) => [
      i === 0 ? title : '',
      answer,
      parts.t('workshop.most', { n: which.length, of: count.of }),
      tables(parts, state, which),
    ]);
}

function movedOf(parts: AfterActionParts, state: RoomState, before: BoardData, after: BoardData): string[] {
  const { t } = parts;
  const questions = after.questions.map(({ question }) => question);
  const { inBoth, questions: moved } = movedBetween(questions, before.hands, after.hands);
  const answers = moved.flatMap(({ question, moves }) => {
    const asked = questions.find(({ id }) => id === question);
    if (asked === undefined) return [];
    return moves.map(({ table: at, from, to }) => {
      const move = t('workshop.move', {
        table: tableName(parts, state, at),
        from: answerWords(parts, asked, from),
        to: answerWords(parts, asked, to),
      });
      return `- ${asked.number}: ${escaped(move)}`;
    });
  });
  const verdicts = verdictsMoved(before, after).flatMap(({ output, moves }) => {
    const of = after.advice.find((one) => one.output.id === output)?.output;
    if (of === undefined) return [];
    return moves.map(({ table: at, from, to }) => {
      const turn = `${stateWord(parts, of, from)} → ${stateWord(parts, of, to)}`;
      return `- ${escaped(outputWords(parts, of).title)} ${escaped(tableName(parts, state, at))}: ${turn}`;
    });
  });
  return [
    `## ${t('workshop.reportMoved', { round: after.round })}`,
    t('workshop.reportInBoth', { n: inBoth.length }),
    answers.length > 0 ? answers.join('\n') : t('workshop.nobodyMoved'),
    `### ${t('workshop.verdictsMoved')}`,
    verdicts.length > 0 ? verdicts.join('\n') : t('workshop.noVerdictMoved'),
  ];
}

function actionsOf(parts: AfterActionParts, { actions }: RoomState): string[] {
  const { t } = parts;
  if (actions.length === 0) return [];
  return [
    `## ${t('workshop.actions')}`,
    table(
      [t('workshop.what'), t('workshop.owner'), t('workshop.due')],
      actions.map(({ what, owner, due }) => [
        what,
        owner || t('workshop.nobodyYet'),
        parts.calendarDay(due) || t('workshop.noDay'),
      ]),
    ),
  ];
}

function csvOf(parts: AfterActionParts, state: RoomState, boards: readonly BoardData[]): string {
  const { t } = parts;
  const head = [
    t('workshop.csvRound'),
    t('workshop.tableColumn'),
    t('workshop.csvKind'),
    t('workshop.csvNumber'),
    t('workshop.csvWhat'),
    t('workshop.csvSaid'),
  ];
  const rows = boards.flatMap((board) => {
    const inOrder = [...board.questions].sort((a, b) => a.question.number - b.question.number);
    return board.tables.flatMap((at, i) => [
      ...inOrder.map(({ question, count }) => [
        String(board.round),
        tableName(parts, state, at),
        t('workshop.csvAnswer'),
        String(question.number),
        parts.words.questions[question.id]?.title ?? question.id,
        count.notAsked.includes(at)
          ? t('workshop.notAsked')
          : answerWords(parts, question, board.hands.get(at)?.handIn.answers[question.id]),
      ]),
      ...board.advice.map(({ output, verdict }) => [
        String(board.round),
        tableName(parts, state, at),
        t('workshop.csvVerdict'),
        output.id,
        outputWords(parts, output).title,
        stateWord(parts, output, verdict.statuses[i] ?? 'open'),
      ]),
    ]);
  });
  return csv([head, ...rows]);
}

function textsOf({ language }: AfterActionParts, { exercise }: RoomState) {
  const texts = exercise.texts[language] ?? exercise.texts[exercise.language];
  if (texts === undefined) throw new Error(`exercise ${exercise.id} has no words of its own`);
  return texts;
}

function tableName({ t }: AfterActionParts, { exercise: { tables: of } }: RoomState, at: number): string {
  return ('names' in of ? of.names[at - 1] : undefined) ?? t('workshop.table', { n: at });
}

function tables(parts: AfterActionParts, state: RoomState, which: readonly number[]): string {
  const named = 'names' in state.exercise.tables;
  return which.map((at) => (named ? tableName(parts, state, at) : String(at))).join(', ');
}

function answerWords(parts: AfterActionParts, { id, options }: Question, answer: Answer | undefined): string {
  if (answer === undefined || answer.length === 0) return parts.t('workshop.unanswered');
  const given = [answer].flat();
  const ticks = options
    .filter((option) => given.includes(option.id))
    .map((option) => parts.words.questions[id]?.options[option.id]?.label ?? option.id);
  if (ticks.length === 0) return parts.t('question.dontKnow');
  const said = ticks.join(parts.t('explain.semicolon'));
  return given.includes(DONT_KNOW) ? parts.t('question.answerUnsure', { ticks: said }) : said;
}

/** Of a table of Markdown: a line break or a bar within a cell would end it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** What somebody wrote stays text: it makes no heading, link, list or markup. */
function escaped(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

/** The words of the people in the room, marked as theirs. */
function quoted(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n');
}
