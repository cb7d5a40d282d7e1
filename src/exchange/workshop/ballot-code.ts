/** What is printed on the ballots of an edition and round: compared by eye, so that it is short and checks nothing else. */
import { bitsOf } from './framed.ts';
import { toSymbols } from './symbols.ts';

const LENGTH = 4;

/** @param digest of the exercise. @returns four characters of the alphabet of all codes: 1 in a million is alike */
export function ballotCode(digest: string, round: number): string {
  return toSymbols(bitsOf(`ballot/${digest}/${round}`, LENGTH * 5), LENGTH);
}
