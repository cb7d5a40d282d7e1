/** What the page and the service worker say to each other, and what the build tells the worker. */

/** All files of one build of the app, except the worker itself. */
export interface Release {
  /** The build's id: a hash over every file. */
  build: string;
  files: {
    /** Relative to the worker's scope. */
    url: string;
    /** null: the name holds a hash of the content. */
    revision: string | null;
    /** As in HTML's integrity attribute, SHA-256: what was cut or changed on its way is refused. */
    integrity: string;
  }[];
}

/** From the page to the worker; answered through the port that comes with it (except SKIP_WAITING). */
export type Request =
  /** Which files are missing or damaged? `build` is the one the page runs. */
  | { type: 'STATUS'; build: string }
  /** The same, after fetching again what is missing. */
  | { type: 'REPAIR'; build: string }
  /** How is each file? `repair`: after fetching again what is not whole. Answered with `Checked`. */
  | { type: 'CHECK'; repair: boolean }
  /** Take over now: the user accepted the update. */
  | { type: 'SKIP_WAITING' };

export interface Status {
  /** The build that the worker keeps. */
  build: string;
  /** Files of it that are missing or damaged. */
  missing: string[];
  /** The build that the asking page runs is kept too, the same one or an older one. */
  kept: boolean;
}

export interface Checked {
  /** The build that the worker keeps. */
  build: string;
  /** How many files it has. */
  files: number;
  /** Of these, by their address relative to the worker's scope. */
  missing: string[];
  altered: string[];
  /** Asked only where something is not whole: whether the server answers at all. */
  reached: boolean;
}

/** From the worker to each page, answered through the port with the page's build id (a text). */
export interface WhichBuild {
  type: 'WHICH_BUILD';
}
