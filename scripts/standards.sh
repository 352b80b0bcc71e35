#!/usr/bin/env bash
# Prints docs/STANDARDS.md: the clauses that the code names in `Source:` lines of its comments,
# each with the declaration that follows it, and the sources of the archive types.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C

# standard ␟ rest of the source ␟ declaration ␟ file
rows() {
  git ls-files -co --exclude-standard Sources | grep '\.swift$' | sort | while read -r file; do
    [ -f "$file" ] && awk -v file="${file#Sources/}" '
      function flush(name,   n, i, parts, part, cut, standard) {
        n = split(source, parts, /; */)
        for (i = 1; i <= n; i++) {
          part = parts[i]
          sub(/^ */, "", part); sub(/[ .]*$/, "", part)
          if (part == "") continue
          if (i > 1 && part !~ /^(DA\/T|GB\/T|GB|ISO|RFC|ECMA|Order|Archives Law|Law|Implementation|Unicode|The Unicode|XML|[^ ]* Schema|\[MS-|our choice)/) {
            # What a source says after its clause belongs to it.
            rest[rows] = rest[rows] "; " part
            continue
          }
          standard = part
          if (standard ~ /^our choice/) standard = "our choice"
          else if (match(standard, /^(DA\/T|GB\/T|GB) [0-9.]+\342\200\224[0-9]+/) ||
            match(standard, /^ECMA-376-[0-9]/) || match(standard, /^Order [0-9]+/) ||
            match(standard, /^(RFC|ISO) [0-9]+/) || match(standard, /^\[MS-[A-Z]+\]/))
            standard = substr(standard, 1, RLENGTH)
          else if (match(standard, /^[^,:;(]*/)) standard = substr(standard, 1, RLENGTH)
          sub(/ *$/, "", standard)
          part = substr(part, length(standard) + 1)
          rows++
          head[rows] = standard; rest[rows] = part; of[rows] = name
        }
        source = ""; reading = 0
      }
      /^ *\/\/\// {
        text = $0; sub(/^ *\/\/\/ ?/, "", text)
        if (match(text, /Source: /)) { source = substr(text, RSTART + 8); reading = 1 }
        else if (text == "") reading = 0
        else if (reading) source = source " " text
        next
      }
      source != "" && !/^ *@/ && !/^ *$/ {
        name = $0
        if (match(name, /(struct|enum|class|protocol|extension|func|var|let|case|typealias) +[^ (:{<=,]+/)) {
          name = substr(name, RSTART, RLENGTH); sub(/^[a-z]+ +/, "", name)
        } else if (name ~ /init/) name = "init"
        else if (name ~ /^import/) name = "(file)"
        else name = "–"
        flush(name)
      }
      END {
        for (i = 1; i <= rows; i++) {
          sub(/^[,:; ]+/, "", rest[i])
          printf "%s\037%s\037%s\037%s\n", head[i], rest[i] == "" ? "–" : rest[i], of[i], file
        }
      }' "$file"
  done
}

table() {
  awk -F '\037' -v heads="$1" '
    function cell(s) { gsub(/\|/, "\\|", s); return s }
    $1 != last { printf "\n## %s\n\n%s\n", toupper(substr($1, 1, 1)) substr($1, 2), heads; last = $1 }
    { printf "| %s | `%s` | [%s](../Sources/%s) |\n", cell($2), cell($3), $4, $4 }'
}

cat <<'HEAD'
# Standards: clause → code

Made by `make docs` from the `Source:` lines of the code; `make check` fails when it is stale.
"(unverified)" marks a clause whose wording or number nobody has yet checked in the printed text.
What stands under "Our choice" is explained in [DECISIONS.md](DECISIONS.md).
HEAD
all=$(rows)
heads='| clause | declaration | file |
| --- | --- | --- |'
grep -v '^our choice' <<<"$all" | sort | table "$heads"
grep '^our choice' <<<"$all" | sort -t $'\037' -k4 | table "${heads/clause/what}"

printf '\n## Archive types\n\nThe head of each file names the clause behind each of its keys.\n\n'
printf '| type | file | source |\n| --- | --- | --- |\n'
for file in data/archive-types/*.yaml; do
  awk -v file="$file" '
    /^id: / { id = substr($0, 5) }
    /^name: / { name = substr($0, 7) }
    /^source: / { source = substr($0, 9); gsub(/^["\x27]|["\x27]$/, "", source); gsub(/\|/, "\\|", source) }
    END { printf "| `%s` %s | [%s](../%s) | %s |\n", id, name, file, file, source }' "$file"
done
