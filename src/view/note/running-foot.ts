/** The foot of every printed page: the title, and the page of how many. Styles print what is set here. */
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../context.ts';

/** Sets what the page margins print (note-print.css) while the component is there. */
export function useRunningFoot(title: string): void {
  const { t } = useApp();
  const of = t('note.of');
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    // Margin boxes take text from styles only, and inherit custom properties from the root.
    style.setProperty('--foot-title', cssString(title));
    style.setProperty('--foot-of', cssString(of));
    return () => {
      style.removeProperty('--foot-title');
      style.removeProperty('--foot-of');
    };
  }, [title, of]);
}

/** Any text as a string of CSS. */
function cssString(text: string): string {
  return `"${text.replace(/[\n\r\f]/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}
