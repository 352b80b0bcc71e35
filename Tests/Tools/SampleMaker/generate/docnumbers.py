"""Gives the papers of a year their 文号 and the issues in their titles, in order of date."""
from dice import Dice
from paper import bureau


def number_year(year, papers):
    """Numbers of our own series run without a gap; those of others rise with the date."""
    ordered = sorted(papers, key=lambda p: (p.date, p.class_key, p.title))
    taken = {p.doc_no for p in papers if p.doc_no}
    own = {p.numbered_by for p in ordered if p.numbered_by and p.issuer == bureau(year)}
    for prefix in sorted({p.numbered_by for p in ordered if p.numbered_by}):
        row = [p for p in ordered if p.numbered_by == prefix or p.doc_no.startswith(f"{prefix}〔")]
        if prefix in own:
            number_own(year, prefix, row)
        else:
            number_foreign(year, prefix, row, taken)
    number_issues(ordered)


def number_own(year, prefix, row):
    fixed = [(n, int(p.doc_no.split("〕")[1][:-1])) for n, p in enumerate(row) if p.doc_no]
    start = 1
    if fixed:
        place, number = fixed[0]
        for paper in row[:max(0, place - number + 1)]:
            paper.numbered_by = ""
        row = row[max(0, place - number + 1):]
        start = max(1, number - place)
    for number, paper in enumerate(row, start):
        text = f"{prefix}〔{year}〕{number}号"
        if paper.doc_no and paper.doc_no != text:
            raise SystemExit(f"{paper.doc_no} {paper.title}: comes out as {text}")
        paper.doc_no = text


def number_foreign(year, prefix, row, taken):
    dice = Dice("numbers", year, prefix)
    number = dice.below(4)
    for paper in row:
        if paper.doc_no:
            continue
        number += 1 + dice.below(4)
        while f"{prefix}〔{year}〕{number}号" in taken:
            number += 1
        paper.doc_no = f"{prefix}〔{year}〕{number}号"


def number_issues(ordered):
    counts = {}
    for paper in ordered:
        if paper.counter:
            counts[paper.counter] = counts.get(paper.counter, 0) + 1
            paper.title = paper.title.replace("{n}", str(counts[paper.counter]))
