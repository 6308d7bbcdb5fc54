-- What is found by searching. A passage is what can be found at one place: a title, a prompt, an
-- answer, or the thoughts before it. Its number is its own, so the index stays right whatever
-- happens to the tables it speaks of, and grows with the hour of what it says, so that the newest
-- stand last whenever they were stored.

-- A comparison by a short number.
CREATE TABLE passage_comparison (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  comparison TEXT NOT NULL UNIQUE REFERENCES comparison (id)
) STRICT;

-- A model that answered, by a short number.
CREATE TABLE passage_model (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  provider TEXT NOT NULL,
  model    TEXT NOT NULL,
  UNIQUE (provider, model)
) STRICT;

CREATE TABLE passage (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  comparison INTEGER NOT NULL REFERENCES passage_comparison (id),
  role       TEXT NOT NULL CHECK (role IN ('title', 'user', 'assistant', 'reasoning')),
  message    TEXT NOT NULL, -- the turn of a prompt, the reply of an answer, '' for a title
  model      INTEGER REFERENCES passage_model (id)
) STRICT;

CREATE INDEX passage_in ON passage (comparison, message);

-- Passages that are gone, of which the index may keep some words until it has been written anew.
CREATE TABLE passage_spent (
  passage INTEGER PRIMARY KEY
) STRICT;

-- The words of passages, folded and parted by the program (see the package history). Holds no text:
-- a word is removed by naming what was put in, and is then gone from the file.
CREATE VIRTUAL TABLE passage_words USING fts5 (
  words, content = '', tokenize = 'ascii', prefix = '2 3'
);

INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1);

