-- @ insertValues
INSERT INTO raw (database, "table", key, columns) VALUES ('sap', 'orders', 'k1', '{"key": "columns"}')
-- =>
INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) VALUES ('sap', 'orders', 'k1', '{"key": "columns"}')
-- ? 3.2 raw_rows in a list of columns; JSON stays

-- @ insertSeveralRows
INSERT INTO public.raw(key,columns,database,"table") VALUES ('k1', '{}', 'sap', 'orders'), ('k2', '{}', 'sap', 'orders')
-- =>
INSERT INTO public.raw_rows(_raw_key,_raw_columns,_raw_database,"_raw_table") VALUES ('k1', '{}', 'sap', 'orders'), ('k2', '{}', 'sap', 'orders')

-- @ insertUnquotedTableColumn
INSERT INTO raw (database, table, key, columns) VALUES ($1, $2, $3, $4)
-- =>
INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) VALUES ($1, $2, $3, $4)

-- @ insertQuoted
INSERT INTO "public"."raw" ("database", "table", "key", "columns") VALUES (?, ?, ?, ?)
-- =>
INSERT INTO "public"."raw_rows" ("_raw_database", "_raw_table", "_raw_key", "_raw_columns") VALUES (?, ?, ?, ?)

-- @ insertSelect
INSERT INTO raw (database, "table", key, columns) SELECT 'sap', 'copy', key, columns FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) SELECT 'sap', 'copy', _raw_key, _raw_columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY _raw_key
-- ? names of the SELECT do not matter

-- @ insertSelectFromAssets
INSERT INTO raw (database, "table", key, columns) SELECT 'cdf', 'assets', external_id, row_to_json(a) FROM assets a
-- =>
INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) SELECT 'cdf', 'assets', external_id, row_to_json(a) FROM assets a

-- @ insertWithCommonTable
WITH x AS (SELECT 'k' AS key) INSERT INTO raw (database, "table", key, columns) SELECT 'sap', 'orders', key, '{}' FROM x
-- =>
WITH x AS (SELECT 'k' AS key) INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) SELECT 'sap', 'orders', key, '{}' FROM x

-- @ insertReturning
INSERT INTO raw (database, "table", key, columns) VALUES ('sap', 'orders', 'k1', '{}') RETURNING key, columns AS c, database || key
-- =>
INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) VALUES ('sap', 'orders', 'k1', '{}') RETURNING _raw_key AS key, _raw_columns AS c, _raw_database || _raw_key

-- @ insertOnConflict
INSERT INTO raw AS r (database, "table", key, columns) VALUES ('sap', 'orders', 'k1', '{}') ON CONFLICT (database, "table", key) DO UPDATE SET columns = EXCLUDED.columns WHERE r.key <> 'x'
-- =>
INSERT INTO raw_rows AS r (_raw_database, "_raw_table", _raw_key, _raw_columns) VALUES ('sap', 'orders', 'k1', '{}') ON CONFLICT (_raw_database, "_raw_table", _raw_key) DO UPDATE SET _raw_columns = EXCLUDED._raw_columns WHERE r._raw_key <> 'x'
-- ? EXCLUDED is a row of raw_rows

-- @ insertOnConflictDoNothing
INSERT INTO raw (database, "table", key, columns) VALUES ('sap', 'orders', 'k1', '{}') ON CONFLICT DO NOTHING
-- =>
INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) VALUES ('sap', 'orders', 'k1', '{}') ON CONFLICT DO NOTHING

-- @ insertWithoutColumns
INSERT INTO raw VALUES ('sap', 'orders', 'k1', '{}')
-- =>
INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) VALUES ('sap', 'orders', 'k1', '{}')
-- ! note 1:13 values for raw go by the order of its columns

-- @ insertDataPoints
INSERT INTO datapoints (external_id, timestamp, value) VALUES ('x', now(), 1.5)
-- =>
INSERT INTO double_datapoints (external_id, timestamp, value) VALUES ('x', now(), 1.5)

-- @ insertDataPointsWithoutColumns
INSERT INTO datapoints SELECT * FROM staged_points
-- =>
INSERT INTO double_datapoints SELECT * FROM staged_points
-- ! note 1:13 values for datapoints go by the order of its columns

