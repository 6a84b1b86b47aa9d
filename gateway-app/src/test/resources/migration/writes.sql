-- @ assets
INSERT INTO assets (external_id, name, description) VALUES ('$-a', 'A', 'x'), ('$-b', 'B', 'x')
-- => 2

SELECT external_id, name FROM assets WHERE external_id IN ('$-a', '$-b') ORDER BY external_id
-- => $-a|A
-- => $-b|B

UPDATE assets SET description = 'y' WHERE external_id = '$-a' RETURNING name, description
-- => A|y

UPDATE assets SET description = lower(name) || '!' WHERE external_id IN ('$-a', '$-b') AND name LIKE 'B%'
-- => 1

COPY assets (external_id, name) FROM STDIN
$-c	C
$-d	D
-- => 2

COPY (SELECT external_id, description FROM assets WHERE external_id IN ('$-a', '$-b', '$-c') ORDER BY external_id) TO STDOUT
-- => $-a	y
-- => $-b	b!
-- => $-c	\N

DELETE FROM assets WHERE external_id IN ('$-a', '$-b', '$-c', '$-d') AND description IS NOT NULL RETURNING description
-- => b!
-- => y

DELETE FROM assets WHERE external_id IN ('$-a', '$-b', '$-c', '$-d')
-- => 2

-- @ events
INSERT INTO events (external_id, type, subtype) VALUES ('$-a', '$-t', 'x'), ('$-b', '$-t', 'y') RETURNING subtype
-- => x
-- => y

UPDATE events SET subtype = 'z' WHERE external_id = '$-a'
-- => 1

UPDATE events SET description = subtype || '!' WHERE type = '$-t' AND upper(subtype) = 'Z' RETURNING description
-- => z!

COPY events (external_id, type) FROM STDIN
$-c	$-t
-- => 1

SELECT external_id, subtype, description FROM events WHERE type = '$-t' ORDER BY external_id
-- => $-a|z|z!
-- => $-b|y|null
-- => $-c|null|null

DELETE FROM events WHERE type = '$-t' RETURNING external_id
-- => $-a
-- => $-b
-- => $-c

-- @ files
INSERT INTO files (external_id, name, source) VALUES ('$-a', 'a.pdf', '$-s'), ('$-b', 'b.pdf', '$-s')
-- => 2

COPY files (external_id, name, source) FROM STDIN
$-c	c.pdf	$-s
-- => 1

UPDATE files SET mime_type = 'application/pdf' WHERE external_id = '$-a'
-- => 1

UPDATE files SET mime_type = 'text/plain' WHERE source = '$-s' AND name LIKE 'b%' RETURNING name, mime_type
-- => b.pdf|text/plain

SELECT name, mime_type FROM files WHERE source = '$-s' ORDER BY name
-- => a.pdf|application/pdf
-- => b.pdf|text/plain
-- => c.pdf|null

DELETE FROM files WHERE source = '$-s' AND name <> 'x' RETURNING name
-- => a.pdf
-- => b.pdf
-- => c.pdf

-- @ labels
INSERT INTO labels (external_id, name) VALUES ('$-a', '$ A'), ('$-b', '$ B')
-- => 2

COPY labels (external_id, name) FROM STDIN
$-c	$ C
-- => 1

SELECT external_id, name FROM labels WHERE name IN ('$ A', '$ C') ORDER BY external_id
-- => $-a|$ A
-- => $-c|$ C

UPDATE labels SET description = 'x' WHERE external_id = '$-a'
-- => error 0A000

DELETE FROM labels WHERE external_id = '$-a'
-- => 1

DELETE FROM labels WHERE external_id IN ('$-b', '$-c') AND name LIKE '%B' RETURNING name
-- => $ B

-- @ extraction_pipelines
INSERT INTO extraction_pipelines (external_id, name, data_set_id, source) SELECT '$-' || n, '$ ' || n, (SELECT min(data_set_id) FROM assets WHERE data_set_id IS NOT NULL), 'v1' FROM generate_series(1, 2) n
-- => 2

UPDATE extraction_pipelines SET schedule = 'Continuous' WHERE external_id = '$-1' RETURNING name, schedule
-- => $ 1|Continuous

