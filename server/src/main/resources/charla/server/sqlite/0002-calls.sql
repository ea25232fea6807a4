-- One row for each call there was; seconds is the time from the answer to the end. A call is
-- settled once its conversation has its line.
CREATE TABLE calls (
  id            BLOB PRIMARY KEY,
  chatId        BLOB NOT NULL REFERENCES chats,
  version       INTEGER NOT NULL,
  state         TEXT NOT NULL,
  caller        BLOB NOT NULL REFERENCES users,
  callerSession BLOB NOT NULL,
  callee        BLOB NOT NULL REFERENCES users,
  calleeSession BLOB,
  answeredOn    TEXT,
  createdAt     INTEGER NOT NULL,
  answeredAt    INTEGER,
  endedAt       INTEGER,
  seconds       INTEGER,
  reason        TEXT,
  settled       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX callsUnsettled ON calls (createdAt) WHERE settled = 0;

-- Whose list a call stands in, once it has ended; the rows of a person lie together, by time.
CREATE TABLE callLists (
  userId    BLOB NOT NULL REFERENCES users,
  createdAt INTEGER NOT NULL,
  callId    BLOB NOT NULL REFERENCES calls,
  PRIMARY KEY (userId, createdAt, callId)
) STRICT, WITHOUT ROWID;

-- The line that a call left in its conversation has these instead of content.
ALTER TABLE messages ADD COLUMN callId BLOB;
ALTER TABLE messages ADD COLUMN callReason TEXT;
ALTER TABLE messages ADD COLUMN callSeconds INTEGER;
