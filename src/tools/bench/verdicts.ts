/** Verdicts by the second: all of a situation, and after one changed answer. */
import { createEngine } from '../../engine/create-engine.ts';
import type { Engine } from '../../engine/engine.ts';
import { answerTo, completeAnswers, halfKnown, situationOf } from './answers.ts';
import type { Complete } from './closures.ts';
import { type Peer, publicodes, surveyCore } from './heavy-peers.ts';
import type { Contender } from './measure.ts';
import { jsonLogic, jsonRules } from './peers.ts';
import { Random } from './random.ts';
import { mentioning, type PeerName, type Subject } from './subject.ts';

/** All of them, ready to be asked of one set of complete answers. */
interface Ready {
  name: string;
  holding: (answers: Complete) => boolean[] | Promise<boolean[]>;
  /** One answer is changed in what was asked last. Where a peer cannot, all is asked anew. */
  changed?: Peer['one'];
}

const LIGHT: Record<PeerName, boolean> = {
  'json-logic-engine': true,
  'json-rules-engine': false,
  publicodes: false,
  'survey-core': false,
};

export function readyPeers({ pack, rules, peers }: Subject): Ready[] {
  const made: Record<PeerName, () => Ready> = {
    'json-logic-engine': () => ({ name: 'json-logic-engine', holding: jsonLogic(rules) }),
    'json-rules-engine': () => ({ name: 'json-rules-engine', holding: jsonRules(rules) }),
    publicodes: () => {
      const { all, one } = publicodes(pack, rules);
      return { name: 'publicodes', holding: all, changed: one };
    },
    'survey-core': () => {
      const { all, one } = surveyCore(pack, rules);
      return { name: 'survey-core', holding: all, changed: one };
    },
  };
  return peers.map((name) => made[name]());
}

/** Where somebody says something else than the floor, with complete answers: all that the peers can be asked. */
export async function disagreements(
  subject: Subject,
  peers: readonly Ready[],
  count: number,
): Promise<string[]> {
  const { pack, ids, floor } = subject;
  const random = new Random(11);
  const [fresh, following] = [createEngine(pack), createEngine(pack).following()];
  const holdingBy = (engine: Engine) => (answers: Complete) => {
    const { verdicts } = engine.evaluate(situationOf(answers));
    return ids.map((id) => verdicts[id]?.value === 'always');
  };
  const contenders: Ready[] = [
    { name: 'waymark', holding: holdingBy(fresh) },
    { name: 'waymark, as a session goes on', holding: holdingBy(following) },
    ...peers,
  ];
  const found: string[] = [];
  for (const answers of completeAnswers(pack, random, count)) {
    const { id } = random.pick(pack.questions);
    const changed = {
      ...answers,
      [id]: answerTo(random.pick(pack.questions.filter((q) => q.id === id)), random),
    };
    const expected = [answers, changed].map((each) => {
      const ready = floor.ready(each as Complete) as never;
      return floor.rules.map((rule) => rule(ready));
    });
    for (const { name, holding, changed: one } of contenders) {
      const said = [
        await holding(answers),
        one === undefined ? await holding(changed as Complete) : one(id, changed[id] ?? ''),
      ];
      said.forEach((values, i) => {
        values.forEach((value, rule) => {
          if (value !== expected[i]?.[rule])
            found.push(`${name} disagrees on ${ids[rule]}: ${JSON.stringify(answers)}`);
        });
      });
    }
  }
  return found;
}

