-- Photos and what was made of them. A photo is a comparison of the kind photo: its panes are the
-- models that were asked, its turns the steps, and the pictures of a reply the results of a step.
-- Which step follows which is said by their sources, not by the parents of the turns.

-- What a comparison of the kind photo began with.
CREATE TABLE photo (
  comparison TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id),
  blob       TEXT NOT NULL, -- SHA-256 of the file as it was picked, in the folder blobs
  media      TEXT NOT NULL,
  size       INTEGER NOT NULL,
  name       TEXT NOT NULL
) STRICT;

-- What a turn says beside the instruction and the pictures in its parts.
CREATE TABLE edit_step (
  turn           TEXT NOT NULL PRIMARY KEY REFERENCES turn (id),
  source_reply   TEXT REFERENCES reply (id), -- whose result was edited; null for the photo itself
  source_picture INTEGER, -- which of its pictures, from 0
  mask           TEXT, -- SHA-256 of a PNG in the folder blobs, transparent where it may change
  mask_size      INTEGER,
  options        TEXT NOT NULL, -- JSON: only what was set
  keep_outside   INTEGER NOT NULL CHECK (keep_outside IN (0, 1)), -- the source outside the mask
  feather        INTEGER NOT NULL -- how soft the edge of the mask is, in pixels of the source
) STRICT;

-- What was said of a result: that it is a good one, or that it is not to be shown any more.
CREATE TABLE picture_mark (
  reply   TEXT NOT NULL REFERENCES reply (id),
  picture INTEGER NOT NULL, -- which of its pictures, from 0
  mark    TEXT NOT NULL CHECK (mark IN ('star', 'trash')),
  PRIMARY KEY (reply, picture, mark)
) STRICT;
