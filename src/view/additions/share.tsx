/** Additions as a file: saved for colleagues, or opened from one, with a preview before anything changes. */
import { useRef, useState } from 'preact/hooks';
import type { Incoming } from '../../session/additions/compare.ts';
import type { FileProblem } from '../../session/additions/file.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp } from '../context.ts';
import { calendarDay } from '../dates.ts';
import { announce } from '../parts/live.tsx';
import { Preview } from './preview.tsx';
import { Problems } from './problems.tsx';

/** Bytes of a file that is read at all. */
const LARGEST = 20_000_000;

type Opened =
  | { kind: 'problems'; name: string; problems: (FileProblem | { code: 'unreadable' })[] }
  | { kind: 'preview'; name: string; incoming: Incoming[] };

export function Share({ own }: { own: OwnAdditions }) {
  const { t } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState('');
  const tell = (words: string) => {
    setSaid(words);
    announce(words);
  };

  const save = () => {
    download(own.write(), `${t('additions.fileName')}-${calendarDay(new Date())}.json`);
    tell(t('additions.saved', { n: own.all.peek().length }));
  };
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    setSaid('');
    const { name } = file;
    const refused = (code: 'tooLarge' | 'unreadable') =>
      setOpened({ kind: 'problems', name, problems: [{ code }] });
    if (file.size > LARGEST) return refused('tooLarge');
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return refused('unreadable');
    const read = own.readFile(text);
    if ('problems' in read) setOpened({ kind: 'problems', name, problems: read.problems });
    else setOpened({ kind: 'preview', name, incoming: own.compare(read.file.additions) });
  };

  return (
    <section class="share">
      <h2 class="group">{t('additions.share')}</h2>
      <p>{t('additions.shareHow')}</p>
      <p class="ways">
        <button type="button" class="button second" disabled={own.all.value.length === 0} onClick={save}>
          {t('additions.save')}
        </button>
        <button type="button" class="button second" onClick={() => input.current?.click()}>
          {t('additions.open')}
        </button>
        <input
          type="file"
          accept=".json,application/json"
          hidden
          ref={input}
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            // So that the same file, mended, can be opened again.
            event.currentTarget.value = '';
          }}
        />
      </p>
      {said && <p class="small quiet">{said}</p>}
      {opened?.kind === 'problems' && <Problems name={opened.name} problems={opened.problems} />}
      {opened?.kind === 'preview' && (
        <Preview
          own={own}
          name={opened.name}
          incoming={opened.incoming}
          onStale={(incoming) => setOpened({ ...opened, incoming })}
          onDone={(words) => {
            setOpened(undefined);
            tell(words);
            input.current?.previousElementSibling instanceof HTMLElement &&
              input.current.previousElementSibling.focus();
          }}
        />
      )}
    </section>
  );
}

/** Hands a file to the browser, which saves it or asks where. */
function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
