/** Additions as a file that colleagues hand to each other. Written and read by exchange/. */
import type { AdditionFault, AdditionField, SharedAddition } from './addition.ts';

export interface AdditionsFile {
  /** The pack for which they were written. */
  pack: { id: string; version: string };
  /** ISO time. */
  written: string;
  additions: SharedAddition[];
}

/** Why a file is refused, as data. Every problem is told, not the first only. */
export type FileProblem =
  /** It is no JSON, or not such a file at all. */
  | { code: 'notSuchAFile' | 'tooLarge' | 'tooDeep' }
  /** A number that is larger than any; a name that is there twice in one place, or means something to the machine. */
  | { code: 'badNumber' | 'doubledName' }
  | { code: 'badName'; name: string }
  /** Written by a later version of Waymark. */
  | { code: 'later'; version: number }
  | { code: 'otherPack'; pack: string }
  /** A field of the file itself. */
  | { code: 'head'; field: string; fault: 'missing' | 'malformed' | 'unknown' }
  | { code: 'tooMany'; most: number }
  /** `place`: which addition of the file, from 1. */
  | { code: 'addition'; place: number; fault: 'malformed' | 'twice' }
  | { code: 'field'; place: number; field: AdditionField; fault: AdditionFault }
  | { code: 'unknownField'; place: number; field: string };

export type ReadFile = { file: AdditionsFile } | { problems: FileProblem[] };
