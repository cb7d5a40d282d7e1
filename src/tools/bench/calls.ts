/** What is asked once at a time: loading, compiling, a whole evaluation, hinges, the next question. Milliseconds. */
import { compilePack } from '../../engine/compile/compile.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { createReasoner } from '../../engine/create-reasoner.ts';
import type { Pack } from '../../engine/pack.ts';
import type { Situation } from '../../engine/verdict.ts';
import { answerTo, completeAnswers, halfKnown, situationOf } from './answers.ts';
import type { Complete } from './closures.ts';
import { publicodes, surveyCore } from './heavy-peers.ts';
import { timed } from './measure.ts';
import { jsonLogic, jsonRules } from './peers.ts';
import { Random } from './random.ts';
import { type PeerName, type Subject, sha256 } from './subject.ts';

export interface Call {
  name: string;
  median: number;
  p95: number;
}

export function callsOf(subject: Subject, times: number): Call[] {
  const { pack } = subject;
  const text = JSON.stringify(pack);
  const sources = subject.sources();
  const engine = createEngine(pack);
  const reasoner = createReasoner(pack);
  const random = new Random(5);
  const halves = completeAnswers(pack, random, times).map(halfKnown);
  const outputs = pack.outputs.filter(({ when }) => when.kind !== 'undecided').map(({ id }) => id);
  const pick = () => ({ situation: random.pick(halves), output: random.pick(outputs) });
  const nothing = situationOf({} as Complete);
  const few = Math.max(3, Math.ceil(times / 10));
  return [
    call('reading the YAML', few, subject.sources),
    call('compiling and proving', few, () => compilePack(sources, sha256)),
    call('loading what is compiled: JSON to engine', few, () => createEngine(JSON.parse(text) as Pack)),
    ...subject.peers.map((name) => call(`loading into ${name}`, few, loading(name, subject))),
    call('first evaluation, nothing known', few, () => engine.evaluate(nothing)),
    call('evaluation, half known', times, () => engine.evaluate(random.pick(halves))),
    ...answerByAnswer(subject, times),
    call('hinges of an output, half known', times, () => {
      const { situation, output } = pick();
      return reasoner.hinges(situation, output);
    }),
    call('next question over all outputs, half known', few, () =>
      reasoner.next(random.pick(halves), outputs),
    ),
  ];
}

/** What a session does at each tap: the evaluation, and which questions still matter. */
function answerByAnswer({ pack }: Subject, times: number): Call[] {
  const random = new Random(6);
  const engine = createEngine(pack).following();
  let situation: Situation = situationOf({} as Complete);
  engine.evaluate(situation);
  engine.stillMatters(situation);
  return [
    call('after one answer: evaluation and what still matters', times, () => {
      const question = random.pick(pack.questions);
      situation = {
        ...situation,
        answers: { ...situation.answers, [question.id]: answerTo(question, random) },
      };
      return [engine.evaluate(situation), engine.stillMatters(situation)];
    }),
  ];
}

function loading(name: PeerName, { pack, rules }: Subject): () => unknown {
  switch (name) {
    case 'json-logic-engine':
      return () => jsonLogic(rules);
    case 'json-rules-engine':
      return () => jsonRules(rules);
    case 'publicodes':
      return () => publicodes(pack, rules);
    case 'survey-core':
      return () => surveyCore(pack, rules);
  }
}

function call(name: string, times: number, of: () => unknown): Call {
  // Once before, so that what is compiled on first use is.
  of();
  return { name, ...timed(Array.from({ length: times }, () => of)) };
}
