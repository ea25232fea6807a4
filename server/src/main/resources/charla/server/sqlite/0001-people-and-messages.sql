-- Ids are the 12 bytes of an ObjectId, times are milliseconds since 1970, flags are 0 and 1.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta VALUES ('epoch', lower(hex(randomblob(12))));

CREATE TABLE users (
  id            BLOB PRIMARY KEY,
  username      TEXT NOT NULL UNIQUE,
  displayName   TEXT NOT NULL,
  passwordHash  TEXT NOT NULL,
  administrator INTEGER NOT NULL,
  suspended     INTEGER NOT NULL DEFAULT 0,
  createdAt     INTEGER NOT NULL,
  lastSeen      INTEGER
) STRICT, WITHOUT ROWID;

-- By what a person is found; see SearchTerms.
CREATE TABLE userTerms (
  term   TEXT NOT NULL,
  userId BLOB NOT NULL REFERENCES users,
  PRIMARY KEY (term, userId)
) STRICT, WITHOUT ROWID;
CREATE INDEX userTermsByUser ON userTerms (userId);

CREATE TABLE blocks (
  blocker BLOB NOT NULL REFERENCES users,
  blocked BLOB NOT NULL REFERENCES users,
  PRIMARY KEY (blocker, blocked)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id        BLOB PRIMARY KEY,
  userId    BLOB NOT NULL REFERENCES users,
  tokenHash TEXT NOT NULL UNIQUE,
  device    TEXT NOT NULL,
  createdAt INTEGER NOT NULL,
  lastUsed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessionsByUser ON sessions (userId);

CREATE TABLE signInFailures (
  key   TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  last  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE invites (
  codeHash  TEXT PRIMARY KEY,
  uses      INTEGER NOT NULL,
  expiresAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A direct conversation is named by its two people, the lesser id first: they have only one.
CREATE TABLE chats (
  id       BLOB PRIMARY KEY,
  directOf BLOB UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE chatMembers (
  chatId    BLOB NOT NULL REFERENCES chats,
  userId    BLOB NOT NULL REFERENCES users,
  delivered INTEGER NOT NULL DEFAULT 0,
  read      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (chatId, userId)
) STRICT, WITHOUT ROWID;
CREATE INDEX chatMembersByUser ON chatMembers (userId);

-- Without row ids the rows themselves lie in the order of the key: a page is one range of the file.
CREATE TABLE messages (
  chatId    BLOB NOT NULL REFERENCES chats,
  seq       INTEGER NOT NULL,
  id        BLOB NOT NULL,
  clientId  BLOB NOT NULL,
  fromUser  BLOB NOT NULL REFERENCES users,
  toUser    BLOB REFERENCES users,
  createdAt INTEGER NOT NULL,
  content   TEXT NOT NULL,
  PRIMARY KEY (chatId, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX messagesByClientId ON messages (fromUser, clientId);
