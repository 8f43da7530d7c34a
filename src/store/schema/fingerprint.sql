-- Reads every row once; two caches of the same rows have the same, in any order of rows. Not for ever: the
-- engine's hash() may change with its version, which is part of the schema version.
SELECT concat_ws(' ',
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM releases t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM entries t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM entry_values t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM links t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM observations t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM figures t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM rates t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM day_rates t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM prices t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM macro t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM notes t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM note_links t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM findings t),
    (SELECT count(*) || ':' || coalesce(sum(hash(t)), 0) FROM cells t))
