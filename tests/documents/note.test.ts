/** The note of every prepared scenario, and of sessions that are empty, ruled out, read otherwise or out of step. */
import { describe, expect, test } from 'vitest';
import type { Note } from '../../src/documents/note.ts';
import type { Addition } from '../../src/session/additions/addition.ts';
import { issuesOf, judgedOtherwise } from '../../src/session/issues.ts';
import type { Entry } from '../../src/session/journal.ts';
import { addition } from '../session/additions/sample-additions.ts';
import { app } from '../view/real-brief.ts';
import { bottomLineOf, idsIn, noteOf, openSession, pack } from './note-session.ts';

const GROUPS = ['say', 'do', 'option', 'open', 'notNow', 'consequences', 'indicators'] as const;

// scenario, lines to take, advice on action, the option, open, not now, course and consequences, signs
test.each([
  ['P1', 'R1 R2a R2b R5', 'R4', '', '', 'O3 R6 R7', 'SC1 C1 C2 C3 C4 C5 C10 C11', 'I1 I4 I5 I9'],
  ['P2', 'R1 R2b R5', 'R4', 'O3', '', 'R2a R6 R7', 'SC1 C1 C2 C3 C4 C5 C11', 'I1 I4 I5'],
  ['P3', '', 'R4', '', '', 'R1 R2a R2b O3 R5 R6 R7', 'SC1 C1 C2 C3 C4 C5', 'I1 I2 I6'],
  ['P4', 'R2a R2b R5', 'R4', '', '', 'R1 O3 R6 R7', 'SC3 C11 C12 C14', 'I5'],
  ['P5', 'R2b', 'R4 R6 R7', '', '', 'R1 R2a O3 R5', 'SC4 C13 C14', 'I5'],
  [
    'P6',
    'R1 R2a R2b',
    'R4',
    '',
    '',
    'O3 R5 R6 R7',
    'SC1 C1 C2 C3 C4 C6 C7 C9 C10 C12',
    'I1 I2 I3 I4 I6 I7 I8 I9',
  ],
  ['P7', 'R1 R2a', 'R4', '', '', 'R2b O3 R5 R6 R7', 'SC2 C7 C8 C11 C12', 'I1 I2 I3 I7'],
  [undefined, 'R2a R2b', 'R4', '', 'R1 O3 R5 R6 R7', '', 'SC0', ''],
])('%s: which line is in which group', async (scenario, ...expected) => {
  const note = noteOf(await openSession(scenario));
  expect(GROUPS.map((group) => idsIn(note, group))).toEqual(expected);
});

test.each([
  ['P1', 'Five recommendations apply, two do not for now. The option is not there for now.'],
  ['P2', 'Four recommendations apply, three do not for now. One option is there to use or leave.'],
  ['P3', 'One recommendation applies, six do not for now. The option is not there for now.'],
  [undefined, 'Three recommendations apply, four are open. One option is open.'],
])('%s: the bottom line', async (scenario, expected) => {
  expect(bottomLineOf(await openSession(scenario))).toBe(expected);
});

test('every output of advice is in exactly one group of every scenario', async () => {
  const advised = pack.outputs.filter(({ kind }) => kind === 'recommendation' || kind === 'option');
  for (const { id } of pack.scenarios) {
    const note = noteOf(await openSession(id));
    const shown = note.groups.flatMap(({ lines }) => lines.map(({ output }) => output));
    expect(shown.sort(), id).toEqual(advised.map((output) => output.id).sort());
  }
});

describe('the head', () => {
  test('leaves out what was not filled in', async () => {
    const note = noteOf(await openSession('P2'));
    expect(note.head).toEqual([]);
    expect(note.handling).toBeUndefined();
  });

  test('says for whom, from whom, which meeting, up to when, and how it may be handled', async () => {
    const session = await openSession('P2');
    await session.describe({
      for: 'Head of delegation',
      from: 'Eastern desk',
      meeting: 'Thursday, 10:00',
      informationUpTo: '2026-11-22',
      handling: 'TLP:AMBER+STRICT',
      handlingNote: 'for the delegation',
    });
    const note = noteOf(session);
    expect(note.head).toEqual([
      { term: 'For', value: 'Head of delegation' },
      { term: 'From', value: 'Eastern desk' },
      { term: 'Meeting', value: 'Thursday, 10:00' },
      { term: 'Information up to', value: 'day 2026-11-22' },
    ]);
    expect(note.handling).toEqual({ label: 'TLP:AMBER+STRICT', note: 'for the delegation' });
  });

  test.each([
    ['P2', 'Hypothetical case.'],
    ['P1', 'Starts from the brief’s own picture; 18 answers are from the brief and unchecked.'],
    [undefined, `Pack ${pack.id} ${pack.version}.`],
  ])('%s: says what it rests on', async (scenario, mark) => {
    const note = noteOf(await openSession(scenario));
    expect(note.marks[0]).toBe(mark);
    expect(note.marks).toContain(`Pack ${pack.id} ${pack.version}.`);
    expect(note.marks).toContain('Answers as of day 2026-11-24.');
  });

  test('names the brief, its authors and its date', async () => {
    const { brief } = noteOf(await openSession());
    expect(`${brief.title}${brief.rest}`).toBe(
      'Belarus-Russia: Towards Gradual Integration, Jakub Benedyczak and Anna Maria Dyner, PISM; ' +
        'undated, of autumn 2020; its forecasts count from then.',
    );
  });
});

