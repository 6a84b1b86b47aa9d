-- @ unqualifiedColumn
SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? 3.2 raw_rows: database, table, key renamed; the result column stays key

-- @ severalColumns
SELECT key, columns FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key
-- ? 3.2 raw_rows: columns renamed, too; ORDER BY means the result column

-- @ aliasWithAs
SELECT r.key FROM raw AS r WHERE r.database = 'sap' AND r."table" = 'orders' ORDER BY r.key
-- =>
SELECT r._raw_key AS key FROM raw_rows AS r WHERE r._raw_database = 'sap' AND r."_raw_table" = 'orders' ORDER BY r._raw_key
-- ? renamed behind the alias; ORDER BY r.key is no result column

-- @ aliasWithoutAs
SELECT r.key, r.columns FROM raw r WHERE r.database = 'sap' AND r.table = 'orders' ORDER BY 1
-- =>
SELECT r._raw_key AS key, r._raw_columns AS columns FROM raw_rows r WHERE r._raw_database = 'sap' AND r._raw_table = 'orders' ORDER BY 1
-- ? the alias stays; r.table needs no quotes behind a dot

-- @ tableAsQualifier
SELECT raw.key FROM raw WHERE raw.database = 'sap' AND raw.table = 'orders' ORDER BY raw.key
-- =>
SELECT raw_rows._raw_key AS key FROM raw_rows WHERE raw_rows._raw_database = 'sap' AND raw_rows._raw_table = 'orders' ORDER BY raw_rows._raw_key
-- ? 3.1: raw is raw_rows, as a qualifier, too

-- @ schemaQualifiedTable
SELECT key FROM public.raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
SELECT _raw_key AS key FROM public.raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key
-- ? the schema stays

-- @ schemaQualifiedColumn
SELECT public.raw.key FROM public.raw WHERE public.raw.database = 'sap' AND public.raw.table = 'orders'
-- =>
SELECT public.raw_rows._raw_key AS key FROM public.raw_rows WHERE public.raw_rows._raw_database = 'sap' AND public.raw_rows._raw_table = 'orders'
-- ? schema, table and column: the last two are renamed

-- @ quotedNames
SELECT "raw"."key" FROM "raw" WHERE "raw"."database" = 'sap' AND "raw"."table" = 'orders'
-- =>
SELECT "raw_rows"."_raw_key" AS "key" FROM "raw_rows" WHERE "raw_rows"."_raw_database" = 'sap' AND "raw_rows"."_raw_table" = 'orders'
-- ? what was quoted stays quoted

-- @ foldedNames
Select KEY, Columns From RAW Where Database = 'sap' And "table" = 'orders' Order By Key
-- =>
Select _raw_key AS KEY, _raw_columns AS Columns From raw_rows Where _raw_database = 'sap' And "_raw_table" = 'orders' Order By Key
-- ? unquoted names are folded; ORDER BY Key is the result column KEY

-- @ ownAlias
SELECT key AS id, columns AS content FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY id
-- =>
SELECT _raw_key AS id, _raw_columns AS content FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY id
-- ? a column that has an alias gets no other

-- @ ownAliasWithoutAs
SELECT key k, columns content FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY k
-- =>
SELECT _raw_key k, _raw_columns content FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY k
-- ? the same without AS

-- @ aliasNamedAsColumn
SELECT columns ->> 'status' AS key FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
SELECT _raw_columns ->> 'status' AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key
-- ? ORDER BY key is the alias, not the column: PostgreSQL looks for result columns first

-- @ jsonPath
SELECT columns ->> 'key', columns -> 'a' ->> 'columns' FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT _raw_columns ->> 'key', _raw_columns -> 'a' ->> 'columns' FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? the strings are keys of JSON

-- @ castsKeepTheName
SELECT key::varchar(20), columns::jsonb, CAST(key AS text) FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT _raw_key::varchar(20) AS key, _raw_columns::jsonb AS columns, CAST(_raw_key AS text) AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? PostgreSQL names a cast after its argument

-- @ parenthesesKeepTheName
SELECT (key), ((columns)) FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT (_raw_key) AS key, ((_raw_columns)) AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? parentheses do not change the name

