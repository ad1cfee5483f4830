/** Raised with every change that older readers cannot make sense of. */
export const STORE_VERSION = 1;

/** What marks a SQLite file as a run: "TQRS". */
export const APPLICATION_ID = 0x54_51_52_53;

/** The tables of a run. Positions count the tickets of a run from 0, in the order of its sources. */
export const TABLES = `
CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sources (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE tickets (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, source INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE revised (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE failures (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE answers (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, origin TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE questions (key TEXT PRIMARY KEY, item TEXT NOT NULL, answer INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