/** In verdicts. */
export function verdictContenders(subject: Subject, peers: readonly Ready[], count: number): Contender[] {
  const { pack, ids, floor } = subject;
  const engine = createEngine(pack);
  const situations = completeAnswers(pack, new Random(1), count);
  const ready = situations.map((answers) => floor.ready(answers) as never);
  const few = situations.slice(0, Math.max(1, Math.floor(count / 100)));
  const complete = few.map(situationOf);
  const halves = few.map(halfKnown);
  return [
    {
      name: 'closures, complete answers, true or false',
      units: count * floor.rules.length,
      each: floor.rules.length,
      run: () => {
        let held = 0;
        for (const answers of ready) for (const rule of floor.rules) if (rule(answers)) held++;
        return held;
      },
    },
    {
      name: 'waymark, complete answers',
      units: complete.length * pack.outputs.length,
      each: pack.outputs.length,
      run: each(complete, (situation) => engine.evaluate(situation)),
    },
    {
      name: 'waymark, half of them unknown, with all each hangs on',
      units: halves.length * pack.outputs.length,
      each: pack.outputs.length,
      run: each(halves, (situation) => engine.evaluate(situation)),
    },
    ...peers.map(({ name, holding }) => ({
      name,
      units: (LIGHT[name as PeerName] ? situations : few).length * ids.length,
      each: ids.length,
      run: eachAwaited(LIGHT[name as PeerName] ? situations : few, holding),
    })),
  ];
}

/** In changed answers. */
export function changeContenders(subject: Subject, peers: readonly Ready[], count: number): Contender[] {
  const { pack, floor, rules } = subject;
  const random = new Random(2);
  const [start] = completeAnswers(pack, random, 1);
  if (start === undefined) return [];
  const engine = createEngine(pack).following();
  const changes = Array.from({ length: count }, () => {
    const position = random.below(pack.questions.length);
    const question = random.pick(pack.questions.slice(position, position + 1));
    return { question: question.id, position, answer: answerTo(question, random) };
  });
  const ready = floor.ready(start) as never;
  const values = floor.rules.map((rule) => rule(ready));
  const mentions = mentioning(rules);
  const touched = changes.map(({ question }) => Int32Array.from(mentions.get(question) ?? []));
  const few = changes.slice(0, Math.max(20, Math.floor(count / 100)));
  let now = situationOf(start);
  return [
    {
      name: 'closures, those that mention the question',
      units: count,
      run: () => {
        changes.forEach(({ question, position, answer }, i) => {
          floor.put(ready, question, position, answer);
          for (const rule of touched[i] as Int32Array) values[rule] = floor.rules[rule]?.(ready) ?? false;
        });
        return values;
      },
    },
    {
      name: 'closures, all of them',
      units: few.length,
      run: () => {
        let held = 0;
        for (const { question, position, answer } of few) {
          floor.put(ready, question, position, answer);
          for (const rule of floor.rules) if (rule(ready)) held++;
        }
        return held;
      },
    },
    {
      name: 'waymark, all that it says, as a session has it',
      units: few.length,
      run: () => {
        for (const { question, answer } of few) {
          now = { ...now, answers: { ...now.answers, [question]: answer } };
          engine.evaluate(now);
        }
        return now;
      },
    },
    ...peers.map(({ name, holding, changed }) => {
      let answers = { ...start };
      const light = LIGHT[name as PeerName];
      const own = light
        ? changes.slice(0, few.length * 10)
        : few.slice(0, pack.outputs.length > 100 ? 1 : 20);
      return {
        name,
        units: own.length,
        run:
          changed === undefined
            ? eachAwaited(own, ({ question, answer }) => {
                answers = { ...answers, [question]: answer } as Complete;
                return holding(answers);
              })
            : each(own, ({ question, answer }) => changed(question, answer)),
      };
    }),
  ];
}

function each<T>(items: readonly T[], of: (item: T) => unknown): () => unknown {
  return () => {
    let last: unknown;
    for (const item of items) last = of(item);
    return last;
  };
}

function eachAwaited<T>(items: readonly T[], of: (item: T) => unknown): () => unknown {
  return () => {
    const go = async (from: number): Promise<unknown> => {
      let last: unknown;
      for (let i = from; i < items.length; i++) last = await of(items[i] as T);
      return last;
    };
    // What answers at once is not made to wait.
    for (let i = 0; i < items.length; i++) {
      const result = of(items[i] as T);
      if (result instanceof Promise) return result.then(() => go(i + 1));
    }
    return items.length;
  };
}