describe('a line', () => {
  const line = (note: Note, output: string) =>
    note.groups.flatMap(({ lines }) => lines).find((one) => one.output === output);

  test('to say gives the words to say, the advice in full and why', async () => {
    const found = line(noteOf(await openSession('P2')), 'R2b');
    expect(found?.text).toBe('It is not true that Russia’s growing control of Belarus has good effects.');
    expect(found?.advice).toMatch(/^The EU should consistently contest/);
    expect(found?.details[0]).toBe(
      'It is falsely claimed that growing Russian control has good effects (5).',
    );
    expect(found).toMatchObject({ modality: 'should', status: 'holds', state: 'applies', place: '¶14, s3' });
  });

  test('that rests on the brief’s own answers says so for each', async () => {
    const found = line(noteOf(await openSession('P1')), 'R1');
    expect(found?.weak).toBe(true);
    expect(found?.details[0]).toContain('(2, unchecked)');
    expect(found?.details[0]).toContain('(4, unchecked)');
  });

  test('whose defeater is not settled says on what that hangs', async () => {
    const found = line(noteOf(await openSession('P1')), 'R5');
    expect(found?.details).toContain('Not confirmed: that hangs on 15.');
  });

  test('that stands by itself says so, and names those to address first', async () => {
    const found = line(noteOf(await openSession('P6')), 'R4');
    expect(found?.details).toEqual([
      'Whatever the answers.',
      'By your answer to 20, first: Media and Religious unions.',
    ]);
  });

  test('that is open says on what it hangs', async () => {
    expect(line(noteOf(await openSession()), 'R5')?.details).toEqual(['Hangs on 14 and 15.']);
  });

  test('that is not now says what it takes, why not, and that another reading would change it', async () => {
    const found = line(noteOf(await openSession('P2')), 'R7');
    expect(found?.details).toEqual([
      'It takes: Both a presidential and a parliamentary election were held since the crisis began, and both were free and fair.',
      'No new presidential election has been held (16).',
      'Another reading of the text would change this.',
    ]);
  });

  test('that lapsed says what ended it, and not what it would take', async () => {
    const found = line(noteOf(await openSession('P2')), 'R2a');
    expect(found?.details[0]).toBe('It lapsed: It is known that this untrue claim is not being spread.');
  });

  test('gives what it takes as the default reading’s where another is taken', async () => {
    const session = await openSession('P2');
    await session.takeReading('A7', 'b');
    expect(line(noteOf(session), 'R6')?.details[0]).toMatch(/^It takes, on the default reading: /);
  });

  test('of the option says that it is no advice', async () => {
    expect(line(noteOf(await openSession('P2')), 'O3')?.details).toContain(
      'Nothing in the brief says that it should.',
    );
  });
});

describe('beside the lines', () => {
  const paragraphs = (note: Note, group: string) => note.groups.find(({ id }) => id === group)?.paragraphs;

  test('it says what the brief is silent on, and once what it names nowhere', async () => {
    expect(paragraphs(noteOf(await openSession('P2')), 'silent')).toEqual([
      'The brief gives no advice on energy, single measures or common bodies and sanctions beyond these companies.',
      'For none of its advice does it name a deciding body, a procedure or a legal basis.',
    ]);
    expect(paragraphs(noteOf(await openSession()), 'silent')).toHaveLength(1);
  });

  test('it asks first what most of the advice hangs on, don’t know included', async () => {
    const session = await openSession();
    await session.answer('constitution', 'dont_know');
    const questions = paragraphs(noteOf(session), 'findOut');
    expect(questions).toHaveLength(11);
    expect(questions?.[0]).toBe(
      'Which untrue claims about Russia’s growing control of Belarus are being spread? (5)',
    );
    expect(questions).toContain('Is the constitution being changed? (14)');
  });

  test('it says by which answers each advice that applies would lapse', async () => {
    expect(paragraphs(noteOf(await openSession('P1')), 'change')).toEqual([
      'Stress the lack of a mandate: another answer to 2, 3 or 4 could end this.',
      'Contest “it is voluntary” and contest “its effects are good”: another answer to 5 could end this.',
      'Point to independents’ part in the constitution: another answer to 14 or 15 could end this.',
    ]);
    // Two that end by the same answers are told together.
    expect(paragraphs(noteOf(await openSession('P5')), 'change')?.at(-1)).toBe(
      'Offer support for economy and quality of life and ease rules for private firms: another answer to 16 or 17 could end this.',
    );
    // In the third situation only what stands whatever the answers applies.
    expect(paragraphs(noteOf(await openSession('P3')), 'change')).toBeUndefined();
  });

  test('it names readings taken otherwise than by default, and those left open', async () => {
    const session = await openSession('P2');
    expect(paragraphs(noteOf(session), 'readings')).toBeUndefined();
    await session.takeReading('A6', 'b');
    await session.takeReading('A8', 'any');
    const readings = paragraphs(noteOf(session), 'readings');
    expect(readings).toHaveLength(2);
    expect(readings?.[1]).toMatch(/Left open\.$/);
  });

  test('it warns where answers do not go together', async () => {
    const session = await openSession('P2');
    expect(noteOf(session).warnings).toEqual([]);
    await session.answer('mandate_political', 'yes');
    expect(noteOf(session).warnings).toHaveLength(1);
  });
});

