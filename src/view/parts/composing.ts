/**
 * Whether a key belongs to an input method that is putting a word together: it chooses or drops that word, and is to do
 * nothing else. Safari tells of the last one when the word is there already, by its number alone.
 */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