-- @ collationKeepsTheName
SELECT key COLLATE "C" FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key COLLATE "C"
-- =>
SELECT _raw_key COLLATE "C" AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY _raw_key COLLATE "C"
-- ? COLLATE does not change the name; in ORDER BY it makes an expression, so the column is meant

-- @ caseTakesTheNameOfItsElse
SELECT CASE WHEN columns IS NULL THEN '-' ELSE key END FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT CASE WHEN _raw_columns IS NULL THEN '-' ELSE _raw_key END AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? PostgreSQL names CASE after a column in its ELSE

-- @ functionsHaveNamesOfTheirOwn
SELECT upper(key), length(columns::text), coalesce(key, '') FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT upper(_raw_key), length(_raw_columns::text), coalesce(_raw_key, '') FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? the results are upper, length and coalesce in both versions

-- @ expressionsHaveNoName
SELECT key || '!', 'key' FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT _raw_key || '!', 'key' FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? ?column? in both versions

-- @ aggregates
SELECT database, "table", count(*), min(key), max(key) FROM raw GROUP BY database, "table" HAVING count(key) > 1 ORDER BY database, "table"
-- =>
SELECT _raw_database AS database, "_raw_table" AS "table", count(*), min(_raw_key), max(_raw_key) FROM raw_rows GROUP BY _raw_database, "_raw_table" HAVING count(_raw_key) > 1 ORDER BY database, "table"
-- ? GROUP BY and HAVING mean columns, ORDER BY result columns

-- @ groupByExpression
SELECT left(key, 1), count(*) FROM raw WHERE database = 'sap' AND "table" = 'orders' GROUP BY left(key, 1) ORDER BY left(key, 1)
-- =>
SELECT left(_raw_key, 1), count(*) FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' GROUP BY left(_raw_key, 1) ORDER BY left(_raw_key, 1)
-- ? left in both versions

-- @ groupingSets
SELECT database, "table", count(*) FROM raw GROUP BY GROUPING SETS ((database), (database, "table"), ()) ORDER BY 1, 2
-- =>
SELECT _raw_database AS database, "_raw_table" AS "table", count(*) FROM raw_rows GROUP BY GROUPING SETS ((_raw_database), (_raw_database, "_raw_table"), ()) ORDER BY 1, 2
-- ? GROUP BY looks for columns first

-- @ distinct
SELECT DISTINCT database FROM raw ORDER BY database
-- =>
SELECT DISTINCT _raw_database AS database FROM raw_rows ORDER BY database
-- ? ORDER BY the result column, as DISTINCT demands

-- @ distinctOn
SELECT DISTINCT ON (database) database, "table", key FROM raw ORDER BY database, "table", key
-- =>
SELECT DISTINCT ON (database) _raw_database AS database, "_raw_table" AS "table", _raw_key AS key FROM raw_rows ORDER BY database, "table", key
-- ? DISTINCT ON looks for result columns first, as ORDER BY does

-- @ orderByDirection
SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key DESC NULLS LAST LIMIT 5 OFFSET 1
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key DESC NULLS LAST LIMIT 5 OFFSET 1
-- ? DESC and NULLS LAST leave it a result column

-- @ orderByOtherColumn
SELECT columns FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key DESC
-- =>
SELECT _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY _raw_key DESC
-- ? key is no result column here

-- @ orderByExpression
SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY lower(key), key
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY lower(_raw_key), key
-- ? within an expression ORDER BY means columns

-- @ fetchFirst
SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key FETCH FIRST 3 ROWS ONLY
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key FETCH FIRST 3 ROWS ONLY
-- ? as with LIMIT

-- @ windowFunction
SELECT key, row_number() OVER (PARTITION BY database ORDER BY key) AS n FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
SELECT _raw_key AS key, row_number() OVER (PARTITION BY _raw_database ORDER BY _raw_key) AS n FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key
-- ? windows mean columns

-- @ namedWindow
SELECT key, rank() OVER w FROM raw WHERE database = 'sap' AND "table" = 'orders' WINDOW w AS (PARTITION BY "table" ORDER BY key) ORDER BY key
-- =>
SELECT _raw_key AS key, rank() OVER w FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' WINDOW w AS (PARTITION BY "_raw_table" ORDER BY _raw_key) ORDER BY key
-- ? windows mean columns

