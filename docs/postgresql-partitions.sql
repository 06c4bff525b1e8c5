-- Divides the versions into 16 partitions by the article, so that each has smaller indexes and is vacuumed alone.
-- For psql, in one transaction, while no tracker runs. The tables must be those of the present version (docs/care.md).
-- Another schema than newsdiff: replace the name everywhere.

BEGIN;
LOCK TABLE newsdiff.version, newsdiff.history IN ACCESS EXCLUSIVE MODE;

-- A version's id is the key of its article's history times 2^24, plus its number. The keys of each partition are a
-- range: 4 bits of a hash of the article, then a counter. So a range of ids, which is what every query has, finds its
-- partition, and the id is still the primary key.
ALTER TABLE newsdiff.history ALTER COLUMN key DROP IDENTITY;
CREATE SEQUENCE newsdiff.history_number;
SELECT setval('newsdiff.history_number', (SELECT coalesce(max(key), 0) + 1 FROM newsdiff.history));
CREATE FUNCTION newsdiff.set_history_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.key := ((hashtextextended(NEW.article_id, 0) & 15) << 34) + nextval('newsdiff.history_number');
    RETURN NEW;
END $$;
CREATE TRIGGER set_history_key BEFORE INSERT ON newsdiff.history
    FOR EACH ROW EXECUTE FUNCTION newsdiff.set_history_key();

ALTER TABLE newsdiff.version RENAME TO whole_version;
ALTER TABLE newsdiff.whole_version ALTER COLUMN sequence DROP IDENTITY;
CREATE SEQUENCE newsdiff.version_number;
SELECT setval('newsdiff.version_number', (SELECT coalesce(max(sequence), 0) + 1 FROM newsdiff.whole_version));
CREATE TABLE newsdiff.version (LIKE newsdiff.whole_version INCLUDING DEFAULTS INCLUDING STORAGE INCLUDING CONSTRAINTS)
    PARTITION BY RANGE (id);
ALTER TABLE newsdiff.version ALTER COLUMN sequence SET DEFAULT nextval('newsdiff.version_number');
DO $$
BEGIN
    FOR part IN 0..15 LOOP
        EXECUTE format(
            'CREATE TABLE newsdiff.version_%s PARTITION OF newsdiff.version FOR VALUES FROM (%s) TO (%s)',
            part,
            CASE part WHEN 0 THEN 'MINVALUE' ELSE (part::bigint << 58)::text END,
            CASE part WHEN 15 THEN 'MAXVALUE' ELSE ((part + 1)::bigint << 58)::text END);
    END LOOP;
END $$;

-- Histories that are there get new keys, and take their versions and their rows of the search index with them.
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
    SELECT key AS former, ((hashtextextended(article_id, 0) & 15) << 34) + key AS key FROM newsdiff.history;
INSERT INTO newsdiff.version (
    id, sequence, seen_at, host, extractor_version, depth, content_hash, page_hash, container, doubt, body, erased,
    kept_before)
    SELECT (m.key << 24) + (v.id & 16777215), v.sequence, v.seen_at, v.host, v.extractor_version, v.depth, v.content_hash,
        v.page_hash, v.container, v.doubt, v.body, v.erased, v.kept_before
    FROM newsdiff.whole_version v JOIN moved m ON m.former = v.id >> 24;
UPDATE newsdiff.history h SET key = m.key FROM moved m WHERE m.former = h.key AND m.key <> h.key;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_tables WHERE schemaname = 'newsdiff' AND tablename = 'search_row') THEN
        UPDATE newsdiff.search_row r SET history = m.key FROM moved m WHERE m.former = r.history AND m.key <> r.history;
    END IF;
END $$;
DROP TABLE newsdiff.whole_version;

ALTER TABLE newsdiff.version ADD PRIMARY KEY (id);
CREATE INDEX version_by_sequence ON newsdiff.version (sequence) INCLUDE (id, seen_at);
CREATE INDEX version_by_time ON newsdiff.version (seen_at, sequence);
CREATE INDEX version_by_host ON newsdiff.version (host, sequence);
CREATE INDEX version_by_hidden_text ON newsdiff.version (content_hash) WHERE erased = 1;
COMMIT;
ANALYZE newsdiff.version, newsdiff.history;