UPDATE extraction_pipelines SET description = name WHERE external_id IN ('$-1', '$-2') AND schedule IS NULL
-- => 1

SELECT external_id, description, source FROM extraction_pipelines WHERE external_id IN ('$-1', '$-2') ORDER BY 1
-- => $-1|null|v1
-- => $-2|$ 2|v1

INSERT INTO extraction_pipeline_runs (external_id, status, message) VALUES ('$-1', 'success', 'done')
-- => 1

COPY extraction_pipeline_runs (external_id, status) FROM STDIN
$-1	failure
-- => 1

SELECT status, message FROM extraction_pipeline_runs WHERE external_id = '$-1' ORDER BY status
-- => failure|null
-- => success|done

UPDATE extraction_pipeline_runs SET message = 'x' WHERE external_id = '$-1'
-- => error 0A000

DELETE FROM extraction_pipeline_runs WHERE external_id = '$-1'
-- => error 0A000

DELETE FROM extraction_pipelines WHERE external_id = '$-1'
-- => 1

DELETE FROM extraction_pipelines WHERE external_id = '$-2' AND name LIKE '%2' RETURNING name
-- => $ 2

-- @ relationships
INSERT INTO assets (external_id, name) VALUES ('$-x', 'X'), ('$-y', 'Y')
-- => 2

INSERT INTO relationships (external_id, source_external_id, source_type, target_external_id, target_type) VALUES ('$-r', '$-x', 'asset', '$-y', 'asset')
-- => 1

COPY relationships (external_id, source_external_id, source_type, target_external_id, target_type) FROM STDIN
$-s	$-y	asset	$-x	asset
-- => 1

UPDATE relationships SET confidence = 0.5 WHERE external_id = '$-r'
-- => 1

UPDATE relationships SET confidence = confidence / 2 WHERE source_external_id = '$-x' RETURNING external_id, confidence
-- => $-r|0.25

DELETE FROM relationships WHERE source_external_id = '$-y' AND confidence IS NULL RETURNING external_id
-- => $-s

DELETE FROM relationships WHERE external_id = '$-r'
-- => 1

DELETE FROM assets WHERE external_id IN ('$-x', '$-y')
-- => 2

-- @ sequence_rows
INSERT INTO sequences (external_id, name, columns) VALUES ('$-q', '$ q', '[{"externalId": "a", "valueType": "DOUBLE"}]')
-- => 1

UPDATE sequences SET description = 'd' WHERE external_id = '$-q' RETURNING name, description
-- => $ q|d

INSERT INTO sequence_rows (external_id, row_number, row_values) VALUES ('$-q', 1, '{"a": 1.5}'), ('$-q', 2, '{"a": 2.5}')
-- => 2

COPY sequence_rows (external_id, row_number, row_values) FROM STDIN
$-q	3	{"a": 3.5}
-- => 1

SELECT row_number, row_values ->> 'a' FROM sequence_rows WHERE external_id = '$-q' AND row_number > 1 ORDER BY row_number
-- => 2|2.5
-- => 3|3.5

UPDATE sequence_rows SET row_values = '{"a": 9.5}' WHERE external_id = '$-q' AND row_number = 2
-- => 1

UPDATE sequence_rows SET row_values = json_build_object('a', (row_values ->> 'a')::float * 2) WHERE external_id = '$-q' AND row_values ->> 'a' = '3.5'
-- => 1

COPY (SELECT row_number, row_values ->> 'a' AS a FROM sequence_rows WHERE external_id = '$-q' ORDER BY row_number) TO STDOUT CSV HEADER
-- => row_number,a
-- => 1,1.5
-- => 2,9.5
-- => 3,7.0

DELETE FROM sequence_rows WHERE external_id = '$-q' AND row_number >= 2 RETURNING row_number
-- => 2
-- => 3

DELETE FROM sequences WHERE name = '$ q'
-- => 1

-- @ timeseries
INSERT INTO timeseries (external_id, name, is_string) VALUES ('$-a', '$ a', false), ('$-b', '$ b', false)
-- => 2