-- @ filterOfAggregate
SELECT count(*) FILTER (WHERE key > 'm') FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT count(*) FILTER (WHERE _raw_key > 'm') FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? count in both versions

-- @ withinGroup
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY key) FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY _raw_key) FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'
-- ? percentile_disc in both versions

-- @ inList
SELECT key FROM raw WHERE database IN ('sap', 'x') AND "table" = ANY (ARRAY['orders']) ORDER BY key
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database IN ('sap', 'x') AND "_raw_table" = ANY (ARRAY['orders']) ORDER BY key
-- ? quotes around table stay

-- @ betweenAndLike
SELECT key FROM raw WHERE database = 'sap' AND "table" LIKE 'ord%' AND key BETWEEN 'a' AND 'z' ORDER BY key
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" LIKE 'ord%' AND _raw_key BETWEEN 'a' AND 'z' ORDER BY key
-- ? AND of BETWEEN joins no conditions

-- @ isDistinctFrom
SELECT key FROM raw WHERE database IS NOT DISTINCT FROM 'sap' AND "table" = 'orders' AND key IS DISTINCT FROM 'x' ORDER BY key
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database IS NOT DISTINCT FROM 'sap' AND "_raw_table" = 'orders' AND _raw_key IS DISTINCT FROM 'x' ORDER BY key

-- @ rowComparison
SELECT key FROM raw WHERE (database, "table") = ('sap', 'orders') ORDER BY key
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE (_raw_database, "_raw_table") = ('sap', 'orders') ORDER BY key
-- ? names in a row

-- @ comments
SELECT key -- the key of raw
  /* columns, too */ , columns FROM raw /* r */ WHERE database = 'sap' -- AND key = 'x'
  AND "table" = 'orders' ORDER BY key
-- =>
SELECT _raw_key AS key -- the key of raw
  /* columns, too */ , _raw_columns AS columns FROM raw_rows /* r */ WHERE _raw_database = 'sap' -- AND key = 'x'
  AND "_raw_table" = 'orders' ORDER BY key
-- ? comments stay as they are

-- @ formatting
SELECT
	key
	,	columns->>'status'   AS status
FROM
	raw
WHERE	database='sap'
  AND	"table"='orders'
ORDER	BY	key
-- =>
SELECT
	_raw_key AS key
	,	_raw_columns->>'status'   AS status
FROM
	raw_rows
WHERE	_raw_database='sap'
  AND	"_raw_table"='orders'
ORDER	BY	key
-- ? blanks stay as they are

