/** Erasing: afterwards the words are nowhere in the journal, everything else is as it was, and it says so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../../../src/session/chain.ts';
import { fold } from '../../../src/session/fold.ts';
import { erased, textsOf } from '../../../src/session/hand-on/texts.ts';
import { rich } from '../../exchange/hand-on-samples.ts';
import { anyAction, journalOf, TIME } from '../samples.ts';

describe('the texts of a journal', () => {
  it('are all of them, each once, with what they are', () => {
    expect(textsOf(rich).map(({ text, kinds, entries }) => [text, kinds, entries])).toEqual([
      ['Sample', ['title'], 1],
      ['The refinery', ['title'], 1],
      ['desk only', ['handlingNote'], 1],
      ['Cable of Monday', ['source'], 1],
      ['Said by one person', ['note'], 1],
      ['I doubt it', ['ownView'], 1],
      ['Agency', ['news'], 1],
      ['A tender', ['news'], 1],
      ['Council', ['addition'], 1],
      ['AB', ['addition'], 1],
    ]);
  });
});

describe('a text is erased', () => {
  it.each(textsOf(rich).map(({ text }) => text))('%s', (text) => {
    const after = erased(rich, text, TIME);
    expect(JSON.stringify(after)).not.toContain(JSON.stringify(text));
    expect(verifyJournal(after)).toEqual({ entries: after });
    expect(after.at(-1)?.action).toEqual({ type: 'erased', texts: 1 });
    expect(fold(after).answers).toEqual(fold(rich).answers);
    expect(textsOf(after).map((one) => one.text)).toEqual(
      textsOf(rich)
        .map((one) => one.text)
        .filter((one) => one !== text),
    );
  });

  it('undo and redo go the same way as before', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const journal = journalOf({ type: 'described', details: { meeting: 'secret' } }, ...actions);
        const { canUndo, canRedo, answers, ruledOut, readings } = fold(journal);
        expect(fold(erased(journal, 'secret', TIME))).toMatchObject({
          canUndo,
          canRedo,
          answers,
          ruledOut,
          readings,
        });
      }),
    );
  });
});
