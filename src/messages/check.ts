/** Finds what is wrong with message files before anyone meets it on screen. Errors are data: all of them, not the first. */
import { MalformedMessage, paramsOf, parseMessage } from './parse.ts';

export interface MessageFault {
  key: string;
  /** What is wrong, for who writes the messages. */
  problem: string;
}

/** Malformed messages of one language. `messages` as read from JSON. */
export function checkMessages(messages: Readonly<Record<string, unknown>>): MessageFault[] {
  return Object.entries(messages).flatMap(([key, message]) => {
    if (typeof message !== 'string') return [{ key, problem: 'is not text' }];
    if (!/^[a-z]+\.[A-Za-z0-9]+$/.test(key)) return [{ key, problem: 'is not of the form area.name' }];
    const parts = tryParse(message);
    return parts instanceof MalformedMessage ? [{ key, problem: parts.message }] : [];
  });
}

/** Where a translation does not match its source: keys that are missing or unknown, values that differ. */
export function compareMessages(
  source: Readonly<Record<string, string>>,
  translation: Readonly<Record<string, string>>,
): MessageFault[] {
  const missing = Object.keys(source).filter((key) => !(key in translation));
  const unknown = Object.keys(translation).filter((key) => !(key in source));
  const differing = Object.keys(source).flatMap((key) => {
    const there = translation[key];
    if (there === undefined) return [];
    const wanted = namesIn(source[key] ?? '');
    const found = namesIn(there);
    return wanted === found
      ? []
      : [{ key, problem: `takes ${found || 'no values'}, the source ${wanted || 'none'}` }];
  });
  return [
    ...missing.map((key) => ({ key, problem: 'is missing' })),
    ...unknown.map((key) => ({ key, problem: 'is not in the source' })),
    ...differing,
  ];
}

function namesIn(message: string): string {
  const parts = tryParse(message);
  return parts instanceof MalformedMessage ? 'unreadable' : paramsOf(parts).join('; ');
}

function tryParse(message: string) {
  try {
    return parseMessage(message);
  } catch (error) {
    if (error instanceof MalformedMessage) return error;
    throw error;
  }
}
