-- @ newNames
SELECT _raw_key, _raw_columns FROM raw_rows WHERE _raw_database = 'sap'
-- =>
SELECT _raw_key, _raw_columns FROM raw_rows WHERE _raw_database = 'sap'

-- @ newNamesInWrites
INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) VALUES ('a', 'b', 'c', '{}')
-- =>
INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) VALUES ('a', 'b', 'c', '{}')

-- @ newTimeSeries
SELECT time_series.name FROM time_series JOIN double_datapoints d ON d.id = time_series.id
-- =>
SELECT time_series.name FROM time_series JOIN double_datapoints d ON d.id = time_series.id

-- @ newValues
SELECT "values" FROM sequence_rows
-- =>
SELECT "values" FROM sequence_rows

-- @ columnsOfOtherTables
SELECT key, database, "table", columns, row_values, legacy_name FROM settings
-- =>
SELECT key, database, "table", columns, row_values, legacy_name FROM settings

-- @ columnsOfSequences
SELECT columns FROM sequences
-- =>
SELECT columns FROM sequences

-- @ otherSchema
SELECT key FROM staging.raw
-- =>
SELECT key FROM staging.raw

-- @ compatibilitySchema
SELECT key, columns FROM v1.raw
-- =>
SELECT key, columns FROM v1.raw

-- @ keyOfJsonEach
SELECT key, value FROM json_each('{}')
-- =>
SELECT key, value FROM json_each('{}')

-- @ keyOfCustomTable
SELECT r._raw_key, key FROM raw_rows r JOIN pumps USING (id)
-- =>
SELECT r._raw_key, key FROM raw_rows r JOIN pumps USING (id)

-- @ aliasNamedRaw
SELECT raw.name FROM assets raw
-- =>
SELECT raw.name FROM assets raw

-- @ columnNamedRaw
SELECT raw, timeseries FROM measurements
-- =>
SELECT raw, timeseries FROM measurements

-- @ stringsAndComments
SELECT 'raw', 'key' /* FROM raw */ -- FROM timeseries
-- =>
SELECT 'raw', 'key' /* FROM raw */ -- FROM timeseries

-- @ wordsOfCommands
SELECT 1 FOR KEY SHARE
-- =>
SELECT 1 FOR KEY SHARE

-- @ jsonObject
SELECT JSON_OBJECT(KEY 'key' VALUE 1)
-- =>
SELECT JSON_OBJECT(KEY 'key' VALUE 1)

-- @ functionNamedKey
SELECT key(1), raw(2)
-- =>
SELECT key(1), raw(2)

-- @ settings
SET search_path = v1, public; SHOW timeseries.raw; BEGIN; COMMIT
-- =>
SET search_path = v1, public; SHOW timeseries.raw; BEGIN; COMMIT

-- @ valuesCommand
VALUES (1, 'raw'), (2, 'key')
-- =>
VALUES (1, 'raw'), (2, 'key')

-- @ relationshipsStay
SELECT source_external_id FROM relationships
-- =>
SELECT source_external_id FROM relationships

-- @ assetsStay
UPDATE assets SET name = 'raw' WHERE external_id = 'key'
-- =>
UPDATE assets SET name = 'raw' WHERE external_id = 'key'

-- @ empty
-- only a comment about raw
-- =>
-- only a comment about raw