-- @ insertTimeSeries
INSERT INTO timeseries (external_id, name) VALUES ('x', 'X')
-- =>
INSERT INTO time_series (external_id, name) VALUES ('x', 'X')

-- @ insertLegacyName
INSERT INTO timeseries (external_id, name, legacy_name) VALUES ('x', 'X', 'x')
-- =>
INSERT INTO time_series (external_id, name, legacy_name) VALUES ('x', 'X', 'x')
-- ! problem 1:44 column legacy_name of timeseries does not exist in 2.0
-- ? 3.2: legacy_name is gone, nothing can take its place

-- @ insertTimeSeriesWithoutColumns
INSERT INTO timeseries VALUES (1, 'x')
-- =>
INSERT INTO time_series VALUES (1, 'x')
-- ! problem 1:13 values for timeseries go by the order of its columns, of which 2.0 lacks legacy_name

-- @ insertSequenceRows
INSERT INTO sequence_rows (external_id, row_number, columns, row_values) VALUES ('s', 1, '["a"]', '[1]')
-- =>
INSERT INTO sequence_rows (external_id, row_number, columns, "values") VALUES ('s', 1, '["a"]', '[1]')

-- @ insertAssetsWithoutColumns
INSERT INTO assets VALUES (1, 'x')
-- =>
INSERT INTO assets VALUES (1, 'x')
-- ! note 1:13 values for assets go by the order of its columns

-- @ update
UPDATE raw SET columns = '{"a": 1}' WHERE database = 'sap' AND "table" = 'orders' AND key = 'k1'
-- =>
UPDATE raw_rows SET _raw_columns = '{"a": 1}' WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' AND _raw_key = 'k1'
-- ? 3.2 raw_rows in SET and WHERE

-- @ updateWithAlias
UPDATE raw AS r SET columns = jsonb_set(r.columns::jsonb, '{key}', '1') WHERE r.database = 'sap' AND r.table = 'orders' AND r.key = 'k1'
-- =>
UPDATE raw_rows AS r SET _raw_columns = jsonb_set(r._raw_columns::jsonb, '{key}', '1') WHERE r._raw_database = 'sap' AND r._raw_table = 'orders' AND r._raw_key = 'k1'

-- @ updateSeveralColumns
UPDATE raw SET (key, columns) = ('k2', columns), database = database WHERE raw.key = 'k1'
-- =>
UPDATE raw_rows SET (_raw_key, _raw_columns) = ('k2', _raw_columns), _raw_database = _raw_database WHERE raw_rows._raw_key = 'k1'

-- @ updateFrom
UPDATE raw SET columns = a.metadata FROM assets a WHERE a.external_id = raw.key AND database = 'sap'
-- =>
UPDATE raw_rows SET _raw_columns = a.metadata FROM assets a WHERE a.external_id = raw_rows._raw_key AND _raw_database = 'sap'

