-- What every role may do by default and a gateway user must not. Runs in the template database, as superuser.

-- No objects but temporary ones, and no code: neither functions nor DO blocks.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;
REVOKE USAGE ON LANGUAGE sql, plpgsql FROM PUBLIC;

-- UPDATE pg_settings is another way to write SET.
REVOKE UPDATE ON pg_catalog.pg_settings FROM PUBLIC;

-- lo_*, loread, lowrite: large objects would outlive the session. pg_cancel_backend, pg_terminate_backend: other sessions
-- of the same user. pg_export_snapshot, pg_logical_emit_message: files and WAL. The rest is guarded by attributes of the
-- role or by ownership; it is closed a second time because no gateway user needs it.
DO $$
DECLARE
  closed regprocedure;
BEGIN
  FOR closed IN
    SELECT oid FROM pg_catalog.pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace
      AND (proname ~ '^(lo_|binary_upgrade_|pg_logical_|pg_replication_|pg_read_|pg_ls_|pg_stat_reset|pg_restore_|pg_clear_)'
        OR proname IN (
          'loread', 'lowrite', 'pg_cancel_backend', 'pg_terminate_backend', 'pg_log_backend_memory_contexts',
          'pg_export_snapshot', 'pg_create_logical_replication_slot', 'pg_create_physical_replication_slot',
          'pg_copy_logical_replication_slot', 'pg_copy_physical_replication_slot', 'pg_drop_replication_slot',
          'pg_sync_replication_slots', 'pg_import_system_collations', 'pg_nextoid', 'pg_stop_making_pinned_objects',
          'pg_reload_conf', 'pg_rotate_logfile', 'pg_promote', 'pg_switch_wal', 'pg_create_restore_point',
          'pg_backup_start', 'pg_backup_stop', 'pg_stat_file'))
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', closed);
  END LOOP;
END
$$;
