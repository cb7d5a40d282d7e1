/** What was proved of the rules, in plain words, each claim with its examples; these are tried on this device. */
import { useEffect, useState } from 'preact/hooks';
import type { Figures, Soundness } from '../../engine/soundness/soundness.ts';
import type { InBrief } from '../app.ts';
import { useApp, useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Fold } from '../parts/fold.tsx';
import { Frame } from '../parts/frame.tsx';
import {
  BothWaysClaims,
  BranchClaims,
  ExclusiveClaims,
  QuestionClaims,
  ReachClaims,
  ReadingClaims,
  StatementClaims,
} from './claims.tsx';
import './proof.css';

type Proof = Awaited<ReturnType<InBrief['proof']>>;
/** Milliseconds of checking before the screen gets its turn. */
const SLICE = 12;

export function ProofScreen() {
  const app = useBrief();
  const { t, pack, language } = app;
  const heading = useHeading(t('proof.title'));
  const [proof, setProof] = useState<Proof>();
  const [missing, setMissing] = useState(false);
  const fetchProof = () => {
    setMissing(false);
    app.proof().then(setProof, () => setMissing(true));
  };
  useEffect(fetchProof, []);
  return (
    <Frame bar={<BackBar />}>
      <div class="page proof">
        <h1 class="sans" ref={heading} tabIndex={-1}>
          {t('proof.heading')}
        </h1>
        {missing && (
          <>
            <p role="alert">{t('proof.unavailable')}</p>
            <p>
              <button type="button" class="button second" onClick={fetchProof}>
                {t('proof.retry')}
              </button>
            </p>
          </>
        )}
        {proof && (
          <>
            <p class="lead">
              {proof.report.situations === undefined
                ? t('proof.leadUncounted')
                : t('proof.lead', { situations: inWords(proof.report.situations, language.value) })}
            </p>
            <p>{t('proof.means')}</p>
            <p>{t('proof.meansNot')}</p>
            <Checked proof={proof} />
            <Claims report={proof.report} />
            <p class="small quiet">
              {t('proof.pack', { version: pack.version, hash: pack.hash.slice(0, 16) })}
            </p>
          </>
        )}
      </div>
    </Frame>
  );
}

/** Tries the examples in pieces, so that the screen stays at the reader's hand. */
function Checked({ proof: { checks } }: { proof: Proof }) {
  const { t, say } = useBrief();
  const [done, setDone] = useState(0);
  const [failed, setFailed] = useState<string[]>([]);
  useEffect(() => {
    let at = 0;
    const wrong: string[] = [];
    const turn = () => {
      const end = performance.now() + SLICE;
      for (; at < checks.length && performance.now() < end; at++) {
        const check = checks[at];
        if (check !== undefined && !check.comesOut()) wrong.push(check.claim);
      }
      if (at < checks.length) {
        timer = setTimeout(turn);
        return;
      }
      setFailed(wrong);
      setDone(at);
    };
    let timer = setTimeout(turn);
    return () => clearTimeout(timer);
  }, [checks]);
  if (done < checks.length) return <p class="checked quiet">{t('proof.checking')}</p>;
  return failed.length > 0 ? (
    <p class="checked problem" role="alert">
      {t('proof.failed', { n: failed.length, list: say.list(failed.slice(0, 5)) })}
    </p>
  ) : (
    <p class="checked">{t('proof.checked', { n: checks.length })}</p>
  );
}

type Claim = Exclude<keyof Figures, 'impossible' | 'sound'>;

const CLAIMS: readonly Claim[] = [
  'outputs',
  'questions',
  'asked',
  'exclusive',
  'letters',
  'warnings',
  'notes',
  'statements',
  'cases',
  'branches',
];

function Claims({ report }: { report: Soundness }) {
  const { t } = useApp();
  return (
    <ul class="claims">
      {CLAIMS.map((claim) => {
        const [so, all] = report.figures[claim];
        if (all === 0) return null;
        const summary = (
          <>
            <b class="num">{t('proof.of', { so, all })}</b> {t(`proof.${claim}`)}
          </>
        );
        const isPlain = claim === 'cases' || claim === 'warnings' || claim === 'notes';
        return (
          <li key={claim}>
            {isPlain ? (
              <p class="plain">{summary}</p>
            ) : (
              <Fold summary={summary}>
                <Details report={report} claim={claim} />
              </Fold>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Details({ report, claim }: { report: Soundness; claim: Claim }) {
  switch (claim) {
    case 'outputs':
      return <BothWaysClaims outputs={report.outputs} />;
    case 'questions':
      return <QuestionClaims questions={report.questions} />;
    case 'asked':
      return <ReachClaims questions={report.questions} />;
    case 'exclusive':
      return <ExclusiveClaims exclusive={report.exclusive} />;
    case 'letters':
      return <ReadingClaims readings={report.readings} />;
    case 'statements':
      return <StatementClaims statements={report.statements} />;
    case 'branches':
      return <BranchClaims report={report} />;
    default:
      return null;
  }
}

/** A number of any length, grouped as the language has it. */
function inWords(number: string, language: string): string {
  return new Intl.NumberFormat(language).format(BigInt(number));
}
