/** The language of the app and of the pack: chosen at the start, changed in place. */
import { messages as messageUrls } from 'virtual:waymark';
import { batch, computed, effect, type Signal, signal } from '@preact/signals';
import type { PackWords } from './engine/words.ts';
import { fetchJson } from './fetch-json.ts';
import { endonym, keepChoice, offeredLanguages, readChoice } from './messages/choice.ts';
import { chooseLanguage } from './messages/choose.ts';
import { createTranslate } from './messages/format.ts';
import type { Messages, Translate } from './messages/messages.ts';
import type { App } from './view/app.ts';

interface Spoken {
  /** Of each brief, in their order. */
  words: readonly PackWords[];
  messages: Messages;
}

export interface Languages extends Pick<App, 'language' | 'languages' | 'setLanguage' | 't'> {
  /** Of each brief, in their order. */
  words: Signal<readonly PackWords[]>;
  messages: Signal<Messages>;
}

export interface FirstLanguage {
  /** Of the first language, for what is said before all else is there. */
  speak: () => Promise<Translate>;
  /** Once its words have come. */
  ready: Promise<Languages>;
}

/** @param wordUrls where the words of each brief are, by language */
export function startLanguage(wordUrls: readonly Readonly<Record<string, string>>[]): FirstLanguage {
  const tags = offeredLanguages(
    Object.keys(messageUrls).filter((tag) => wordUrls.every((urls) => tag in urls)),
  );
  const first = chooseLanguage(tags, readChoice(), navigator.languages);
  const fetchLanguage = async (tag: string): Promise<Spoken> => {
    const [words, messages] = await Promise.all([
      Promise.all(wordUrls.map((urls) => fetchJson<PackWords>(urls[tag] ?? ''))),
      fetchJson<Messages>(messageUrls[tag] ?? ''),
    ]);
    return { words, messages };
  };
  const speaking = fetchLanguage(first);
  return {
    speak: async () => createTranslate(first, (await speaking).messages),
    ready: speaking.then((spoken) => createLanguages(tags, first, spoken, fetchLanguage)),
  };
}

function createLanguages(
  tags: readonly string[],
  first: string,
  spoken: Spoken,
  fetchLanguage: (tag: string) => Promise<Spoken>,
): Languages {
  const language = signal(first);
  const words = signal(spoken.words);
  const messages = signal(spoken.messages);
  const translate = computed(() => createTranslate(language.value, messages.value));
  effect(() => {
    document.documentElement.lang = language.value;
  });
  return {
    language,
    words,
    messages,
    t: (key, params) => translate.value(key, params),
    // Where it is shown and no earlier: a browser reads its table of languages for the first name, slowly.
    languages: tags.map((tag) => ({
      tag,
      get name() {
        return endonym(tag);
      },
    })),
    async setLanguage(tag) {
      const next = await fetchLanguage(tag);
      keepChoice(tag);
      batch(() => {
        language.value = tag;
        words.value = next.words;
        messages.value = next.messages;
      });
    },
  };
}