describe('the answers', () => {
  const answer = (note: Note, question: string) =>
    note.answers.flatMap(({ rows }) => rows).find((row) => row.question === question);

  test('are all there, in order', async () => {
    const numbers = noteOf(await openSession()).answers.flatMap(({ rows }) =>
      rows.map(({ number }) => number),
    );
    expect(numbers).toEqual(pack.questions.map(({ number }) => number));
  });

  test('say every state in words', async () => {
    const session = await openSession();
    await session.answer('buyout', 'russian');
    await session.answer('bidders_blocked', 'yes');
    await session.answer('buyout', 'none');
    await session.answer('measures', ['customs', 'dont_know']);
    await session.answer('decisions', 'dont_know');
    await session.ruleOut('scenario', 'annexation');
    const note = noteOf(session);
    const said = (question: string) => [
      answer(note, question)?.answer,
      ...(answer(note, question)?.marks ?? []),
    ];
    expect(said('buyout')).toEqual(['No']);
    expect(said('bidders_blocked')).toEqual(['Set aside: Yes. Not asked now, because of 9']);
    expect(said('buyout_assets')).toEqual(['Not asked, because of 9']);
    expect(said('measures')).toEqual(['Customs; not sure of the rest']);
    expect(said('decisions')).toEqual(['Don’t know']);
    expect(said('mandate_social')).toEqual(['Not answered']);
    expect(said('scenario')).toEqual(['Not answered', 'ruled out: “Formal absorption under way or done”']);
  });

  test('from the brief lose their mark once checked', async () => {
    const session = await openSession('P1');
    expect(answer(noteOf(session), 'decisions')?.marks).toEqual(['unchecked']);
    await session.check('decisions');
    expect(answer(noteOf(session), 'decisions')?.marks).toEqual([]);
  });
});

test('the same session gives the same note', async () => {
  const session = await openSession('P6');
  expect(noteOf(session)).toEqual(noteOf(session));
});

describe('own additions', () => {
  const to = (output: string, fields: Partial<Addition> = {}) =>
    addition({ id: output, output, pack: pack.id, ...fields });

  test('stand apart, with kind, author and day; what they are added to is named', async () => {
    const note = noteOf(await openSession('P2'), [
      to('R1'),
      to('R1', { id: 'x', kind: 'deadline', text: '2026-12-01' }),
    ]);
    expect(note.own?.to).toEqual([
      {
        output: 'R1',
        name: 'No mandate',
        place: '¶14, s2',
        spokenPlace: 'paragraph 14, sentence 2',
        additions: [
          { id: 'R1', kind: 'Deciding body', text: 'Foreign Affairs Council', by: 'AB, day 2026-11-26' },
          { id: 'x', kind: 'Deadline', text: 'day 2026-12-01', by: 'AB, day 2026-11-26' },
        ],
      },
    ]);
  });

  test('to what does not apply now are left out, and that is said', async () => {
    const note = noteOf(await openSession('P2'), [to('R1'), to('R6'), to('R7')]);
    expect(note.own?.to.map(({ output }) => output)).toEqual(['R1']);
    expect(note.own?.left).toBe('2 additions to what does not apply now are left out.');
  });

  test('change nothing else in the note, and no verdict', async () => {
    const session = await openSession('P2');
    const { own: _, ...without } = noteOf(session);
    const before = JSON.stringify(session.evaluation.value);
    const { own, ...rest } = noteOf(session, [to('R1'), to('gone')]);
    expect(own).toBeDefined();
    expect(rest).toEqual(without);
    expect(JSON.stringify(session.evaluation.value)).toBe(before);
  });

  test.each([
    ['without any', []],
    ['with some', [to('R1', { kind: 'legalBasis', text: 'Article 29' })]],
  ])('%s, the note says once that the brief names nobody', async (_, additions) => {
    const said = JSON.stringify(noteOf(await openSession('P2'), additions)).split('a legal basis');
    expect(said).toHaveLength(2);
  });
});

