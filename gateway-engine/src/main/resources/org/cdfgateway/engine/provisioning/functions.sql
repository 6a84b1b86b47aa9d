-- What the gateway adds to every user's database besides tables. Runs in the template database, as superuser.

-- The statement guard puts a call of this in the place of a statement that it does not allow.
CREATE FUNCTION cdf.refuse(condition text, message text, detail text, hint text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF detail IS NOT NULL AND hint IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = condition, MESSAGE = message, DETAIL = detail, HINT = hint;
  ELSIF detail IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = condition, MESSAGE = message, DETAIL = detail;
  ELSIF hint IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = condition, MESSAGE = message, HINT = hint;
  ELSE
    RAISE EXCEPTION USING ERRCODE = condition, MESSAGE = message;
  END IF;
END
$$;
COMMENT ON FUNCTION cdf.refuse IS 'Fails with the given error.';

-- The statement guard makes COPY raw FROM call this when there is a temporary table raw. STABLE, since COPY would send
-- rows one by one if it were VOLATILE.
CREATE FUNCTION cdf.refuse_hidden(tablename text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
    MESSAGE = pg_catalog.format('COPY cannot tell your temporary table "%s" from that of schema v1', tablename),
    HINT = pg_catalog.format('Write pg_temp.%I or v1.%I.', tablename, tablename);
END
$$;
COMMENT ON FUNCTION cdf.refuse_hidden IS 'Fails because a temporary table has the name of a table in schema v1.';

-- The statement guard makes COPY "My table" FROM call this when the name, without its schema, means another relation.
CREATE FUNCTION cdf.refuse_ambiguous(schemaname text, tablename text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
    MESSAGE = pg_catalog.format('COPY cannot tell which relation "%s" is meant', tablename),
    HINT = pg_catalog.format('Write %I.%I for the CDF table, pg_temp.%I for a temporary table.',
      schemaname, tablename, tablename);
END
$$;
COMMENT ON FUNCTION cdf.refuse_ambiguous IS 'Fails because a name without schema means another relation than the CDF table.';

-- set_config is SET as a function, so it needs the same bounds. The original moves out of sight; this one takes its place,
-- calls it, and looks afterwards whether a bound was passed: whatever spelling, unit or alias did it, the error undoes it.
-- No SET clause and no handler here: either would make a setting local to this function.
ALTER FUNCTION pg_catalog.set_config(text, text, boolean) SET SCHEMA cdf;
ALTER FUNCTION cdf.set_config(text, text, boolean) RENAME TO unbounded_set_config;
REVOKE ALL ON FUNCTION cdf.unbounded_set_config FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cdf.unbounded_set_config TO cdf_settings;
GRANT USAGE ON SCHEMA cdf TO cdf_settings;

CREATE FUNCTION pg_catalog.set_config(text, text, boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  result text;
  passed text;
BEGIN
  IF pg_catalog.starts_with(pg_catalog.lower($1), 'postgres_fdw.') THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
      MESSAGE = pg_catalog.format('permission denied to set parameter "%s"', $1);
  END IF;
  -- The guard says the same to SET.
  IF pg_catalog.lower($1) OPERATOR(pg_catalog.=) 'cdf.strict_keys'
     AND NOT pg_catalog.pg_input_is_valid($2, 'pg_catalog.bool') THEN
    RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
      MESSAGE = pg_catalog.format('parameter "%s" requires a Boolean value, not "%s"', $1, $2),
      HINT = 'Give on or off.';
  END IF;
  result := cdf.unbounded_set_config($1, $2, $3);
  passed := CASE
${bounds}
  END;
  IF passed IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
      MESSAGE = pg_catalog.format('value "%s" for parameter "%s" is not allowed here', $2, $1),
      DETAIL = passed,
      HINT = 'The operator of the gateway sets this bound.';
  END IF;
  RETURN result;
END
$$;
ALTER FUNCTION pg_catalog.set_config OWNER TO cdf_settings;
COMMENT ON FUNCTION pg_catalog.set_config IS 'SET X as a function';
