/**
 * One writer among several windows: each has a worker, one of them holds the lock and serves, the others hand it what
 * they are asked. When the holder ends, the next one takes over and answers what is still open. A request may so be
 * done twice: each of them is the same done twice.
 */
import type { Answer, Request } from './protocol.ts';
import type { Served } from './serve.ts';

export type Word =
  | { say: 'ask'; from: string; n: number; request: Request }
  | { say: 'answer'; to: string; n: number; answer: Answer }
  /** A new holder serves: what is open is to be asked again. */
  | { say: 'ready' };

export interface Channel {
  post(word: Word): void;
  listen(listener: (word: Word) => void): void;
}

export interface ShareParts {
  /** Told from all other workers. */
  me: string;
  channel: Channel;
  /** Calls back once this worker is the only one that may write; never where that does not come about. */
  whenHolder(begin: () => void): void;
  serve(): Served;
  /** A holder that says nothing for so long counts as not there. */
  limit?: number;
}

/** @returns asks whoever holds the copy, itself or another. */
export function shareCopy(parts: ShareParts): (request: Request) => Promise<Answer> {
  const { me, channel, whenHolder, serve, limit = 4000 } = parts;
  const open = new Map<number, { request: Request; resolve: (answer: Answer) => void }>();
  let served: Served | undefined;
  let asked = 0;

  function answerTo(request: Request, by: Served): Promise<Answer> {
    return request.type === 'open' ? by.opened : by.answer(request);
  }

  function settle(n: number, answer: Answer): void {
    open.get(n)?.resolve(answer);
    open.delete(n);
  }

  channel.listen((word) => {
    switch (word.say) {
      case 'ask':
        if (served === undefined) return;
        void answerTo(word.request, served).then((answer) =>
          channel.post({ say: 'answer', to: word.from, n: word.n, answer }),
        );
        return;
      case 'answer':
        if (word.to === me) settle(word.n, word.answer);
        return;
      case 'ready':
        for (const [n, { request }] of open) channel.post({ say: 'ask', from: me, n, request });
    }
  });

  whenHolder(() => {
    const mine = serve();
    served = mine;
    for (const [n, { request }] of open) void answerTo(request, mine).then((answer) => settle(n, answer));
    void mine.opened.then(() => channel.post({ say: 'ready' }));
  });

  return (request) => {
    if (served !== undefined) return answerTo(request, served);
    return new Promise((resolve) => {
      const n = ++asked;
      open.set(n, { request, resolve });
      channel.post({ say: 'ask', from: me, n, request });
      setTimeout(() => served === undefined && settle(n, { fault: 'elsewhere', kind: 'none' }), limit);
    });
  };
}
