-- CreateTable
CREATE TABLE "Person" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "firstSeen" DATETIME NOT NULL,
    "lastSeen" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Turn" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "personKey" TEXT NOT NULL,
    "messageId" TEXT,
    "said" TEXT NOT NULL,
    "answered" TEXT NOT NULL,
    "heard" TEXT NOT NULL,
    "emotion" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "firstAudioMs" REAL,
    "mind" TEXT,
    CONSTRAINT "Turn_personKey_fkey" FOREIGN KEY ("personKey") REFERENCES "Person" ("key") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Turn_id_key" ON "Turn"("id");

-- CreateIndex
CREATE INDEX "Turn_personKey_seq_idx" ON "Turn"("personKey", "seq");

-- CreateIndex
CREATE INDEX "Turn_messageId_idx" ON "Turn"("messageId");

-- What a search may find: of a turn that was cut, only the words that were heard.
CREATE VIEW "TurnText" AS
SELECT "seq", "said", CASE "status" WHEN 'cut' THEN "heard" ELSE "answered" END AS "answered" FROM "Turn";

CREATE VIRTUAL TABLE "TurnWords" USING fts5(
    "said", "answered",
    content='TurnText', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2'
);

-- A removed word leaves the index at once, not at some later merge.
INSERT INTO "TurnWords"("TurnWords", "rank") VALUES ('secure-delete', 1);

CREATE TRIGGER "TurnWords_insert" AFTER INSERT ON "Turn" BEGIN
    INSERT INTO "TurnWords"("rowid", "said", "answered")
    VALUES (new."seq", new."said", CASE new."status" WHEN 'cut' THEN new."heard" ELSE new."answered" END);
END;

CREATE TRIGGER "TurnWords_delete" AFTER DELETE ON "Turn" BEGIN
    INSERT INTO "TurnWords"("TurnWords", "rowid", "said", "answered")
    VALUES ('delete', old."seq", old."said", CASE old."status" WHEN 'cut' THEN old."heard" ELSE old."answered" END);
END;

CREATE TRIGGER "TurnWords_update" AFTER UPDATE OF "said", "answered", "heard", "status" ON "Turn" BEGIN
    INSERT INTO "TurnWords"("TurnWords", "rowid", "said", "answered")
    VALUES ('delete', old."seq", old."said", CASE old."status" WHEN 'cut' THEN old."heard" ELSE old."answered" END);
    INSERT INTO "TurnWords"("rowid", "said", "answered")
    VALUES (new."seq", new."said", CASE new."status" WHEN 'cut' THEN new."heard" ELSE new."answered" END);
END;
