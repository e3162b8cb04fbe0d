-- SPDX-License-Identifier: MIT
-- audit.sql - what is wrong with a table of users, in SQL that SQLite, PostgreSQL, DuckDB and Spark run as it is.
--
-- In: a table or view users(id text).  Out: four answers without a value of anybody; the last two queries, which show values, are for who asks
-- (delete the comment marks).  Load the extension first (bindings/sql/README.md).

-- IDs that are one to a person: how many groups, how many accounts are in them.
SELECT 'colliding groups' AS what, count(*) AS how_many, sum(n) AS accounts
FROM (SELECT count(*) AS n FROM users GROUP BY loginlint_key(id) HAVING count(*) > 1) AS groups;

-- IDs that somebody cannot type as they stand, by what happened when they were made.
SELECT coalesce(loginlint_cause(id), 'only remarks') AS cause, count(*) AS how_many
FROM users WHERE loginlint_verdict(id) <> 'pass' GROUP BY 1 ORDER BY 2 DESC, 1;

-- Addresses whose domain is mistyped: mail to them does not arrive, or arrives elsewhere.
SELECT 'mistyped domains' AS what, count(*) AS how_many
FROM users WHERE id LIKE '%@%' AND loginlint_cause(id, 'kind: email') = 'mistyped-domain';

-- How it stands as a whole.
SELECT loginlint_verdict(id) AS verdict, count(*) AS how_many FROM users GROUP BY 1 ORDER BY 2 DESC;

-- SELECT loginlint_key(id) AS one_to_a_person, id FROM users
--   WHERE loginlint_key(id) IN (SELECT loginlint_key(id) FROM users GROUP BY 1 HAVING count(*) > 1) ORDER BY 1, 2;
-- SELECT id, loginlint_text(id) AS mended, loginlint_cause(id) AS cause FROM users WHERE loginlint_verdict(id) IN ('ask', 'fail', 'fixed');

-- From now on no ID is taken that is one with another to a person:
--   CREATE UNIQUE INDEX users_key ON users (loginlint_key(id));
