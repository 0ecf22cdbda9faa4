"""SQL functions that the policies and triggers of every tenant table call."""

CREATE = """
CREATE FUNCTION hocba_user() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hocba.user', true), '')::bigint $$;

CREATE FUNCTION hocba_schools() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('hocba.schools', true), ''), '{}')::bigint[] $$;

CREATE FUNCTION hocba_supervised() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('hocba.supervised', true), ''), '{}')::bigint[] $$;

CREATE FUNCTION hocba_lookup() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hocba.lookup', true), '') $$;

CREATE FUNCTION hocba_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'table % only grows: % refused', TG_TABLE_NAME, TG_OP; END $$;
"""

DROP = """
DROP FUNCTION hocba_refuse_change();
DROP FUNCTION hocba_lookup();
DROP FUNCTION hocba_supervised();
DROP FUNCTION hocba_schools();
DROP FUNCTION hocba_user();
"""
