/** What the trainer does next: bring in news, and ask again what it touches and what the tables are split on. */

import type { BoardData } from '../../session/workshop/board.ts';
import { askedAgain } from '../../session/workshop/counts.ts';
import { MOST_ROUNDS } from '../../session/workshop/of-exercise.ts';
import type { RoomAction } from '../../session/workshop/room.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { go } from '../navigation.ts';
import { announce } from '../parts/live.tsx';
import { questionTitle } from '../question/answer-words.ts';
import { roomHref, textsOf } from './words.ts';

export function NextSteps({ room, board }: { room: OpenRoom; board: BoardData | undefined }) {
  const app = useBrief();
  const { pack, t, workshop } = app;
  const { state } = room;
  const { texts, lang } = textsOf(app, state.exercise);
  const add = async (action: RoomAction) => (await workshop.peek()?.add(state.id, action))?.kind === 'saved';
  const again = askedAgain(state, board?.questions.map(({ count }) => count) ?? []);
  return (
    <section class="next-steps">
      <h2 class="group">{t('workshop.nextRound')}</h2>
      <ul class="ruled">
        {state.exercise.injects.map(({ id, word }) => {
          const opened = state.injects.find(({ inject }) => inject === id);
          return (
            <li key={id}>
              <p>
                <b lang={lang}>{texts.injects[id]?.title}</b>
              </p>
              {opened ? (
                <>
                  <p lang={lang}>{texts.injects[id]?.text}</p>
                  <p class="announce">
                    {t('workshop.sayWord')} <b class="characters">{word}</b>
                  </p>
                </>
              ) : (
                <p>
                  <button
                    type="button"
                    class="button second"
                    onClick={async () => {
                      // What is news now settles nothing of the round that is over.
                      const round = Math.min(MOST_ROUNDS, state.round + 1);
                      if (await add({ type: 'injectOpened', inject: id, round }))
                        announce(t('workshop.opened', { title: texts.injects[id]?.title ?? id }));
                    }}
                  >
                    {t('workshop.openInject')} <span class="unseen">{texts.injects[id]?.title}</span>
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {state.round < MOST_ROUNDS && board && board.round === state.round && (
        <>
          <p>{t('workshop.askAgain', { n: again.length })}</p>
          <ul class="dashed">
            {pack.questions
              .filter(({ id }) => again.includes(id))
              .map((question) => (
                <li key={question.id}>
                  <span class="num quiet">{question.number}</span> {questionTitle(app, question)}
                </li>
              ))}
          </ul>
          <p class="choices">
            <button
              type="button"
              class="button second"
              onClick={async () => {
                if (await add({ type: 'roundBegun', round: state.round + 1 }))
                  go(roomHref('collect', state.id));
              }}
            >
              {t('workshop.beginRound', { round: state.round + 1 })}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
