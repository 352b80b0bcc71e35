"""One paper of the sample, and the folders that the generator reads and writes."""
import csv
import datetime
import io
import pathlib
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent.parent
SAMPLE = HERE.parent.parent.parent / "data" / "sample"
ORGS = {"BGS": "办公室", "RSG": "人事股", "JCG": "计划财务股", "ZZY": "种植业股", "XCZ": "乡村振兴股"}
POSITION = {code: n for n, code in enumerate(ORGS)}
# Years in which nobody tied the 批复 to their 请示; their papers stand by date alone.
UNTIED = {2014}
PERIODS = {"永久": 0, "30年": 1, "10年": 2}


@dataclass
class Paper:
    year: int
    period: str
    org: str
    date: str
    pages: str
    title: str
    doc_no: str = ""
    issuer: str = ""
    direction: str = "own"
    key: str = ""
    answers: "Paper | None" = None
    carrier: str = ""
    note: str = ""
    basis: str = ""
    # While being made: the series of numbers it takes its number from, the counter in its title.
    numbered_by: str = ""
    counter: str = ""
    place: int = 0
    pages_range: tuple = field(default=(1, 1))

    @property
    def class_key(self):
        return (self.year, PERIODS[self.period], POSITION[self.org])


def bureau(year):
    """The unit's name; the reform of 2019 gave it a new one, the fonds went on."""
    return "云岭县农业局" if year < 2019 else "云岭县农业农村局"


def weekday(date):
    """The same day, or the Friday before when it falls on a weekend."""
    day = datetime.date(int(date[:4]), int(date[4:6]), int(date[6:]))
    return (day - datetime.timedelta(days=max(0, day.weekday() - 4))).strftime("%Y%m%d")


def read_csv(name):
    with open(HERE / "hand" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(name, columns, rows):
    """Writes a list in UTF-8 with line feeds; empty cells for what is not known."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({c: row.get(c, "") for c in columns} for row in rows)
    target = SAMPLE / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text.getvalue(), encoding="utf-8")