COPY timeseries (external_id, name) FROM STDIN
$-c	$ c
-- => 1

UPDATE timeseries SET unit = 'bar' WHERE timeseries.external_id = '$-a' RETURNING timeseries.name, unit
-- => $ a|bar

UPDATE timeseries AS t SET unit = t.name || '!' WHERE t.external_id IN ('$-a', '$-b', '$-c') AND t.unit IS NULL AND t.name LIKE '%b'
-- => 1

SELECT name, unit FROM timeseries WHERE external_id IN ('$-a', '$-b', '$-c') ORDER BY name
-- => $ a|bar
-- => $ b|$ b!
-- => $ c|null

INSERT INTO datapoints (external_id, timestamp, value) SELECT '$-a', '2024-05-01 00:00+00'::timestamptz + n * interval '1 minute', n FROM generate_series(1, 5) n
-- => 5

COPY datapoints (external_id, timestamp, value) FROM STDIN
$-a	2024-05-01 01:00+00	60
-- => 1

UPDATE datapoints SET value = 61 WHERE external_id = '$-a' AND timestamp = '2024-05-01 01:00+00'
-- => 1

UPDATE datapoints SET value = value * 10 WHERE external_id = '$-a' AND value BETWEEN 2 AND 3
-- => 2

SELECT string_agg(datapoints.value::text, ',' ORDER BY datapoints.timestamp) FROM datapoints WHERE datapoints.external_id = '$-a'
-- => 1,20,30,4,5,61

DELETE FROM datapoints WHERE external_id = '$-a' AND timestamp < '2024-05-01 00:02+00'
-- => 1

DELETE FROM datapoints d USING timeseries t WHERE t.external_id = d.external_id AND t.external_id = '$-a' AND d.value > 50 RETURNING d.value
-- => 61

DELETE FROM timeseries WHERE external_id = '$-a'
-- => 1

DELETE FROM timeseries WHERE external_id IN ('$-b', '$-c') AND upper(name) LIKE '%B' RETURNING name
-- => $ b

-- @ raw
INSERT INTO raw (database, "table", key, columns) VALUES ('$-d', 't', 'a', '{"n": 1}'), ('$-d', 't', 'b', '{"n": 2}')
-- => 2

INSERT INTO raw (database, "table", key, columns) VALUES ('$-d', 't', 'c', '{"n": 3}') RETURNING key, columns ->> 'n' AS n
-- => c|3

COPY raw (database, "table", key, columns) FROM STDIN
$-d	t	d	{"n": 4}
$-d	t	e	{"n": 5}
-- => 2

UPDATE raw SET columns = '{"n": 10}' WHERE database = '$-d' AND "table" = 't' AND key = 'a'
-- => 1

UPDATE raw AS r SET columns = json_build_object('n', (r.columns ->> 'n')::int * 10) WHERE r.database = '$-d' AND r."table" = 't' AND r.columns ->> 'n' = '2' RETURNING r.key, columns ->> 'n'
-- => b|20

SELECT key, columns ->> 'n' AS n FROM raw WHERE database = '$-d' AND "table" = 't' AND key < 'd' ORDER BY key
-- => a|10
-- => b|20
-- => c|3

COPY (SELECT key, columns ->> 'n' AS n FROM raw WHERE database = '$-d' AND "table" = 't' AND key >= 'd' ORDER BY key) TO STDOUT CSV HEADER
-- => key,n
-- => d,4
-- => e,5

DELETE FROM raw WHERE database = '$-d' AND "table" = 't' AND key IN ('a', 'nothing')
-- => 1

DELETE FROM raw WHERE database = '$-d' AND "table" = 't' AND columns ->> 'n' = '20' RETURNING key
-- => b

WITH gone AS (DELETE FROM raw WHERE database = '$-d' AND "table" = 't' AND key = 'c' RETURNING key, columns) INSERT INTO raw (database, "table", key, columns) SELECT '$-d', 'archive', key, columns FROM gone
-- => 1

SELECT "table", key FROM raw WHERE database = '$-d' ORDER BY 1, 2
-- => archive|c
-- => t|d
-- => t|e