-- @ updateFromSubquery
UPDATE assets SET description = x.columns ->> 'text' FROM (SELECT key, columns FROM raw WHERE database = 'sap') x WHERE x.key = assets.external_id
-- =>
UPDATE assets SET description = x.columns ->> 'text' FROM (SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap') x WHERE x.key = assets.external_id

-- @ updateSetSubquery
UPDATE assets SET description = (SELECT columns ->> 'text' FROM raw WHERE key = assets.external_id AND database = 'sap' LIMIT 1)
-- =>
UPDATE assets SET description = (SELECT _raw_columns ->> 'text' FROM raw_rows WHERE _raw_key = assets.external_id AND _raw_database = 'sap' LIMIT 1)

-- @ updateReturning
UPDATE raw SET columns = '{}' WHERE key = 'k1' RETURNING key, old.columns, new.columns AS after
-- =>
UPDATE raw_rows SET _raw_columns = '{}' WHERE _raw_key = 'k1' RETURNING _raw_key AS key, old._raw_columns AS columns, new._raw_columns AS after
-- ? old and new are rows of raw_rows

-- @ updateTimeSeries
UPDATE timeseries SET unit = 'bar' WHERE timeseries.external_id = 'x'
-- =>
UPDATE time_series SET unit = 'bar' WHERE time_series.external_id = 'x'

-- @ updateLegacyName
UPDATE timeseries SET legacy_name = 'y', name = 'Y' WHERE external_id = 'x'
-- =>
UPDATE time_series SET legacy_name = 'y', name = 'Y' WHERE external_id = 'x'
-- ! problem 1:23 column legacy_name of timeseries does not exist in 2.0

-- @ updateSequenceRows
UPDATE sequence_rows SET row_values = '{"a": 1}' WHERE external_id = 's' AND row_number = 1
-- =>
UPDATE sequence_rows SET "values" = '{"a": 1}' WHERE external_id = 's' AND row_number = 1

-- @ delete
DELETE FROM raw WHERE database = 'sap' AND "table" = 'orders' AND key LIKE 'tmp%'
-- =>
DELETE FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' AND _raw_key LIKE 'tmp%'
-- ? 3.2 raw_rows in WHERE

-- @ deleteWithAlias
DELETE FROM ONLY raw AS r WHERE r.key = 'k1'
-- =>
DELETE FROM ONLY raw_rows AS r WHERE r._raw_key = 'k1'

-- @ deleteUsing
DELETE FROM raw USING assets a WHERE raw.key = a.external_id AND raw.database = 'sap' RETURNING raw.key
-- =>
DELETE FROM raw_rows USING assets a WHERE raw_rows._raw_key = a.external_id AND raw_rows._raw_database = 'sap' RETURNING raw_rows._raw_key AS key

-- @ deleteWhereIn
DELETE FROM events WHERE external_id IN (SELECT key FROM raw WHERE database = 'sap' AND "table" = 'gone')
-- =>
DELETE FROM events WHERE external_id IN (SELECT _raw_key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'gone')

-- @ deleteDataPoints
DELETE FROM datapoints WHERE id = 5 AND timestamp < '2020-01-01'
-- =>
DELETE FROM double_datapoints WHERE id = 5 AND timestamp < '2020-01-01'

-- @ deleteReturningInCommonTable
WITH gone AS (DELETE FROM raw WHERE key = 'k1' RETURNING key, columns) INSERT INTO raw (database, "table", key, columns) SELECT 'archive', 'orders', key, columns FROM gone
-- =>
WITH gone AS (DELETE FROM raw_rows WHERE _raw_key = 'k1' RETURNING _raw_key AS key, _raw_columns AS columns) INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) SELECT 'archive', 'orders', key, columns FROM gone

-- @ merge
MERGE INTO raw r USING staging s ON r.key = s.key WHEN MATCHED AND r.columns IS NULL THEN UPDATE SET columns = s.columns WHEN NOT MATCHED THEN INSERT (database, "table", key, columns) VALUES ('sap', 'orders', s.key, s.columns)
-- =>
MERGE INTO raw_rows r USING staging s ON r._raw_key = s.key WHEN MATCHED AND r._raw_columns IS NULL THEN UPDATE SET _raw_columns = s.columns WHEN NOT MATCHED THEN INSERT (_raw_database, "_raw_table", _raw_key, _raw_columns) VALUES ('sap', 'orders', s.key, s.columns)

-- @ copyFrom
COPY raw (database, "table", key, columns) FROM STDIN WITH (FORMAT csv)
-- =>
COPY raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) FROM STDIN WITH (FORMAT csv)
-- ? 3.2 raw_rows in a list of columns

-- @ copyFromWithoutColumns
COPY public.raw FROM STDIN
-- =>
COPY public.raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) FROM STDIN
-- ! note 1:6 values for raw go by the order of its columns

-- @ copyOptions
COPY raw (key, columns) FROM STDIN WITH (FORMAT csv, FORCE_NULL (columns), FORCE_NOT_NULL (key))
-- =>
COPY raw_rows (_raw_key, _raw_columns) FROM STDIN WITH (FORMAT csv, FORCE_NULL (_raw_columns), FORCE_NOT_NULL (_raw_key))

-- @ copyTo
COPY raw (key) TO STDOUT
-- =>
COPY raw_rows (_raw_key) TO STDOUT
-- ? no header, so nobody sees the name

-- @ copyToWithHeader
COPY raw (key, columns) TO STDOUT WITH (FORMAT csv, HEADER)
-- =>
COPY (SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows) TO STDOUT WITH (FORMAT csv, HEADER)
-- ? the header is seen, so it stays

