#!/usr/bin/env python3
"""Makes the lists of data/sample from the word lists and the papers told by hand.

    python3 Tests/Tools/SampleMaker/generate/make_sample.py

The same words give the same bytes. Needs Python 3.10 and PyYAML; building Lantai does not.
"""
import re

import yaml

import others
import shelves
from classes import Maker, norm
from docnumbers import number_year
from paper import HERE, ORGS, Paper, bureau, read_csv, write_csv

COLUMNS = ["key", "title", "doc_no", "issuer", "date", "pages", "retention", "org", "direction",
           "basis", "carrier", "persons", "note", "answers"]


def main():
    words = yaml.safe_load((HERE / "words" / "words.yaml").read_text(encoding="utf-8"))
    patterns = yaml.safe_load((HERE / "words" / "patterns.yaml").read_text(encoding="utf-8"))
    quotas = yaml.safe_load((HERE / "quotas.yaml").read_text(encoding="utf-8"))
    maker = Maker(words, patterns)
    rows_2023 = read_csv("2023.csv")
    answered = {norm(row["title"]) for row in rows_2023}
    hand = told_by_hand()
    seen = {}
    for year, classes in quotas["classes"].items():
        if year == 2021:
            maker.refused = seen[2020] - answered
        papers = fill_year(maker, year, classes, hand)
        fit_boxes(year, papers, quotas)
        seen[year] = {norm(p.title) for p in papers}
        write_year(year, papers)
    others.write_parts()
    maker.refused = set()
    write_inbox(maker, quotas["inbox_2024"])
    write_2023(rows_2023)
    others.write_accounts(quotas["accounts"])
    others.write_project()
    others.write_photographs()


def told_by_hand():
    """The papers of 2013-2022 that pictures and planted faults name."""
    papers, by_key = [], {}
    for row in read_csv("2013-2022.csv"):
        year = int(row["year"])
        prefix, equals, _ = row["doc_no"].partition("〔")
        counted = row["doc_no"].endswith("=")
        paper = Paper(
            year, row["period"], row["org"], row["date"], row["pages"], row["title"],
            doc_no="" if counted else row["doc_no"], issuer=row["issuer"] or bureau(year),
            direction=row["direction"], key=row["key"], carrier=row["carrier"],
            answers=by_key.get(row["reply"]), numbered_by=prefix if counted else "",
            place=int(row["note"][1:]) if row["note"].startswith("@") else 0)
        by_key[paper.key] = paper
        papers.append(paper)
    return papers


def fill_year(maker, year, classes, hand):
    papers = []
    for org, counts in classes.items():
        for period, quota in zip(["永久", "30年", "10年"], counts):
            told = [p for p in hand if (p.year, p.period, p.org) == (year, period, org)]
            papers += maker.fill_class(year, period, org, quota, told)
    if year == 2022:
        letters_after_may(papers)
    number_year(year, papers)
    return papers


def letters_after_may(papers):
    """云农函〔2022〕 ends at 32, as 33 is the late paper of 插号演算; later letters have 云农办函."""
    for paper in papers:
        if paper.numbered_by == "云农函" and paper.date > "20220510":
            paper.numbered_by = "云农办函"


def fit_boxes(year, papers, quotas):
    def of_class(period, org=None):
        return [p for p in papers if p.period == period and org in (None, p.org)]
    if year == 2013:
        for org in quotas["classes"][2013]:
            shelves.fit(of_class("永久", org), 1, two_sided=True)
        shelves.total([of_class("永久", org) for org in quotas["classes"][2013]],
                      quotas["pages_2013_permanent"], two_sided=True)
    if year == 2020:
        for org in ("BGS", "ZZY"):
            shelves.fit(of_class("永久", org), 1, two_sided=True)
    if year == 2021:
        shelves.fit(of_class("永久", "BGS"), 2, two_sided=True)
        for org in ("ZZY", "XCZ"):
            shelves.fit(of_class("永久", org), 1, two_sided=True)
    if year == 2022:
        for period, orgs in quotas["boxes_2022"].items():
            for org, count in orgs.items():
                shelves.fit(of_class(period, org), count, two_sided=False)