describe('versions', () => {
  const marksOf = (note: Note) => note.marks.filter((mark) => /[Vv]ersion/.test(mark));

  test('a note never handed out speaks of none', async () => {
    const note = noteOf(await openSession('P2'));
    expect(note.changed).toBeUndefined();
    expect(marksOf(note)).toEqual([]);
  });

  test('as handed out it says which version it is; after that, what changed', async () => {
    const session = await openSession('P2');
    await session.issue([]);
    expect(marksOf(noteOf(session))).toEqual(['Version 1, issued day 2026-11-24.']);
    expect(noteOf(session).changed).toBeUndefined();
    await session.describe({ meeting: 'Council' });
    expect(marksOf(noteOf(session))).toEqual(['Draft, after version 1 of day 2026-11-24.']);
    expect(noteOf(session).changed).toEqual({
      title: 'Changed since version 1 of day 2026-11-24',
      verdicts: [],
      answers: [],
      additions: '',
      none: 'No verdict, no answer and no reading.',
    });
  });

  test('verdicts that differ are told with the answers that make the difference, and those answers', async () => {
    const session = await openSession('P2');
    await session.issue([]);
    await session.answer('mandate_social', 'yes');
    await session.ruleOut('elections', 'none');
    const { changed } = noteOf(session);
    expect(changed?.verdicts).toEqual([
      { output: 'R1', status: 'fails', name: 'No mandate', text: 'not now, before: applies (by 3)' },
      {
        output: 'N11',
        status: 'holds',
        name: 'Mandate',
        text: 'no advice, before: not in question (by 3)',
      },
    ]);
    expect(changed?.answers[0]).toBe('3 Does Belarusian society back these decisions? Yes (before: No)');
  });

  test('the next version is held against the one before, and each stays as it was', async () => {
    const session = await openSession('P2');
    await session.issue([addition({ output: 'R1', pack: pack.id })]);
    await session.answer('mandate_social', 'yes');
    await session.issue([]);
    const second = noteOf(session);
    expect(marksOf(second)).toEqual(['Version 2, issued day 2026-11-24.']);
    expect(second.changed?.title).toBe('Changed since version 1 of day 2026-11-24');
    await session.answer('mandate_social', 'no');
    expect(noteOf(session).changed?.title).toBe('Changed since version 2 of day 2026-11-24');
    const [first] = issuesOf(session.entries.value);
    const then = app.desk.asOf(session.id, session.entries.value.slice(0, first?.seq));
    const shown = noteOf(then, first?.additions);
    expect(marksOf(shown)).toEqual(['Version 1, issued day 2026-11-24.']);
    expect(shown.own?.to.map(({ output }) => output)).toEqual(['R1']);
    expect(idsIn(shown, 'say')).toBe('R1 R2b R5');
  });

  test('own additions that differ make it a draft, though nothing was answered', async () => {
    const session = await openSession('P2');
    const own = [addition({ output: 'R1', pack: pack.id })];
    await session.issue(own);
    expect(noteOf(session, own).changed).toBeUndefined();
    const later = noteOf(session, [...own, addition({ id: 'b', output: 'R4', pack: pack.id })]);
    expect(marksOf(later)).toEqual(['Draft, after version 1 of day 2026-11-24.']);
    expect(later.changed).toMatchObject({ none: '', additions: 'Own additions were changed.' });
  });

  test('verdicts of other rules are held against as they were frozen, and no answer is blamed', async () => {
    const session = await openSession('P2');
    await session.issue([]);
    const frozen = session.entries.value.map((entry) =>
      entry.action.type !== 'issued'
        ? entry
        : {
            ...entry,
            action: {
              ...entry.action,
              verdicts: { ...entry.action.verdicts, R4: { status: 'open' as const, confirmed: true } },
            },
          },
    );
    const last = frozen.at(-1);
    const described = { ...last, seq: 3, action: { type: 'described', details: {} } } as Entry;
    const later = app.desk.asOf(session.id, [...frozen, described]);
    expect(noteOf(later).changed?.verdicts).toEqual([
      { output: 'R4', status: 'holds', name: 'Civil society', text: 'applies, before: open' },
    ]);
    const [issue] = issuesOf(frozen);
    expect(issue && judgedOtherwise(issue, later.evaluation.value)).toEqual(['R4']);
  });

  test('another reading is a change too', async () => {
    const session = await openSession('P6');
    await session.issue([]);
    await session.takeReading('A6', 'b');
    const { changed } = noteOf(session);
    expect(changed?.answers).toHaveLength(1);
    expect(changed?.none).toBe('');
  });
});
