"""What is no 文书: account books, the project's papers, photographs; and the imported workbook."""
import calendar
import datetime

from dice import Dice
from paper import SAMPLE, read_csv, write_csv
from workbook import write_workbook

BOOKS = ["总账", "现金日记账", "银行存款日记账", "基本支出明细账", "项目支出明细账", "往来款项明细账",
         "固定资产明细账", "上级补助收入明细账", "专项支出明细账（种植业）", "专项支出明细账（畜牧业）",
         "专项支出明细账（农机）", "库存物资明细账", "应缴款项明细账"]
REPORTS = [("第一季度会计报表", "0331"), ("第二季度会计报表", "0630"), ("第三季度会计报表", "0930"),
           ("第四季度会计报表", "1231"), ("上半年会计报表", "0630"), ("11月份会计报表", "1130")]
REST = [("银行对账单", "10年"), ("会计档案移交清册", "30年"), ("银行存款余额调节表", "10年")]


def write_accounts(quotas):
    columns = ["key", "type", "title", "date", "pages", "retention", "department",
               "volume_of", "voucher_from", "voucher_to", "annexes"]
    for year, (vouchers, books, reports, rest) in quotas.items():
        dice = Dice("accounts", year)
        made = voucher_rows(dice, year, vouchers)
        made += [book_row(dice, year, "02", f"{year}年{name}", "30年") for name in BOOKS[:books]]
        if reports:
            made.append(book_row(dice, year, "03", f"{year}年度部门决算报告", "永久"))
            made.append(book_row(dice, year, "03", f"{year}年度政府部门财务报告", "永久"))
        made += [{**book_row(dice, year, "03", f"{year}年{name}", "10年"), "date": f"{year}{day}"}
                 for name, day in REPORTS[:max(0, reports - 2)]]
        made += [book_row(dice, year, "04", f"{year}年{name}", period)
                 for name, period in REST[:rest]]
        for row in made:
            row["key"] = f"KU{year % 100}-{made.index(row) + 1:02d}"
            row["department"] = "计划财务股" if year < 2020 else "办公室"
            row["type"] = f"KU·{row['sub']}"
        write_csv(f"papers/accounts-{year}.csv", columns, made)


