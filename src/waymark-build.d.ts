/** What the build tells the page about itself. Made by src/tools/vite-plugin-waymark.ts. */
declare module 'virtual:waymark' {
  export interface BuiltPack {
    /** Folder name under rules/. */
    id: string;
    /** URL of the compiled pack (engine/pack.ts), relative to the page. */
    url: string;
    /** URL of what is proved of it (engine/soundness/soundness.ts). */
    proof: string;
    /** URL of the exercises that come with it (engine/exercise/exercise.ts), a list. */
    exercises: string;
    /** URL of the pack's words (engine/words.ts) by language; `en-XA` is the pseudo-locale. */
    words: Record<string, string>;
  }
  export const packs: BuiltPack[];
  /** URL of the app's messages by language; `en-XA` is the pseudo-locale. */
  export const messages: Record<string, string>;
  /** Version of the app, and the id of this build: a hash over every file of it. `dev` while developing. */
  export const version: { app: string; build: string };
  /** URL of the service worker; '' where there is none: while developing, and in a single file. */
  export const worker: string;
}

/** In the single-file edition only: the script of the worker that keeps the second copy. */
declare module 'virtual:waymark-copy-worker' {
  const script: string;
  export default script;
}