def rows_of(papers):
    keys = {}
    for paper in papers:
        paper.key = paper.key or f"{paper.year % 100}-{len(keys) + 1:04d}"
        keys[id(paper)] = paper.key
    return [{
        "key": p.key, "title": p.title, "doc_no": p.doc_no, "issuer": p.issuer, "date": p.date,
        "pages": p.pages, "retention": p.period, "org": ORGS[p.org], "direction": p.direction,
        "basis": p.basis, "carrier": p.carrier, "persons": named_person(p), "note": p.note,
        "answers": keys.get(id(p.answers), "") if p.answers else "",
    } for p in papers]


def write_year(year, papers):
    """In order of class and number, as the list of a year stands."""
    ordered = []
    for key in sorted({p.class_key for p in papers}):
        ordered += shelves.in_order([p for p in papers if p.class_key == key])
    write_csv(f"papers/{year}.csv", COLUMNS, rows_of(ordered))


def named_person(paper):
    """Whom an appointment or a retirement names first."""
    found = re.search(r"(?:关于|确认)(.{2,3}?)(?:等[0-9]+名)?同志", paper.title)
    return found[1].removeprefix("确认") if found else ""


def write_inbox(maker, orgs):
    """2024 till 19 April: collected, without periods."""
    papers = []
    told = []
    for row in read_csv("2024.csv"):
        prefix = row["doc_no"].partition("〔")[0] if row["doc_no"].endswith("=") else ""
        told.append(Paper(
            2024, "30年", row["org"], row["date"], row["pages"], row["title"],
            doc_no="" if prefix else row["doc_no"], issuer=row["issuer"] or bureau(2024),
            direction=row["direction"], key=row["key"], numbered_by=prefix))
    single = {p: [x for x in xs if "pair" not in x and x.get("counter") != "党组"]
              for p, xs in maker.patterns.items()}
    maker.patterns, kept = single, maker.patterns
    for org, quota in orgs.items():
        mine = [p for p in told if p.org == org]
        left = quota - len(mine)
        parts = {"永久": left // 4, "30年": left - left // 4 - left * 2 // 5, "10年": left * 2 // 5}
        papers += mine
        for period, count in parts.items():
            papers += maker.fill_class(2024, period, org, count, [], last=419)
    maker.patterns = kept
    number_year(2024, papers)
    rows = rows_of(sorted(papers, key=lambda p: (p.date, p.title)))
    for row in rows:
        row["retention"] = ""
    write_csv("papers/2024.csv", COLUMNS, rows)


def write_2023(rows):
    """The two sheets of 收发文登记2023 as imported after its mends, and two papers by hand."""
    handlers = {"李": "办公室", "王": "种植业股", "王→": "种植业股", "周": "乡村振兴股"}
    out, decided = [], []
    for n, row in enumerate(others.register_order(rows), 1):
        issuer = {"-": "", "": "云岭县农业农村局"}.get(row["issuer"], row["issuer"])
        record = {
            "key": f"23-{n:03d}", "title": row["title"], "doc_no": row["doc_no"], "issuer": issuer,
            "date": row["date"].replace("-", ""), "pages": row["pages"],
            "org": handlers.get(row["handler"], ""), "direction": row["direction"],
            "sheet": row["sheet"], "note": row.get("note") or ""}
        out.append(record)
        if row["end"] == "划":
            decided.append({"key": record["key"], "retention": row["period"], "title": row["title"]})
    columns = [c for c in COLUMNS if c not in ("retention", "basis", "carrier", "persons", "note", "answers")]
    for sheet, name in {"发文": "2023-sent", "收文": "2023-received", "手录": "2023-by-hand"}.items():
        own = columns + ["note"] if sheet == "手录" else columns
        write_csv(f"papers/{name}.csv", own, [r for r in out if r["sheet"] == sheet])
    write_csv("papers/2023-periods.csv", ["key", "retention", "title"], decided)
    moved = [out[n]["key"] for n, row in enumerate(others.register_order(rows))
             if row["handler"] in ("王→", "赵")]
    write_csv("papers/2023-moved.csv", ["key", "title"], [r for r in out if r["key"] in moved])
    others.write_register(rows)


if __name__ == "__main__":
    main()
