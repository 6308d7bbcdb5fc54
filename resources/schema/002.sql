-- What the list of the history is ordered and narrowed by, and views for people who ask the
-- database themselves.

ALTER TABLE comparison ADD COLUMN kind TEXT NOT NULL DEFAULT 'chat'
  CHECK (kind IN ('chat', 'photo'));

ALTER TABLE comparison ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));

ALTER TABLE comparison ADD COLUMN folder TEXT NOT NULL DEFAULT ''; -- '' for none

ALTER TABLE comparison ADD COLUMN trashed_at TEXT; -- null while it is not in the trash

-- Whose words the title is: the first ones of the prompt, a model's, or a person's own.
ALTER TABLE comparison ADD COLUMN title_by TEXT NOT NULL DEFAULT 'words'
  CHECK (title_by IN ('words', 'model', 'person'));

CREATE INDEX comparison_listed ON comparison (kind, pinned DESC, used DESC)
  WHERE trashed_at IS NULL;

CREATE INDEX comparison_filed ON comparison (folder, kind, pinned DESC, used DESC)
  WHERE trashed_at IS NULL AND folder <> '';

CREATE INDEX comparison_trashed ON comparison (trashed_at DESC, used DESC)
  WHERE trashed_at IS NOT NULL;

-- Whether anything still refers to a file in the folder blobs.
CREATE INDEX turn_part_blob ON turn_part (blob) WHERE blob IS NOT NULL;

CREATE INDEX reply_part_blob ON reply_part (blob) WHERE blob IS NOT NULL;

-- Files in the folder blobs that went out of use when what referred to them was forgotten. They are
-- removed as soon as it is sure that nothing new is about to refer to them.
CREATE TABLE spent_blob (
  blob TEXT NOT NULL PRIMARY KEY -- SHA-256
) STRICT;

CREATE VIEW comparisons AS
SELECT id, kind, title, folder,
    (SELECT group_concat(tag, ', ') FROM
      (SELECT tag FROM comparison_tag WHERE comparison_tag.comparison = comparison.id ORDER BY tag)
    ) AS tags,
    pinned, created_at, updated_at, trashed_at,
    (SELECT group_concat(model, ', ') FROM
      (SELECT provider || '/' || model AS model FROM pane
       WHERE pane.comparison = comparison.id AND closed = 0 ORDER BY position)
    ) AS models,
    (SELECT count(*) FROM turn WHERE turn.comparison = comparison.id) AS turns
FROM comparison;

CREATE VIEW messages AS
SELECT comparison.id AS comparison, comparison.title, turn.created_at AS at,
    turn.position AS turn, 'user' AS role, NULL AS model, turn.active AS in_use,
    coalesce((SELECT group_concat(text, '') FROM
      (SELECT text FROM turn_part WHERE turn_part.turn = turn.id AND kind = 'text'
       ORDER BY position)), '') AS text,
    turn.id AS id
FROM turn JOIN comparison ON comparison.id = turn.comparison
UNION ALL
SELECT comparison.id, comparison.title, turn.created_at,
    turn.position, 'model', reply.provider || '/' || reply.model, turn.active AND reply.active,
    coalesce((SELECT group_concat(text, '') FROM
      (SELECT text FROM reply_part WHERE reply_part.reply = reply.id AND kind = 'text'
       ORDER BY position)), ''),
    reply.id
FROM reply JOIN turn ON turn.id = reply.turn JOIN comparison ON comparison.id = turn.comparison;

CREATE VIEW metrics AS
SELECT reply.id AS reply, comparison.id AS comparison, comparison.title,
    turn.created_at AS at, turn.position AS turn, reply.provider, reply.model, reply.state,
    reply.finish_reason, reply.failure_kind, input_tokens, output_tokens, cached_tokens,
    reasoning_tokens, CAST(cost_amount AS REAL) AS cost, cost_currency, cost_source,
    first_token - coalesce(sent, 0) AS first_token_ms, total AS total_ms,
    CASE
      WHEN last_token > coalesce(first_thought, first_token)
        AND output_tokens - CASE WHEN first_thought IS NULL THEN coalesce(reasoning_tokens, 0)
          ELSE 0 END >= 2
      THEN (output_tokens - 1 - CASE WHEN first_thought IS NULL THEN coalesce(reasoning_tokens, 0)
          ELSE 0 END) * 1000.0 / (last_token - coalesce(first_thought, first_token))
    END AS tokens_per_second
FROM reply JOIN turn ON turn.id = reply.turn JOIN comparison ON comparison.id = turn.comparison;
