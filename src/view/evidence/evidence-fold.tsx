/** Under a given answer: what it rests on, in the user's words. Closed by default; it never stands in the way. */
import { useState } from 'preact/hooks';
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { BASES, CONFIDENCES, type Evidence, NO_EVIDENCE } from '../../session/journal.ts';
import { useBrief } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { isKept } from '../parts/kept.ts';
import { KeptText } from '../parts/kept-field.tsx';
import './evidence.css';
import { Picks } from './picks.tsx';
import { ReviewBy } from './review-by.tsx';
import { begunForm, SourceList } from './source-list.tsx';

/** Letters of a note, and of one's own view. */
const LONGEST = 4000;

interface EvidenceFoldProps {
  session: OpenSession;
  question: Question;
}

export function EvidenceFold({ session, question }: EvidenceFoldProps) {
  const { t, explain } = useBrief();
  const { answers, ruledOut, evidence: all } = session.state.value;
  const evidence = all[question.id] ?? NO_EVIDENCE;
  const [isOpen] = useState(() => begunForm(session.id, question.id, evidence.sources) !== undefined);
  const short = explain.evidence(evidence);
  const answered = answers[question.id] !== undefined || (ruledOut[question.id] ?? []).length > 0;
  // What was said of an answer that is gone for now stays in sight.
  if (!answered && short === '') return null;
  const put = async (part: Partial<Evidence>): Promise<boolean> => {
    await session.assess(question.id, {
      ...(session.state.peek().evidence[question.id] ?? NO_EVIDENCE),
      ...part,
    });
    return isKept(session);
  };
  const draft = (field: string) => `${session.id}.${question.id}.${field}`;
  return (
    <Fold
      class="evidence"
      // What was begun and left is to be seen on coming back.
      open={isOpen}
      summary={
        <>
          {t('evidence.summary')} <small>{short || t('evidence.nothing')}</small>
        </>
      }
    >
      <p class="small quiet">{t('evidence.lead')}</p>
      <Picks
        legend={t('evidence.basis')}
        values={['', ...BASES] as const}
        chosen={evidence.basis}
        name={(basis) => t('evidence.basisName', { basis })}
        onChoose={(basis) => void put({ basis })}
      />
      <Picks
        legend={t('evidence.confidence')}
        values={['', ...CONFIDENCES] as const}
        chosen={evidence.confidence}
        name={(confidence) => t('evidence.confidenceName', { confidence })}
        meaning={t('evidence.confidenceMeans', { confidence: evidence.confidence })}
        onChoose={(confidence) => void put({ confidence })}
      />
      <SourceList session={session} question={question} uses={evidence.sources} onPut={put} />
      <KeptText
        label={t('evidence.note')}
        value={evidence.note}
        draft={draft('note')}
        longest={LONGEST}
        onKeep={(note) => put({ note })}
      />
      <KeptText
        label={t('evidence.ownView')}
        hint={t('evidence.ownViewHint')}
        value={evidence.ownView}
        draft={draft('ownView')}
        longest={LONGEST}
        onKeep={(ownView) => put({ ownView })}
      />
      <ReviewBy session={session} question={question} label={t('evidence.review')} />
    </Fold>
  );
}
