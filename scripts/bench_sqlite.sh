#!/usr/bin/env bash
# The peer of our import: sqlite3's own .import of the same rows into the same table, with its
# indexes and triggers in place and durable. bench_sqlite.sh LIBRARY WORK
set -euo pipefail
library=$1 work=$2
rm -f "$work"/peer.sqlite*
sqlite3 "$library/catalogue.sqlite" ".headers off" ".mode csv" ".once $work/items.csv" \
  "SELECT * FROM item"
sqlite3 "$library/catalogue.sqlite" .schema | grep -v 'sqlite_sequence' >"$work/schema.sql"
sqlite3 "$work/peer.sqlite" <"$work/schema.sql"
sqlite3 "$work/peer.sqlite" "PRAGMA journal_mode=WAL" "ATTACH '$library/catalogue.sqlite' AS l" \
  "INSERT INTO main.fonds SELECT * FROM l.fonds" "INSERT INTO main.org SELECT * FROM l.org" \
  "INSERT INTO main.scheme SELECT * FROM l.scheme" "INSERT INTO main.series SELECT * FROM l.series" \
  "INSERT INTO main.box SELECT * FROM l.box" \
  "CREATE TABLE stage AS SELECT * FROM l.item WHERE 0" >/dev/null
columns=$(sqlite3 "$work/peer.sqlite" "SELECT group_concat(CASE WHEN \"notnull\"=0 THEN
  'nullif(' || name || ','''')' ELSE name END) FROM pragma_table_info('item')")
start=$(date +%s%N)
sqlite3 "$work/peer.sqlite" "PRAGMA synchronous=FULL" ".mode csv" \
  ".import $work/items.csv stage" "INSERT INTO item SELECT $columns FROM stage"
end=$(date +%s%N)
printf '%-44s%10.2f ms\n' "sqlite3 .import of the same rows" \
  "$(echo "($end - $start) / 1000000" | bc -l)"
