-- The history. Identifiers are UUIDs, moments are ISO 8601 in UTC, amounts of money are decimals
-- written out, and everything that has an order has an integer for it, since clocks can go back.

PRAGMA application_id = 1349479545; -- "Poly"

CREATE TABLE comparison (
  id         TEXT NOT NULL PRIMARY KEY,
  used       INTEGER NOT NULL UNIQUE, -- grows with every use: the list is ordered by it
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  title      TEXT NOT NULL,
  draft      TEXT NOT NULL
) STRICT;

CREATE TABLE pane (
  id         TEXT NOT NULL PRIMARY KEY,
  comparison TEXT NOT NULL REFERENCES comparison (id),
  position   INTEGER NOT NULL,
  provider   TEXT NOT NULL,
  model      TEXT NOT NULL,
  in_sync    INTEGER NOT NULL CHECK (in_sync IN (0, 1)),
  closed     INTEGER NOT NULL CHECK (closed IN (0, 1)),
  parameters TEXT NOT NULL, -- JSON: only what was set
  -- What stood at the upper edge when it was read last; all null at the bottom.
  place_turn    TEXT REFERENCES turn (id),
  place_section INTEGER,
  place_line    INTEGER,
  place_part    INTEGER
) STRICT;

CREATE INDEX pane_in_row ON pane (comparison, position);

-- Turns form a tree: a message that was edited and sent again stands beside its first wording.
CREATE TABLE turn (
  id         TEXT NOT NULL PRIMARY KEY,
  comparison TEXT NOT NULL REFERENCES comparison (id),
  parent     TEXT REFERENCES turn (id), -- what it follows; none for a first turn
  position   INTEGER NOT NULL, -- in the order of making, whatever the branch
  active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- in use, of those with the same parent
  created_at TEXT NOT NULL,
  UNIQUE (comparison, position)
) STRICT;

CREATE UNIQUE INDEX turn_in_use ON turn (comparison, coalesce(parent, '')) WHERE active = 1;

-- Most comparisons have none: the list counts their turns without following a path.
CREATE INDEX turn_out_of_use ON turn (comparison) WHERE active = 0;

-- The user message of a turn.
CREATE TABLE turn_part (
  turn     TEXT NOT NULL REFERENCES turn (id),
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('text', 'reasoning', 'citation', 'tool_call', 'picture',
             'document', 'search', 'opaque')),
  text     TEXT NOT NULL,
  millis   INTEGER,
  url      TEXT,
  title    TEXT,
  call_id  TEXT,
  name     TEXT,
  blob     TEXT, -- SHA-256 of a file in the folder blobs
  media    TEXT,
  size     INTEGER,
  voice    TEXT, -- who said the opaque state, and may have it back
  PRIMARY KEY (turn, position)
) STRICT;

CREATE TABLE reply (
  id                  TEXT NOT NULL PRIMARY KEY,
  pane                TEXT NOT NULL REFERENCES pane (id),
  turn                TEXT NOT NULL REFERENCES turn (id),
  ordinal             INTEGER NOT NULL,
  active              INTEGER NOT NULL CHECK (active IN (0, 1)),
  provider            TEXT NOT NULL,
  model               TEXT NOT NULL,
  state               TEXT NOT NULL CHECK (state IN ('queued', 'connecting', 'waiting', 'streaming',
                        'complete', 'stopped', 'failed', 'interrupted', 'truncated')),
  reported_model      TEXT,
  request_id          TEXT,
  finish_reason       TEXT,
  input_tokens        INTEGER,
  output_tokens       INTEGER,
  cached_tokens       INTEGER,
  reasoning_tokens    INTEGER,
  cache_write_tokens  INTEGER,
  searches            INTEGER,
  cost_amount         TEXT,
  cost_currency       TEXT,
  cost_source         TEXT CHECK (cost_source IN ('reported', 'computed')),
  cost_price          TEXT, -- JSON: the row of the catalogue it was computed with
  warnings            TEXT, -- JSON: what was dropped, clamped or changed
  failure_kind        TEXT,
  failure_status      INTEGER,
  failure_message     TEXT,
  failure_retry_after REAL,
  sent                INTEGER, -- these are milliseconds since the reply left the queue
  connected           INTEGER,
  first_thought       INTEGER,
  first_token         INTEGER,
  last_token          INTEGER,
  total               INTEGER,
  stalls              TEXT, -- JSON: [from, to] of each pause between words
  UNIQUE (pane, turn, ordinal)
) STRICT;

