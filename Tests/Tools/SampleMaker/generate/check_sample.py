#!/usr/bin/env python3
"""Counts the lists of data/sample against the totals and papers that the screens show.

    python3 Tests/Tools/SampleMaker/generate/check_sample.py

Says what differs and ends with 1, else prints what agrees.
"""
import csv
import re
import sys
from collections import Counter, defaultdict

from classes import norm
from paper import PERIODS, POSITION, SAMPLE, ORGS
import shelves

CODES = {name: code for code, name in ORGS.items()}
faults = []


def read(name):
    with open(SAMPLE / "papers" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expect(what, found, wanted):
    if found == wanted:
        print(f"ok  {what}: {found}")
    else:
        faults.append(f"{what}: {found}, wanted {wanted}")


def check():
    years = {year: read(year) for year in range(2013, 2023)}
    sent, received, by_hand = read("2023-sent"), read("2023-received"), read("2023-by-hand")
    papers_2023 = sent + received + by_hand
    check_totals(years, papers_2023)
    check_2022(years[2022])
    check_2023(papers_2023, sent, received, by_hand)
    check_shown(years)
    check_planted(years, papers_2023)
    check_order_of_numbers(years)
    check_years_alike(years, papers_2023)


def check_totals(years, papers_2023):
    decided = read("2023-periods")
    accounts = {year: len(read(f"accounts-{year}")) for year in range(2014, 2023)}
    pieces = Counter(row["volume"] for row in read("project-pieces"))
    photographs = Counter(row["group"] for row in read("photographs"))
    counts = {
        "文书 2024 收": len(read("2024")), "文书 2023 划": len(decided),
        "文书 2023 收": len(papers_2023) - len(decided), "文书 2022 编": len(years[2022]),
        "文书 2021 归": len(years[2021]),
        "文书 2013-2020 归": sum(len(years[y]) for y in range(2013, 2021)),
        "会计 2022 划": accounts[2022], "会计 以前 归": sum(accounts.values()) - accounts[2022],
        "基建 收": pieces[""], "基建 编": pieces["005"],
        "基建 归": sum(pieces[v] for v in ("001", "002", "003", "004")),
        "照片 编": photographs["012"],
        "照片 归": sum(photographs.values()) - photographs["012"]}
    wanted = [61, 75, 43, 187, 203, 4807, 36, 376, 12, 9, 48, 7, 36]
    for (what, found), want in zip(counts.items(), wanted, strict=True):
        expect(what, found, want)
    expect("all", sum(counts.values()), 5900)
    expect("pages of volume 005", sum(int(r["pages"]) for r in read("project-pieces")
                                      if r["volume"] == "005"), 164)


def of(rows, period, org):
    return [r for r in rows if (r["retention"], r["org"]) == (period, org)]


def papers(rows):
    """The rows as the generator's papers, for order and boxes."""
    from paper import Paper
    made = {r["key"]: Paper(int(r["date"][:4]), r["retention"], CODES[r["org"]], r["date"],
                            r["pages"], r["title"], r["doc_no"], key=r["key"],
                            carrier=r["carrier"]) for r in rows}
    for row in rows:
        made[row["key"]].answers = made.get(row["answers"])
    return list(made.values())


def boxes_of_year(rows, two_sided):
    """Counts of papers in each box, boxes numbered through the year in order of its classes."""
    found, number = {}, 0
    keys = sorted({(PERIODS[r["retention"]], POSITION[CODES[r["org"]]]) for r in rows})
    periods, orgs = list(PERIODS), list(ORGS.values())
    for period, org in keys:
        counts = shelves.boxes(papers(of(rows, periods[period], orgs[org])), two_sided)
        found[(periods[period], orgs[org])] = [(number + n, c) for n, c in enumerate(counts, 1)]
        number += len(counts)
    return found


def check_2022(rows):
    boxes = boxes_of_year(rows, two_sided=False)
    shown = [(p, o, sum(c for _, c in b), [n for n, _ in b]) for (p, o), b in boxes.items()]
    expect("2022 classes and boxes", shown, [
        ("永久", "办公室", 21, [1, 2]), ("永久", "种植业股", 26, [3, 4]), ("永久", "乡村振兴股", 11, [5]),
        ("30年", "办公室", 31, [6, 7, 8]), ("30年", "种植业股", 25, [9]), ("30年", "乡村振兴股", 18, [10]),
        ("10年", "办公室", 22, [11]), ("10年", "种植业股", 19, [12]), ("10年", "乡村振兴股", 14, [13])])
    expect("2022 30年 办公室 in boxes", [c for _, c in boxes[("30年", "办公室")]], [12, 13, 6])
    thick = [shelves.mm(p, False) for p in shelves.in_order(papers(of(rows, "30年", "办公室")))]
    expect("mm of box 6", thick[:12], [3, 5, 2, 6, 3, 8, 2, 5, 2, 6, 3, 2])
    expect("2022 without pages", [r["key"] for r in rows if not r["pages"]], ["22006"])


def check_2023(rows, sent, received, by_hand):
    decided = {r["key"] for r in read("2023-periods")}
    moved = {r["key"] for r in read("2023-moved")}
    inbox = [r for r in rows if r["key"] not in decided]
    expect("发文, 收文, by hand", (len(sent), len(received), len(by_hand)), (73, 43, 2))
    expect("moved to 乡村振兴股", len(moved), 35)
    expect("moved, empty before", sum(not r["org"] for r in rows if r["key"] in moved), 26)
    expect("without 机构", sum(not r["org"] for r in rows if r["key"] not in moved), 4)
    expect("in-tray lacking something", sum(
        r["title"].endswith(".pdf") or not r["issuer"] or not r["date"] for r in inbox), 5)
    orgs = Counter("乡村振兴股" if r["key"] in moved else r["org"] for r in rows)
    expect("种植业股 2023", orgs["种植业股"], 12)
    for series, missing in {"云农发": [7, 31, 33], "云农函": [4, 18, 22]}.items():
        numbers = {int(m[1]): r for r in rows
                   if (m := re.fullmatch(series + r"〔2023〕(\d+)号", r["doc_no"]))}
        expect(f"missing in {series}〔2023〕",
               [n for n in range(1, max(numbers)) if n not in numbers], missing)
        dates = [numbers[n]["date"] for n in sorted(numbers)]
        expect(f"{series}〔2023〕 rises with the date", dates == sorted(dates), True)


def check_shown(years):
    def number(year, period, org, title):
        ordered = shelves.in_order(papers(of(years[year], period, org)))
        return next(n for n, p in enumerate(ordered, 1) if p.title.startswith(title))
    for title, at in {
            (2013, "永久", "办公室", "关于印发《三定方案》的通知"): 1,
            (2013, "永久", "办公室", "局党组会议纪要（第1期）"): 2,
            (2013, "永久", "办公室", "关于表彰先进集体的决定"): 3,
            (2013, "10年", "办公室", "关于夏季值班安排的通知"): 31,
            (2019, "永久", "计划财务股", "植保无人机采购合同（宏达农机有限公司）"): 23,
            (2019, "30年", "计划财务股", "宏达农机公司植保无人机合同履约验收报告"): 41,
            (2020, "永久", "乡村振兴股", "关于青石镇农村宅基地审批管理办法的批复"): 14,
            (2021, "永久", "乡村振兴股", "青石镇农村宅基地审批表"): 3,
            (2021, "30年", "办公室", "关于成立秸秆禁烧领导小组的通知"): 31,
            (2022, "永久", "办公室", "关于县政协第47号提案的答复"): 8,
            (2022, "永久", "办公室", "关于农机监理用房修缮的请示"): 9,
            (2022, "30年", "办公室", "关于核拨抗旱油料补助的通知"): 12,
            (2022, "30年", "办公室", "关于农机监理用房修缮的批复"): 13,
            (2022, "30年", "办公室", "关于报送农机保有量的函"): 31}.items():
        expect(f"{title[3]} is number", number(*title), at)
    for year, period, org, place, box in [
            (2019, "永久", "计划财务股", 23, 7), (2020, "永久", "乡村振兴股", 14, 3),
            (2021, "永久", "乡村振兴股", 3, 4)]:
        left = place
        for n, count in boxes_of_year(years[year], two_sided=True)[(period, org)]:
            left -= count
            if left <= 0:
                expect(f"{year} {period} {org} {place} stands in box", n, box)
                break
    permanent = [r for r in years[2013] if r["retention"] == "永久"]
    boxes = [b for (p, _), row in boxes_of_year(years[2013], True).items() if p == "永久" for b in row]
    expect("2013 permanent: papers, pages, boxes",
           (len(permanent), sum(int(r["pages"]) for r in permanent), len(boxes)), (56, 812, 3))
    expect("2013 10年", sum(r["retention"] == "10年" for r in years[2013]), 212)
    vouchers = [r for r in read("accounts-2019") if r["type"] == "KU·01"]
    expect("2019 voucher 005", sorted(vouchers, key=lambda r: r["date"])[4]["title"],
           "2019年6月记账凭证之 5（付宏达合同款）")


def check_planted(years, papers_2023):
    every = [r for rows in years.values() for r in rows]
    by_key = {r["key"]: r for r in every}
    pairs = [(r, by_key[r["answers"]]) for r in every if r["answers"]]
    expect("请示 and 批复 of different periods", sorted(
        r["answers"] for r, asked in pairs if r["retention"] != asked["retention"]),
        ["18a", "22009"])
    everything = every + papers_2023 + read("2024")
    expect("titles naming 附件", sum("附件" in r["title"] for r in everything), 6)
    expect("titles with 宅基地", sum("宅基地" in r["title"] for r in everything), 11)
    asked = {r["answers"] for r in every}
    open_requests = [r["key"] for r in every if r["title"].endswith("的请示") and r["key"] not in asked]
    expect("请示 without 批复 before 2023", open_requests, [])
    seen = defaultdict(list)
    for row in everything:
        seen[(row["title"], row["date"])].append(row["doc_no"])
    expect("same title and date", [k[0] for k, v in seen.items() if len(v) > 1],
           ["关于开展农资打假联合检查的通知"])
    numbers = Counter(r["doc_no"] for r in everything if r["doc_no"])
    expect("文号 given twice", [n for n, c in numbers.items() if c > 1], [])


def check_order_of_numbers(years):
    """Lists stand in the order of their numbers, so that pictures and lists agree."""
    wrong = []
    for year, rows in years.items():
        for period in PERIODS:
            for org in ORGS.values():
                row = [r["key"] for r in of(rows, period, org)]
                if row != [p.key for p in shelves.in_order(papers(of(rows, period, org)))]:
                    wrong.append((year, period, org))
    expect("classes out of order", wrong, [])


def check_years_alike(years, papers_2023):
    """年年有，今年没有: what came in each of three years, without year and number, but not in 2023."""
    each = [{norm(r["title"]) for r in years[y]} for y in (2020, 2021, 2022)]
    missing = set.intersection(*each) - {norm(r["title"]) for r in papers_2023}
    expect("every year but 2023", sorted(missing), sorted(["云岭县农业农村局工作总结", "农机事故统计年报"]))


if __name__ == "__main__":
    check()
    for fault in faults:
        print(f"NOT {fault}", file=sys.stderr)
    sys.exit(1 if faults else 0)