def voucher_rows(dice, year, count):
    """Few volumes in spring, more towards the end of the year; numbers of vouchers run on."""
    months = [[1], [2], [3, 4], [5], [6]]
    later = [7 + n * 6 // (count - 5) for n in range(count - 5)]
    rows, voucher = [], 1
    for n, span in enumerate(months + [[m] for m in later], 1):
        month = span[-1]
        same = [m for m in later if m == month]
        day = calendar.monthrange(year, month)[1]
        if len(same) > 1:
            day = day * (later[:n - 5].count(month)) // len(same)
        text = "—".join(map(str, span))
        title = f"{year}年{text}月记账凭证之 {n}"
        if (year, n) == (2019, 5):
            title += "（付宏达合同款）"
        pages = 110 + dice.below(70)
        last = voucher + 30 + dice.below(30)
        rows.append({
            "sub": "01", "year": year, "title": title, "date": f"{year}{month:02d}{day:02d}",
            "pages": pages, "retention": "30年", "volume_of": f"{n}/{count}",
            "voucher_from": voucher, "voucher_to": last, "annexes": pages - (last - voucher + 1)})
        voucher = last + 1
    return rows


def book_row(dice, year, sub, title, period):
    return {"sub": sub, "year": year, "title": title, "date": f"{year}1231",
            "pages": 20 + dice.below(90), "retention": period}


def write_parts():
    """组成部分 of the three compound papers that the screens show."""
    rows = [
        ("22007", 1, "text", "正文", "", 6), ("22007", 2, "final", "定稿", "", 6),
        ("22008", 1, "reply", "关于县政协第47号提案的答复", "云岭县农业农村局", 2),
        ("22008", 2, "incoming", "政协提案第47号", "县政协提案委员会", 1),
        ("23-117", 1, "text", "正文", "", 18), ("23-117", 2, "annex", "项目区位置图", "", 2),
        ("23-117", 3, "annex", "投资估算表", "", 4)]
    columns = ["key", "n", "role", "title", "issuer", "pages"]
    write_csv("papers/parts.csv", columns, [dict(zip(columns, row)) for row in rows])


def write_project():
    """基建 02: five volumes with 57 pieces, and 12 papers that came later."""
    titles = {"001": "立项文件", "002": "招投标与合同文件", "003": "勘察设计文件", "004": "监理文件",
              "005": "施工文件（一标段）"}
    pieces = read_csv("project.csv")
    for number, row in enumerate(pieces, 1):
        row.update(key=f"JJ-{number:03d}", project="02", retention="永久")
    write_csv("papers/project-pieces.csv",
              ["key", "volume", "project", "title", "doc_no", "issuer", "date", "pages",
               "page_from", "retention", "note"], pieces)
    volumes = []
    for number, title in titles.items():
        inside = [row for row in pieces if row["volume"] == number]
        dates = sorted(row["date"] for row in inside)
        volumes.append({
            "key": f"JJ-{number}V", "volume": number, "project": "02",
            "title": f"高标准农田建设一期工程{title}", "issuer": "云岭县农业农村局",
            "date": f"{dates[0]}-{dates[-1]}", "retention": "永久",
            "pages": sum(int(row["pages"]) for row in inside), "pieces": len(inside)})
    write_csv("papers/project-volumes.csv",
              ["key", "volume", "project", "title", "issuer", "date", "retention", "pages",
               "pieces"], volumes)


def write_photographs():
    """2022: twelve groups with 43 photographs."""
    photographs = read_csv("photos.csv")
    groups = {}
    for number, row in enumerate(photographs, 1):
        row.update(key=f"ZP-{number:02d}", retention="永久", year="2022",
                   people=row["people"].replace("、", "；"))
        groups.setdefault(row["group"], []).append(row)
    write_csv("papers/photographs.csv",
              ["key", "group", "year", "title", "date", "location", "photographer", "people",
               "background", "retention"], photographs)
    write_csv("papers/photo-groups.csv",
              ["key", "group", "year", "title", "date", "retention", "pieces"],
              [{"key": f"ZP-{number}G", "group": number, "year": "2022",
                "title": rows[0]["group_title"], "date": rows[0]["date"], "retention": "永久",
                "pieces": len(rows)} for number, rows in groups.items()])


def register_order(rows):
    """The rows as the office's workbook has them: faults of the import picture at its rows."""
    sent = [row for row in rows if row["sheet"] == "发文"]
    first = ["云农纪〔2023〕7号", "云农发〔2023〕19号", "云农发〔2023〕6号", "云农发〔2023〕8号",
             "云农发〔2023〕9号", "云农发〔2023〕10号", "云农发〔2023〕11号", "云农函〔2023〕5号",
             "云农发〔2023〕1号", "云农发〔2023〕2号", "云农发〔2023〕4号", "云农发〔2023〕5号",
             "云农发〔2023〕3号"]
    head = [next(row for row in sent if row["doc_no"] == number) for number in first]
    sent = head + [row for row in sent if row not in head]
    received = [row for row in rows if row["sheet"] == "收文"]
    twin = next(row for row in received if row["title"] == "关于开展农资打假联合检查的通知"
                and not row["doc_no"])
    received.remove(twin)
    received.insert(18, twin)
    return sent + received + [row for row in rows if row["sheet"] == "手录"]


def write_register(rows):
    """收发文登记2023.xlsx as it lay on the desk: a wrong date, pages in words, no title, twins."""
    sheets = []
    for name in ("发文", "收文"):
        ordered = [row for row in register_order(rows) if row["sheet"] == name]
        table = [register_row(n, row) for n, row in enumerate(ordered)]
        if name == "发文":
            table[6][3] = "2023.13.5"
            table[12][4] = "十二"
            table.insert(15, [*table[1]])
        else:
            table.insert(3, ["云林函〔2023〕4号", "云岭县林业局", "", "2023.3.20", 3, "李"])
        lines = [[f"2023年{name}登记"], ["序号", "文号", "责任者", "题名", "日期", "页", "经手"]]
        sheets.append((name, lines + [[n, *line] for n, line in enumerate(table, 1)]))
    write_workbook(SAMPLE / "lists" / "收发文登记2023.xlsx", sheets)


def register_row(n, row):
    issuer = {"-": "", "": "云岭县农业农村局"}.get(row["issuer"], row["issuer"])
    return [row["doc_no"], issuer, row["title"], date_cell(n, row["date"]),
            int(row["pages"]) if row["pages"] else "", row["handler"].rstrip("→")]


def date_cell(n, date):
    """Dates as offices write them: by turns 2023.7.18, an Excel day, 20230718."""
    if date == "-":
        return ""
    year, month, day = int(date[:4]), int(date[4:6]), int(date[6:])
    if n % 8 in (1, 4):
        return (datetime.date(year, month, day) - datetime.date(1899, 12, 30)).days
    return date if n % 8 in (2, 6) else f"{year}.{month}.{day}"