-- @ copyAllToWithHeader
COPY public.raw TO STDOUT CSV HEADER
-- =>
COPY (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM public.raw_rows) TO STDOUT CSV HEADER

-- @ copyQuery
COPY (SELECT key, columns FROM raw WHERE database = 'sap') TO STDOUT WITH (FORMAT csv, HEADER)
-- =>
COPY (SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap') TO STDOUT WITH (FORMAT csv, HEADER)

-- @ copyHeaderMatch
COPY raw (key, columns) FROM STDIN WITH (FORMAT csv, HEADER MATCH)
-- =>
COPY raw_rows (_raw_key, _raw_columns) FROM STDIN WITH (FORMAT csv, HEADER MATCH)
-- ! problem 1:54 HEADER MATCH compares the file's first line with the column names of raw, which have changed

-- @ copyDataPoints
COPY datapoints (external_id, timestamp, value) FROM STDIN BINARY
-- =>
COPY double_datapoints (external_id, timestamp, value) FROM STDIN BINARY

-- @ copySequenceRows
COPY sequence_rows (external_id, row_number, columns, row_values) FROM STDIN
-- =>
COPY sequence_rows (external_id, row_number, columns, "values") FROM STDIN
-- ? 3.2 sequence_rows

-- @ psqlCopy
\copy raw (database, "table", key, columns) from 'orders.csv' with (format csv, header)
-- =>
\copy raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) from 'orders.csv' with (format csv, header)

-- @ psqlCopyQuery
\copy (select key, columns from raw) to 'raw.csv' csv header
-- =>
\copy (select _raw_key AS key, _raw_columns AS columns from raw_rows) to 'raw.csv' csv header

-- @ psqlScript
\set ON_ERROR_STOP on
COPY raw (key, columns) FROM STDIN;
k1	{"raw": "select key from raw;"}
\.
SELECT key FROM raw \gset
\echo :key raw
SELECT count(*) FROM timeseries;
-- =>
\set ON_ERROR_STOP on
COPY raw_rows (_raw_key, _raw_columns) FROM STDIN;
k1	{"raw": "select key from raw;"}
\.
SELECT _raw_key AS key FROM raw_rows \gset
\echo :key raw
SELECT count(*) FROM time_series;

-- @ createView
CREATE TEMP VIEW orders AS SELECT key, columns ->> 'status' AS status FROM raw WHERE database = 'sap' AND "table" = 'orders'; SELECT key FROM orders;
-- =>
CREATE TEMP VIEW orders AS SELECT _raw_key AS key, _raw_columns ->> 'status' AS status FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'; SELECT key FROM orders;

-- @ createViewWithColumns
CREATE OR REPLACE TEMP VIEW orders (k, c) AS SELECT key, columns FROM raw WITH CHECK OPTION
-- =>
CREATE OR REPLACE TEMP VIEW orders (k, c) AS SELECT _raw_key, _raw_columns FROM raw_rows WITH CHECK OPTION

-- @ createTableAs
CREATE TEMP TABLE orders ON COMMIT DROP AS SELECT key, columns FROM raw WHERE database = 'sap' WITH NO DATA
-- =>
CREATE TEMP TABLE orders ON COMMIT DROP AS SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' WITH NO DATA

-- @ temporaryTableHidesTable
CREATE TEMP TABLE raw (key text); SELECT key FROM raw; DROP TABLE raw; SELECT key FROM raw;
-- =>
CREATE TEMP TABLE raw (key text); SELECT key FROM raw; DROP TABLE raw; SELECT _raw_key AS key FROM raw_rows;

-- @ selectInto
SELECT key, columns INTO TEMP orders FROM raw WHERE database = 'sap'
-- =>
SELECT _raw_key AS key, _raw_columns AS columns INTO TEMP orders FROM raw_rows WHERE _raw_database = 'sap'

-- @ prepare
PREPARE orders (text) AS SELECT key FROM raw WHERE database = 'sap' AND "table" = $1; EXECUTE orders ('orders');
-- =>
PREPARE orders (text) AS SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = $1; EXECUTE orders ('orders');

-- @ declareCursor
DECLARE c NO SCROLL CURSOR FOR SELECT key, columns FROM raw WHERE database = 'sap'
-- =>
DECLARE c NO SCROLL CURSOR FOR SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap'

