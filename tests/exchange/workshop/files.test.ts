/** Files of a workshop: what is written opens again, and what does not hold is refused with every reason. */
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/exchange/sealed.ts';
import { readExerciseFile, writeExerciseFile } from '../../../src/exchange/workshop/exercise-file.ts';
import { readHandInFile, writeHandInFile } from '../../../src/exchange/workshop/hand-in-file.ts';
import { readRoomFile, writeRoomFile } from '../../../src/exchange/workshop/room-file.ts';
import { addToRoom } from '../../../src/session/workshop/room.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise } from '../../session/workshop/sample-exercise.ts';
import { bytes } from '../hand-on-samples.ts';

const BY = { written: '2026-11-27T09:00:00.000Z', app: '0.1.0' };
const text = writeExerciseFile(BY, exercise, smallPack);
const room = addToRoom([], { type: 'opened', room: 'r', exercise }, BY.written);
const roomText = writeRoomFile(BY, room, smallPack);
/** As somebody would who knows how. */
const sealed = (changes: object) => {
  const { digest: _, ...file } = { ...JSON.parse(text), ...changes };
  return JSON.stringify({ ...file, digest: digestOf(file) });
};

it('opens again as it was', () => {
  expect(readExerciseFile(bytes(text), smallPack)).toEqual({ exercise });
  expect(readRoomFile(bytes(roomText), smallPack)).toEqual({ entries: room });
});

describe('refuses, and says all that is wrong', () => {
  it.each<[string, string, unknown[]]>([
    ['no file of ours', '{}', [{ code: 'notSuchAFile' }]],
    ['a room', roomText, [{ code: 'notSuchAFile' }]],
    ['cut off', text.slice(0, -20), [{ code: 'cutOff' }]],
    ['of a later version', sealed({ version: 2 }), [{ code: 'later', version: 2 }]],
    ['altered', text.replace('The refinery', 'The Refinery'), [{ code: 'altered' }]],
    [
      'a name of the machine',
      '{"format":"waymark-exercise","__proto__":{}}',
      [{ code: 'badName', name: '__proto__' }],
    ],
    [
      'several at once',
      sealed({ written: 'today', colour: 'red', app: undefined }),
      [
        { code: 'head', field: 'colour', fault: 'unknown' },
        { code: 'head', field: 'written', fault: 'malformed' },
        { code: 'head', field: 'app', fault: 'missing' },
      ],
    ],
    [
      'an exercise that does not hold',
      sealed({ exercise: { ...exercise, threshold: 10, id: '' } }),
      [
        { code: 'exercise', path: 'id', fault: 'empty' },
        { code: 'exercise', path: 'threshold', fault: 'few' },
      ],
    ],
  ])('%s', (_, file, problems) => expect(readExerciseFile(bytes(file), smallPack)).toEqual({ problems }));
});

it('a hand-in is its code, and nothing else is believed', () => {
  const file = writeHandInFile(BY, '40B2 X000');
  expect(readHandInFile(bytes(file))).toEqual({ code: '40B2 X000' });
  expect(readHandInFile(bytes(roomText))).toEqual({ problems: [{ code: 'notSuchAFile' }] });
  const { digest: _, ...parts } = JSON.parse(file);
  const other = { ...parts, code: ['40B2'] };
  const listed = JSON.stringify({ ...other, digest: digestOf(other) });
  expect(readHandInFile(bytes(listed))).toEqual({ problems: [{ code: 'notSuchAFile' }] });
});

it('is not written where it would not open', () => {
  expect(() => writeExerciseFile(BY, { ...exercise, id: '' }, smallPack)).toThrow('does not read back');
  expect(() => writeRoomFile(BY, [], smallPack)).toThrow('does not read back');
});
