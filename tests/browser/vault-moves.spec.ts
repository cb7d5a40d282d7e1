/**
 * The campaign of moves (`npm run campaign -- vault-moves`), tried on itself: that its windows work and are heard, that
 * its turn comes about, and that the quietest move of all, one window and nobody in a hurry, loses nothing. What louder
 * moves are known to do wrong is in docs/reliability.md, and is not shown here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded, tableOf } from '../../src/tools/campaign/campaign.ts';
import { startChromium } from '../../src/tools/campaign/chromium.ts';
import { vaultMoves } from '../../src/tools/campaign/vault-moves.ts';
import { expect, test } from './served.ts';

test('the campaign of moves hears what is saved, and finds all of it after a passphrase was set in peace', async ({
  served,
}) => {
  test.skip(process.platform === 'win32', 'Browsers are killed as a group of processes here.');
  const profile = mkdtempSync(join(tmpdir(), 'waymark-moves-'));
  try {
    const told: string[] = [];
    const { rows } = await vaultMoves.run({
      url: served.url,
      browser: 'chromium',
      start: startChromium,
      profile,
      times: vaultMoves.short,
      random: seeded(1),
      progress: (text) => told.push(text),
    });
    expect(rows, told.join('\n')).toHaveLength(1);
    const [row] = rows;
    expect(row, `${told.join('\n')}\n${tableOf(rows)}`).toMatchObject({
      move: 'set',
      windows: 1,
      turns: vaultMoves.short,
      'not tried': 0,
      'told as done': 1,
      lost: 0,
      'sessions lost': 0,
      'turns with something readable': 0,
      'failure pages': 0,
      hangs: 0,
    });
    expect(row?.acknowledged).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