-- @ explainInsert
EXPLAIN INSERT INTO raw (database, "table", key, columns) VALUES ('a', 'b', 'c', '{}')
-- =>
EXPLAIN INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) VALUES ('a', 'b', 'c', '{}')

-- @ forUpdate
SELECT key FROM raw WHERE key = 'k1' FOR NO KEY UPDATE OF raw
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_key = 'k1' FOR NO KEY UPDATE OF raw_rows

-- @ truncate
TRUNCATE TABLE raw, timeseries, assets
-- =>
TRUNCATE TABLE raw_rows, time_series, assets

-- @ analyzeColumns
ANALYZE raw (key, columns)
-- =>
ANALYZE raw_rows (_raw_key, _raw_columns)

-- @ grant
GRANT SELECT ON raw TO someone
-- =>
GRANT SELECT ON raw_rows TO someone

-- @ namedParameters
SELECT key FROM raw WHERE key = :key AND database = :'database' AND "table" = @table
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_key = :key AND _raw_database = :'database' AND "_raw_table" = @table

-- @ pythonParameters
SELECT key FROM raw WHERE key = %(key)s AND database = '{database}' AND "table" = {table} LIMIT {key}
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_key = %(key)s AND _raw_database = '{database}' AND "_raw_table" = {table} LIMIT {key}

-- @ severalStatements
BEGIN; DELETE FROM raw WHERE key = 'a'; INSERT INTO raw (database, "table", key, columns) VALUES ('d', 't', 'a', '{}'); COMMIT;
-- =>
BEGIN; DELETE FROM raw_rows WHERE _raw_key = 'a'; INSERT INTO raw_rows (_raw_database, "_raw_table", _raw_key, _raw_columns) VALUES ('d', 't', 'a', '{}'); COMMIT;

-- @ legacyNameInSelect
SELECT id, t.legacy_name FROM timeseries t WHERE legacy_name LIKE 'a%'
-- =>
SELECT id, t.legacy_name FROM time_series t WHERE legacy_name LIKE 'a%'
-- ! problem 1:14 column legacy_name of t does not exist in 2.0
-- ! problem 1:50 column legacy_name of t does not exist in 2.0

-- @ unsureColumn
SELECT key FROM raw WHERE EXISTS (SELECT 1 FROM pumps WHERE tag = key)
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE EXISTS (SELECT 1 FROM pumps WHERE tag = key)
-- ! problem 1:67 "key" can mean a column of raw or of pumps

-- @ customTableBesideRaw
SELECT p.key, key FROM raw JOIN pumps p ON p.tag = raw.key
-- =>
SELECT p.key, _raw_key AS key FROM raw_rows JOIN pumps p ON p.tag = raw_rows._raw_key

-- @ sqlInString
DO $$ BEGIN DELETE FROM raw WHERE key = 'x'; END $$
-- =>
DO $$ BEGIN DELETE FROM raw WHERE key = 'x'; END $$
-- ! problem 1:4 SQL in a string names the 1.0 table raw

-- @ sqlInFunctionArgument
SELECT query_to_xml('SELECT * FROM timeseries', true, false, '')
-- =>
SELECT query_to_xml('SELECT * FROM timeseries', true, false, '')
-- ! problem 1:21 SQL in a string names the 1.0 table timeseries

-- @ nameInCatalog
SELECT column_name FROM information_schema.columns WHERE table_name = 'datapoints'
-- =>
SELECT column_name FROM information_schema.columns WHERE table_name = 'datapoints'
-- ! problem 1:71 a catalog is asked for the 1.0 table datapoints

-- @ regclass
SELECT 'public.raw'::regclass
-- =>
SELECT 'public.raw'::regclass
-- ! problem 1:8 a catalog is asked for the 1.0 table raw

-- @ starOfGrownTable
SELECT * FROM assets
-- =>
SELECT * FROM assets
-- ! note 1:8 * on assets returns more columns than in 1.0: created_time, last_updated_time

-- @ unterminated
SELECT key FROM raw WHERE key = 'x
-- =>
SELECT key FROM raw WHERE key = 'x
-- ! problem 1:33 a literal, quoted name or comment never ends
