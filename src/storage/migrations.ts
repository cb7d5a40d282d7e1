/** The schemas of the databases, step by step. A step that was shipped is never changed: a new one is added. */

export interface Migration {
  /** What it is for, in a few words. */
  name: string;
  /** Runs within the upgrade's transaction: all steps of an upgrade come about, or none. */
  run(database: IDBDatabase): void;
}

/** Migration n leads from version n to version n + 1; version 0 is no database. */
export const MIGRATIONS: Migration[] = [
  {
    name: 'sessions and their entries',
    run(database) {
      database.createObjectStore('entries', { keyPath: ['session', 'seq'] });
      database.createObjectStore('sessions', { keyPath: 'id' });
    },
  },
  {
    name: 'what was removed for good, so that the second copy does not bring it back',
    run(database) {
      database.createObjectStore('removed', { keyPath: 'id' });
    },
  },
];

/** Of the database of own additions. */
export const ADDITION_MIGRATIONS: Migration[] = [
  {
    name: 'own additions',
    run(database) {
      database.createObjectStore('additions', { keyPath: ['pack', 'id'] });
    },
  },
  {
    name: 'how often each was changed, so that of two copies the later is known',
    run(database) {
      database.createObjectStore('changes', { keyPath: ['pack', 'id'] });
    },
  },
];

export const VERSION = MIGRATIONS.length;
