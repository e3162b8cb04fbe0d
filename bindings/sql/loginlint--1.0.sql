-- SPDX-License-Identifier: MIT
-- loginlint 1.0: what was wrong with a value, and the key under which two are one.
\echo Use "CREATE EXTENSION loginlint" to load this file. \quit

CREATE FUNCTION loginlint_verdict(value text, rules text DEFAULT '', field text DEFAULT 'login-id') RETURNS text
  AS 'MODULE_PATHNAME', 'pg_loginlint_verdict' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION loginlint_cause(value text, rules text DEFAULT '', field text DEFAULT 'login-id') RETURNS text
  AS 'MODULE_PATHNAME', 'pg_loginlint_cause' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION loginlint_text(value text, rules text DEFAULT '', field text DEFAULT 'login-id') RETURNS text
  AS 'MODULE_PATHNAME', 'pg_loginlint_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION loginlint_json(value text, rules text, field text) RETURNS text
  AS 'MODULE_PATHNAME', 'pg_loginlint_check' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
CREATE FUNCTION loginlint_check(value text, rules text DEFAULT '', field text DEFAULT 'login-id') RETURNS jsonb
  AS $$ SELECT loginlint_json(value, rules, field)::jsonb $$ LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE;
-- same: in what two may differ: 'width, case, separators, compatibility, look-alikes', or 'all'.
CREATE FUNCTION loginlint_key(value text, same text DEFAULT 'all') RETURNS text
  AS 'MODULE_PATHNAME', 'pg_loginlint_key' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
