/** What tables read on paper: the situation sheet, role cards to be cut out, and news that stays closed until it is due. */
import { useApp, useBrief } from '../../context.ts';
import { Sheet } from '../sheet.tsx';
import { textsOf } from '../words.ts';
import { type PageProps, SheetOfPaper } from './sheet-of-paper.tsx';

export function SheetPage({ edition, table }: PageProps) {
  const { t } = useApp();
  return (
    <SheetOfPaper edition={edition} table={table} title={t('workshop.readSheet')}>
      <Sheet exercise={edition.exercise} level={3} />
    </SheetOfPaper>
  );
}

export function RoleCards({ edition, table }: PageProps) {
  const app = useBrief();
  const { t } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  return (
    <SheetOfPaper edition={edition} table={table} title={t('paper.part', { part: 'roles' })}>
      <p class="small">{t('paper.cut')}</p>
      <ul class="role-cards">
        {exercise.roles.map((id) => (
          <li key={id}>
            <small lang={lang}>{texts.title}</small>
            <h3 lang={lang}>{texts.roles[id]?.name}</h3>
            <p lang={lang}>{texts.roles[id]?.card}</p>
          </li>
        ))}
      </ul>
    </SheetOfPaper>
  );
}

/** Letters from which a text no longer fits below a fold across the middle of the page. */
const HALF_A_PAGE = 1400;

/** A page each, folded with its print inside: the word that opens it is with the trainer alone. */
export function InjectCards({ edition, table }: PageProps) {
  const app = useBrief();
  const { t } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  return (
    <>
      {exercise.injects.map(({ id }, i) => {
        const words = texts.injects[id];
        const fold = (words?.text.length ?? 0) < HALF_A_PAGE ? 'half' : 'thirds';
        return (
          <SheetOfPaper
            key={id}
            edition={edition}
            table={table}
            class={`inject-page ${fold}`}
            title={t('paper.news', { n: i + 1 })}
          >
            <p>{t('paper.seal', { fold, n: i + 1 })}</p>
            <p class="fold-line">{fold === 'half' && <span>{t('paper.foldHere')}</span>}</p>
            <div class="inject-card" lang={lang}>
              <h3>{words?.title}</h3>
              <p>{words?.text}</p>
            </div>
          </SheetOfPaper>
        );
      })}
    </>
  );
}