-- @ subqueryInFrom
SELECT x.key FROM (SELECT key, columns FROM raw WHERE database = 'sap' AND "table" = 'orders') x ORDER BY x.key
-- =>
SELECT x.key FROM (SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') x ORDER BY x.key
-- ? x.key is the subquery's, which keeps its name

-- @ subqueryInFromUnqualified
SELECT key, columns ->> 'status' FROM (SELECT key, columns FROM raw WHERE database = 'sap' AND "table" = 'orders') AS x ORDER BY key
-- =>
SELECT key, columns ->> 'status' FROM (SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') AS x ORDER BY key
-- ? key and columns are the subquery's

-- @ subqueryWithColumnAliases
SELECT k FROM (SELECT key, columns FROM raw WHERE database = 'sap' AND "table" = 'orders') AS x (k, c) ORDER BY k
-- =>
SELECT k FROM (SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') AS x (k, c) ORDER BY k
-- ? k and c are given by the alias

-- @ nestedSubqueries
SELECT key FROM (SELECT y.key FROM (SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders') y) x ORDER BY key
-- =>
SELECT key FROM (SELECT y.key FROM (SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') y) x ORDER BY key
-- ? only the innermost key is raw's

-- @ starOfSubquery
SELECT * FROM (SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders') x ORDER BY key
-- =>
SELECT * FROM (SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') x ORDER BY key
-- ? the star has the subquery's one column, named key

-- @ scalarSubquery
SELECT name, (SELECT max(key) FROM raw WHERE database = 'sap' AND "table" = 'orders') AS last FROM assets ORDER BY id LIMIT 3
-- =>
SELECT name, (SELECT max(_raw_key) FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') AS last FROM assets ORDER BY id LIMIT 3
-- ? assets has no changed column here

-- @ scalarSubqueryGivesItsName
SELECT (SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key LIMIT 1)
-- =>
SELECT (SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key LIMIT 1)
-- ? PostgreSQL names the result after the subquery's column

-- @ inSubquery
SELECT name FROM assets WHERE external_id IN (SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders') ORDER BY id
-- =>
SELECT name FROM assets WHERE external_id IN (SELECT _raw_key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') ORDER BY id
-- ? nobody sees the name inside of IN

-- @ existsSubquery
SELECT name FROM assets a WHERE EXISTS (SELECT * FROM raw WHERE database = 'sap' AND "table" = 'orders' AND key = a.external_id) ORDER BY id
-- =>
SELECT name FROM assets a WHERE EXISTS (SELECT * FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' AND _raw_key = a.external_id) ORDER BY id
-- ? nobody sees the star inside of EXISTS

-- @ correlatedSubquery
SELECT key FROM raw r WHERE database = 'sap' AND "table" = 'orders' AND EXISTS (SELECT 1 FROM assets WHERE external_id = key OR external_id = r.key) ORDER BY key
-- =>
SELECT _raw_key AS key FROM raw_rows r WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' AND EXISTS (SELECT 1 FROM assets WHERE external_id = _raw_key OR external_id = r._raw_key) ORDER BY key
-- ? assets has no column key, so it is raw's from outside

-- @ quantifiedSubquery
SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders' AND key >= ALL (SELECT r.key FROM raw r WHERE r.database = raw.database AND r.table = 'orders')
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' AND _raw_key >= ALL (SELECT r._raw_key FROM raw_rows r WHERE r._raw_database = raw_rows._raw_database AND r._raw_table = 'orders')
-- ? raw.database is the outer table

-- @ arraySubquery
SELECT ARRAY(SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key)
-- =>
SELECT ARRAY(SELECT _raw_key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY _raw_key)
-- ? without a name for the result ORDER BY has to mean the column

-- @ commonTable
WITH k AS (SELECT key, columns FROM raw WHERE database = 'sap' AND "table" = 'orders') SELECT k.key, columns FROM k ORDER BY key
-- =>
WITH k AS (SELECT _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') SELECT k.key, columns FROM k ORDER BY key
-- ? k.key and columns are those of k

-- @ commonTableWithColumns
WITH k (a, b) AS (SELECT key, columns FROM raw WHERE database = 'sap' AND "table" = 'orders') SELECT a, b FROM k ORDER BY a
-- =>
WITH k (a, b) AS (SELECT _raw_key, _raw_columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') SELECT a, b FROM k ORDER BY a
-- ? names are given by k (a, b)

-- @ commonTableShadowsTable
WITH raw AS (SELECT name AS key FROM assets) SELECT key FROM raw ORDER BY key LIMIT 5
-- =>
WITH raw AS (SELECT name AS key FROM assets) SELECT key FROM raw ORDER BY key LIMIT 5
-- ? raw is the common table

-- @ commonTableOfItself
WITH raw AS (SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders') SELECT raw.key FROM raw ORDER BY raw.key
-- =>
WITH raw AS (SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') SELECT raw.key FROM raw ORDER BY raw.key
-- ? without RECURSIVE the inner raw is the table

-- @ commonTableBehindSchema
WITH raw AS (SELECT 1 AS key) SELECT r.key FROM public.raw r, raw WHERE r.database = 'sap' AND r.table = 'orders' ORDER BY r.key
-- =>
WITH raw AS (SELECT 1 AS key) SELECT r._raw_key AS key FROM public.raw_rows r, raw WHERE r._raw_database = 'sap' AND r._raw_table = 'orders' ORDER BY r._raw_key

-- @ commonTableNamedAsNewTable
WITH raw_rows AS (SELECT 'sap' AS db) SELECT key FROM raw JOIN raw_rows ON db = database WHERE "table" = 'orders' ORDER BY key
-- =>
WITH raw_rows AS (SELECT 'sap' AS db) SELECT _raw_key AS key FROM public.raw_rows AS raw JOIN raw_rows ON db = _raw_database WHERE "_raw_table" = 'orders' ORDER BY key

-- @ severalCommonTables
WITH a AS (SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders'), b AS MATERIALIZED (SELECT key FROM a) SELECT b.key FROM a, b WHERE a.key = b.key ORDER BY b.key
-- =>
WITH a AS (SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'), b AS MATERIALIZED (SELECT key FROM a) SELECT b.key FROM a, b WHERE a.key = b.key ORDER BY b.key

-- @ recursiveCommonTable
WITH RECURSIVE n (key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n WHERE key < 3) SELECT n.key, count(r.key) FROM n, raw r WHERE r.database = 'sap' AND r.table = 'orders' GROUP BY n.key ORDER BY n.key
-- =>
WITH RECURSIVE n (key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n WHERE key < 3) SELECT n.key, count(r._raw_key) FROM n, raw_rows r WHERE r._raw_database = 'sap' AND r._raw_table = 'orders' GROUP BY n.key ORDER BY n.key

-- @ recursiveOverRaw
WITH RECURSIVE chain AS (SELECT key, 1 AS depth FROM raw WHERE database = 'sap' AND "table" = 'orders' UNION ALL SELECT r.key, depth + 1 FROM chain c JOIN raw r ON r.key = c.key WHERE depth < 2 AND r.database = 'sap' AND r.table = 'orders') SELECT key, depth FROM chain ORDER BY key, depth
-- =>
WITH RECURSIVE chain AS (SELECT _raw_key AS key, 1 AS depth FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' UNION ALL SELECT r._raw_key, depth + 1 FROM chain c JOIN raw_rows r ON r._raw_key = c.key WHERE depth < 2 AND r._raw_database = 'sap' AND r._raw_table = 'orders') SELECT key, depth FROM chain ORDER BY key, depth

-- @ union
SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders' UNION SELECT name FROM assets WHERE id = 1 ORDER BY key
-- =>
SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' UNION SELECT name FROM assets WHERE id = 1 ORDER BY key
-- ? the first term names the result

-- @ unionInBothTerms
SELECT key, 1 AS n FROM raw WHERE database = 'sap' AND "table" = 'orders' UNION ALL SELECT key, 2 FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key, n
-- =>
SELECT _raw_key AS key, 1 AS n FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' UNION ALL SELECT _raw_key, 2 FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key, n
-- ? only the first term needs the alias

-- @ exceptAndIntersect
(SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders') EXCEPT (SELECT external_id FROM assets INTERSECT SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders') ORDER BY 1
-- =>
(SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') EXCEPT (SELECT external_id FROM assets INTERSECT SELECT _raw_key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') ORDER BY 1

-- @ joinOn
SELECT a.name, r.key FROM assets a JOIN raw r ON r.key = a.external_id WHERE r.database = 'sap' AND r.table = 'orders' ORDER BY a.id
-- =>
SELECT a.name, r._raw_key AS key FROM assets a JOIN raw_rows r ON r._raw_key = a.external_id WHERE r._raw_database = 'sap' AND r._raw_table = 'orders' ORDER BY a.id
-- ? one table is renamed, the other is not

-- @ leftJoin
SELECT a.name, key FROM assets a LEFT JOIN raw r ON key = a.external_id AND database = 'sap' AND "table" = 'orders' ORDER BY a.id LIMIT 5
-- =>
SELECT a.name, _raw_key AS key FROM assets a LEFT JOIN raw_rows r ON _raw_key = a.external_id AND _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY a.id LIMIT 5
-- ? only raw has a column key, database, table

-- @ selfJoin
SELECT a.key, b.key FROM raw a, raw b WHERE a.key = b.key AND a.database = 'sap' AND b.database = 'sap' AND a.table = 'orders' AND b.table = 'orders' ORDER BY a.key
-- =>
SELECT a._raw_key AS key, b._raw_key AS key FROM raw_rows a, raw_rows b WHERE a._raw_key = b._raw_key AND a._raw_database = 'sap' AND b._raw_database = 'sap' AND a._raw_table = 'orders' AND b._raw_table = 'orders' ORDER BY a._raw_key
-- ? the qualifiers keep both apart

-- @ usingOnBothSides
SELECT key, a.columns FROM raw a JOIN raw b USING (database, "table", key) WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
SELECT _raw_key AS key, a._raw_columns AS columns FROM raw_rows a JOIN raw_rows b USING (_raw_database, "_raw_table", _raw_key) WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key
-- ? both sides are renamed alike, so USING works on

-- @ usingWithSubquery
SELECT key FROM raw JOIN (SELECT external_id AS key FROM assets) x USING (key) WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
SELECT key FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) AS raw JOIN (SELECT external_id AS key FROM assets) x USING (key) WHERE database = 'sap' AND "table" = 'orders' ORDER BY key

-- @ naturalJoin
SELECT key, kind FROM raw NATURAL JOIN (SELECT 'sap' AS database, 'orders' AS "table", 1 AS kind) x ORDER BY key
-- =>
SELECT key, kind FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) AS raw NATURAL JOIN (SELECT 'sap' AS database, 'orders' AS "table", 1 AS kind) x ORDER BY key

-- @ joinInParentheses
SELECT a.name, key FROM (assets a JOIN raw r ON r.key = a.external_id) WHERE database = 'sap' AND "table" = 'orders' ORDER BY a.id
-- =>
SELECT a.name, _raw_key AS key FROM (assets a JOIN raw_rows r ON r._raw_key = a.external_id) WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY a.id

-- @ jsonFunctionInFrom
SELECT e.key, e.value FROM raw r, json_each(r.columns) e WHERE r.database = 'sap' AND r.table = 'orders' ORDER BY r.key, e.key
-- =>
SELECT e.key, e.value FROM raw_rows r, json_each(r._raw_columns) e WHERE r._raw_database = 'sap' AND r._raw_table = 'orders' ORDER BY r._raw_key, e.key
-- ? e.key is a column of json_each

-- @ jsonFunctionWithColumnAliases
SELECT r.key, e.a FROM raw r CROSS JOIN LATERAL json_each_text(columns) AS e (a, b) WHERE database = 'sap' AND "table" = 'orders' ORDER BY r.key, e.a
-- =>
SELECT r._raw_key AS key, e.a FROM raw_rows r CROSS JOIN LATERAL json_each_text(_raw_columns) AS e (a, b) WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY r._raw_key, e.a

-- @ jsonFunctionInSubquery
SELECT key, (SELECT count(*) FROM json_each(columns) WHERE key <> 'x') FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY raw.key
-- =>
SELECT _raw_key AS key, (SELECT count(*) FROM json_each(_raw_columns) WHERE key <> 'x') FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY raw_rows._raw_key
-- ? key in the subquery is json_each's

-- @ lateralSubquery
SELECT r.key, s.n FROM raw r, LATERAL (SELECT count(*) AS n FROM json_object_keys(columns)) s WHERE database = 'sap' AND "table" = 'orders' ORDER BY r.key
-- =>
SELECT r._raw_key AS key, s.n FROM raw_rows r, LATERAL (SELECT count(*) AS n FROM json_object_keys(_raw_columns)) s WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY r._raw_key

-- @ starOfRaw
SELECT * FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY key
-- =>
SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY key
-- ! note 1:8 * on raw was replaced by 1.0's columns under their names
-- ? 3.2 adds _raw_last_updated_time, which 1.0's star had not

-- @ qualifiedStar
SELECT r.* FROM raw r WHERE r.database = 'sap' AND r.table = 'orders' ORDER BY r.key
-- =>
SELECT r._raw_database AS database, r._raw_table AS "table", r._raw_key AS key, r._raw_columns AS columns FROM raw_rows r WHERE r._raw_database = 'sap' AND r._raw_table = 'orders' ORDER BY r._raw_key
-- ! note 1:8 * on raw was replaced by 1.0's columns under their names

-- @ starOfJoin
SELECT * FROM raw r JOIN (SELECT 'sap' AS db) x ON r.database = x.db WHERE r.table = 'orders' ORDER BY r.key
-- =>
SELECT r._raw_database AS database, r._raw_table AS "table", r._raw_key AS key, r._raw_columns AS columns, x.* FROM raw_rows r JOIN (SELECT 'sap' AS db) x ON r._raw_database = x.db WHERE r._raw_table = 'orders' ORDER BY r._raw_key
-- ! note 1:8 * on raw was replaced by 1.0's columns under their names

-- @ starAndColumn
SELECT key AS k, raw.*, 1 AS one FROM raw WHERE database = 'sap' AND "table" = 'orders' ORDER BY k
-- =>
SELECT _raw_key AS k, raw_rows._raw_database AS database, raw_rows._raw_table AS "table", raw_rows._raw_key AS key, raw_rows._raw_columns AS columns, 1 AS one FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders' ORDER BY k
-- ! note 1:18 * on raw was replaced by 1.0's columns under their names

-- @ starInCommonTable
WITH r AS (SELECT * FROM raw WHERE database = 'sap' AND "table" = 'orders') SELECT key FROM r ORDER BY r.key
-- =>
WITH r AS (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders') SELECT key FROM r ORDER BY r.key
-- ! note 1:19 * on raw was replaced by 1.0's columns under their names

-- @ tableCommand
SELECT count(*) FROM (TABLE raw) x WHERE x.database = 'sap'
-- =>
SELECT count(*) FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) x WHERE x.database = 'sap'
-- ! note 1:23 * on raw was replaced by 1.0's columns under their names

-- @ wholeRow
SELECT row_to_json(r) ->> 'key' FROM raw r WHERE r.database = 'sap' AND r.table = 'orders' ORDER BY r.key
-- =>
SELECT row_to_json(r) ->> 'key' FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) r WHERE r.database = 'sap' AND r.table = 'orders' ORDER BY r.key

-- @ wholeRowByTableName
SELECT to_json(raw) ->> 'table' FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
SELECT to_json(raw) ->> 'table' FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) AS raw WHERE database = 'sap' AND "table" = 'orders'

-- @ wholeRowStar
SELECT to_json(r.*) ->> 'database' FROM raw r WHERE r.database = 'sap' AND r.table = 'orders'
-- =>
SELECT to_json(r.*) ->> 'database' FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) r WHERE r.database = 'sap' AND r.table = 'orders'

-- @ columnAliasesOfTable
SELECT b FROM raw AS r (a, b, c, d) WHERE a = 'sap' ORDER BY c LIMIT 3
-- =>
SELECT b FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) AS r (a, b, c, d) WHERE a = 'sap' ORDER BY c LIMIT 3

-- @ countOfRows
SELECT count(r) FROM raw r WHERE r.database = 'sap' AND r.table = 'orders'
-- =>
SELECT count(r) FROM (SELECT _raw_database AS database, _raw_table AS "table", _raw_key AS key, _raw_columns AS columns FROM raw_rows) r WHERE r.database = 'sap' AND r.table = 'orders'

-- @ timeSeries
SELECT name, unit FROM timeseries ORDER BY id LIMIT 5
-- =>
SELECT name, unit FROM time_series ORDER BY id LIMIT 5
-- ? 3.1: timeseries is time_series

-- @ timeSeriesQualified
SELECT timeseries.name, timeseries.external_id FROM timeseries WHERE timeseries.is_string = false ORDER BY timeseries.id LIMIT 5
-- =>
SELECT time_series.name, time_series.external_id FROM time_series WHERE time_series.is_string = false ORDER BY time_series.id LIMIT 5
-- ? as a qualifier, too

-- @ timeSeriesWithAlias
SELECT t.name FROM public.timeseries t WHERE t.external_id IS NOT NULL ORDER BY t.id LIMIT 5
-- =>
SELECT t.name FROM public.time_series t WHERE t.external_id IS NOT NULL ORDER BY t.id LIMIT 5

-- @ timeSeriesQuoted
SELECT "timeseries"."name" FROM "public"."timeseries" ORDER BY "timeseries"."id" LIMIT 5
-- =>
SELECT "time_series"."name" FROM "public"."time_series" ORDER BY "time_series"."id" LIMIT 5
-- ? quotes stay

-- @ timeSeriesQualifiedStar
SELECT count(*) FROM (SELECT timeseries.* FROM timeseries) AS x
-- =>
SELECT count(*) FROM (SELECT time_series.* FROM time_series) AS x
-- ! note 1:30 * on timeseries returned legacy_name in 1.0

-- @ timeSeriesAndAssets
SELECT a.name, count(t.id) FROM assets a JOIN timeseries t ON t.asset_id = a.id GROUP BY a.name ORDER BY 2 DESC, 1 LIMIT 5
-- =>
SELECT a.name, count(t.id) FROM assets a JOIN time_series t ON t.asset_id = a.id GROUP BY a.name ORDER BY 2 DESC, 1 LIMIT 5

-- @ columnThatAnotherTableGot
SELECT assets.name, created_time FROM assets JOIN timeseries ON timeseries.asset_id = assets.id ORDER BY timeseries.id LIMIT 3
-- =>
SELECT assets.name, time_series.created_time FROM assets JOIN time_series ON time_series.asset_id = assets.id ORDER BY time_series.id LIMIT 3
-- ? 1.0's assets had no created_time, so it was timeseries' alone; 2.0's assets has one (3.2)

-- @ dataPoints
SELECT timestamp, value FROM datapoints WHERE external_id = 'x' AND timestamp > '2024-01-01' ORDER BY timestamp
-- =>
SELECT timestamp, value FROM double_datapoints WHERE external_id = 'x' AND timestamp > '2024-01-01' ORDER BY timestamp
-- ? 3.1, 3.2: datapoints held doubles only

-- @ dataPointsQualified
SELECT datapoints.value FROM datapoints WHERE datapoints.external_id = 'x' ORDER BY datapoints.timestamp LIMIT 10
-- =>
SELECT double_datapoints.value FROM double_datapoints WHERE double_datapoints.external_id = 'x' ORDER BY double_datapoints.timestamp LIMIT 10
-- ? as a qualifier, too

-- @ dataPointsOfSeries
SELECT t.name, avg(d.value) FROM timeseries t JOIN datapoints d ON d.id = t.id WHERE t.external_id = 'x' GROUP BY t.name
-- =>
SELECT t.name, avg(d.value) FROM time_series t JOIN double_datapoints d ON d.id = t.id WHERE t.external_id = 'x' GROUP BY t.name

-- @ dataPointsStar
SELECT count(*) FROM (SELECT * FROM datapoints WHERE external_id = 'x') d
-- =>
SELECT count(*) FROM (SELECT * FROM double_datapoints WHERE external_id = 'x') d

-- @ sequenceRows
SELECT row_number, row_values FROM sequence_rows WHERE external_id = 'pump-curve' ORDER BY row_number
-- =>
SELECT row_number, "values" AS row_values FROM sequence_rows WHERE external_id = 'pump-curve' ORDER BY row_number
-- ? 3.2: row_values is values, which is a reserved word

-- @ sequenceRowsWithAlias
SELECT s.row_values ->> 'a' AS a, s.columns FROM sequence_rows AS s WHERE s.external_id = 'pump-curve' ORDER BY s.row_number
-- =>
SELECT s."values" ->> 'a' AS a, s.columns FROM sequence_rows AS s WHERE s.external_id = 'pump-curve' ORDER BY s.row_number

-- @ sequenceRowsQuoted
SELECT "row_values" FROM "sequence_rows" WHERE "external_id" = 'pump-curve' ORDER BY "row_number"
-- =>
SELECT "values" AS "row_values" FROM "sequence_rows" WHERE "external_id" = 'pump-curve' ORDER BY "row_number"

-- @ sequenceRowsThroughStar
WITH x AS (SELECT * FROM sequence_rows WHERE external_id = 'pump-curve') SELECT row_values FROM x ORDER BY row_number
-- =>
WITH x AS (SELECT * FROM sequence_rows WHERE external_id = 'pump-curve') SELECT "values" AS row_values FROM x ORDER BY row_number

-- @ sequenceRowsColumnsStay
SELECT columns FROM sequence_rows WHERE external_id = 'pump-curve' ORDER BY row_number
-- =>
SELECT columns FROM sequence_rows WHERE external_id = 'pump-curve' ORDER BY row_number
-- ? columns of sequence_rows has not changed

-- @ explain
EXPLAIN (COSTS OFF) SELECT key FROM raw WHERE database = 'sap' AND "table" = 'orders'
-- =>
EXPLAIN (COSTS OFF) SELECT _raw_key AS key FROM raw_rows WHERE _raw_database = 'sap' AND "_raw_table" = 'orders'

-- @ explainVerbose
EXPLAIN VERBOSE SELECT name FROM timeseries
-- =>
EXPLAIN VERBOSE SELECT name FROM time_series