CREATE UNIQUE INDEX reply_in_use ON reply (pane, turn) WHERE active = 1;

CREATE INDEX reply_live ON reply (state)
  WHERE state IN ('queued', 'connecting', 'waiting', 'streaming');

CREATE TABLE reply_part (
  reply    TEXT NOT NULL REFERENCES reply (id),
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('text', 'reasoning', 'citation', 'tool_call', 'picture',
             'document', 'search', 'opaque')),
  text     TEXT NOT NULL,
  millis   INTEGER,
  url      TEXT,
  title    TEXT,
  call_id  TEXT,
  name     TEXT,
  blob     TEXT, -- SHA-256 of a file in the folder blobs
  media    TEXT,
  size     INTEGER,
  voice    TEXT, -- who said the opaque state, and may have it back
  PRIMARY KEY (reply, position)
) STRICT;

-- What arrived of replies that are still live, a row for each piece; folded into reply_part when
-- the reply ends, so that a long answer is not written again with each new word.
CREATE TABLE reply_words (
  seq     INTEGER PRIMARY KEY,
  reply   TEXT NOT NULL REFERENCES reply (id),
  passage INTEGER NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('text', 'reasoning', 'tool_call')),
  text    TEXT NOT NULL
) STRICT;

CREATE INDEX reply_words_of ON reply_words (reply);

-- What went over the wire for a reply, without keys. Bodies are compressed with gzip.
CREATE TABLE exchange (
  reply            TEXT NOT NULL REFERENCES reply (id),
  ordinal          INTEGER NOT NULL,
  provider         TEXT NOT NULL,
  protocol         TEXT NOT NULL,
  method           TEXT NOT NULL,
  url              TEXT NOT NULL,
  request_headers  TEXT NOT NULL, -- JSON
  request_body     BLOB NOT NULL,
  request_size     INTEGER NOT NULL, -- of the whole body; the stored one may be cut
  status           INTEGER,
  response_headers TEXT,
  response_body    BLOB,
  response_size    INTEGER,
  PRIMARY KEY (reply, ordinal)
) STRICT;

-- What somebody thought of the replies of a turn that stood against each other. The latest vote on
-- a turn counts; earlier ones stay, so that it can be seen what was corrected.
CREATE TABLE vote (
  id         TEXT NOT NULL PRIMARY KEY,
  ordinal    INTEGER NOT NULL UNIQUE, -- grows with every vote
  comparison TEXT NOT NULL REFERENCES comparison (id),
  turn       TEXT NOT NULL REFERENCES turn (id),
  cast_at    TEXT NOT NULL,
  blind      INTEGER NOT NULL CHECK (blind IN (0, 1)),
  verdict    TEXT NOT NULL CHECK (verdict IN ('winner', 'tie', 'all_bad'))
) STRICT;

CREATE INDEX vote_on ON vote (turn, ordinal);

CREATE INDEX vote_in ON vote (comparison);

-- The replies of a vote. Whose they were is written down: the pane may later be set otherwise.
CREATE TABLE vote_reply (
  vote       TEXT NOT NULL REFERENCES vote (id),
  position   INTEGER NOT NULL,
  reply      TEXT NOT NULL REFERENCES reply (id),
  pane       TEXT NOT NULL REFERENCES pane (id),
  provider   TEXT NOT NULL,
  model      TEXT NOT NULL,
  parameters TEXT NOT NULL, -- JSON: only what was set
  winner     INTEGER NOT NULL CHECK (winner IN (0, 1)),
  PRIMARY KEY (vote, position)
) STRICT;

-- Comparisons whose models are hidden, so that they can be voted on blindly.
CREATE TABLE blinding (
  comparison TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id),
  seed       INTEGER NOT NULL, -- of the order in which the panes stand
  after_turn TEXT REFERENCES turn (id), -- the last one that was asked with the models named
  hold       INTEGER NOT NULL CHECK (hold IN (0, 1)),
  revealed   INTEGER NOT NULL CHECK (revealed IN (0, 1))
) STRICT;

CREATE TABLE comparison_tag (
  comparison TEXT NOT NULL REFERENCES comparison (id),
  tag        TEXT NOT NULL,
  PRIMARY KEY (comparison, tag)
) STRICT;

CREATE INDEX comparison_tagged ON comparison_tag (tag);
