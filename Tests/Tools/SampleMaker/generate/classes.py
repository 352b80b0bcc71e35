"""Makes the papers of one class: those told by hand, and as many more as its quota asks for."""
import calendar
import datetime
import re

from dice import Dice
from paper import ORGS, Paper, bureau, weekday

DIRECTION = {"own": "own", "trade": "superior", "superior": "superior", "peer": "peer",
             "town": "subordinate", "station": "subordinate"}


class Maker:
    """Fills titles from the word lists; remembers titles so that none comes twice in a year."""

    def __init__(self, words, patterns):
        self.words = words
        self.patterns = patterns
        self.titles = {}
        self.refused = set()

    def fill_class(self, year, period, org, quota, hand, last=1231):
        """The hand-written papers of a class and generated ones around them, `quota` in all."""
        dice = Dice("class", year, period, org)
        for paper in hand:
            self.titles.setdefault(year, set()).add(paper.title)
        fixed = sorted((p for p in hand if p.place), key=lambda p: p.place)
        loose = [p for p in hand if not p.place]
        made = []
        edges = [(0, f"{year}0101")] + [(p.place, p.date) for p in fixed]
        edges.append((quota + 1, f"{year}{last:04d}"))
        for (place, since), (next_place, until) in zip(edges, edges[1:]):
            inside = [p for p in loose if since < p.date < until]
            made += self.fill_window(
                dice, (year, period, org), next_place - place - 1 - len(inside), since, until)
        return hand + made

    def fill_window(self, dice, facts, count, since, until):
        """`count` papers dated between two days, both excluded."""
        made, tries = [], 0
        while len(made) < count:
            tries += 1
            if tries > 4000:
                raise SystemExit(f"{facts}: the words give only {len(made)} of {count} papers")
            papers = self.draw(dice, facts, since, until)
            if papers and len(made) + len(papers) <= count:
                made += papers
                self.titles.setdefault(facts[0], set()).update(p.title for p in papers)
        return made

    def draw(self, dice, facts, since, until):
        """One paper, or two that belong together; none when chance hit something unfit."""
        year, period, org = facts
        name = ORGS[org]
        fit = [p for p in self.patterns[period] if name in p.get("orgs", [name])]
        pattern = dice.weighted(fit, lambda p: p["w"])
        topic, months = self.topic(dice, name, pattern)
        month = months[dice.below(len(months))]
        day = 1 + dice.below(calendar.monthrange(year, month)[1])
        date = weekday(f"{year}{month:02d}{day:02d}")
        if not since < date < until or date[:4] != str(year):
            return None
        cast = self.cast(dice, year, date, topic)
        paper = self.paper(dice, facts, date, pattern, cast)
        papers = [paper]
        if "pair" in pattern:
            later = weekday(self.after(date, 7 + dice.below(28)))
            if not since < later < until:
                return None
            answer = self.paper(dice, facts, later, pattern["pair"], cast)
            answer.answers = paper
            papers.append(answer)
        known = self.titles.get(year, set())
        unfit = any(p.title in known or norm(p.title) in self.refused for p in papers)
        return None if unfit else papers

    def topic(self, dice, org_name, pattern):
        if pattern.get("season") == "holiday":
            holiday = dice.pick(self.words["holidays"])
            return holiday["name"], [holiday["month"]]
        name, _, months = dice.pick(self.words["topics"][org_name]).partition("@")
        first, _, final = (months or "1-12").partition("-")
        return name, list(range(int(first), int(final or first) + 1))

    def cast(self, dice, year, date, topic):
        """Who and what a title may name: drawn once, so that two papers of a pair agree."""
        words = self.words

        def now(offices):
            return [o for o in offices
                    if o.get("from", 0) <= year <= o.get("until", 9999)]
        month = int(date[4:6])
        superior = now(words["superiors"])
        town = dice.pick(words["towns"])
        return {
            "topic": topic, "holiday": topic, "y": year, "y5": year + 4, "m": month,
            "q": (month + 2) // 3, "k": 2 + dice.below(58), "n": "{n}", "bureau": bureau(year),
            "policy": dice.pick(words["policies"]), "goods": dice.pick(words["goods"]),
            "works": dice.pick(words["works"]), "meeting": dice.pick(words["meetings"]),
            "license": dice.pick(words["licenses"]), "village": dice.pick(town["villages"]),
            "company": dice.pick(words["companies"]),
            "name": dice.pick(words["surnames"]) + dice.pick(words["given"]),
            "few": 2 + dice.below(7), "ended": year if month > 10 else year - 1,
            "coming": year if month < 7 else year + 1,
            "offices": {
                "trade": dice.pick([o for o in superior if o["name"] in words["trade"]]),
                "superior": dice.pick(superior), "peer": dice.pick(now(words["peers"])),
                "town": town, "station": dice.pick(words["stations"])},
        }

    def paper(self, dice, facts, date, pattern, cast):
        year, period, org = facts
        names = {role: office["name"] for role, office in cast["offices"].items()}
        title = pattern["t"].replace("等{k}名", "等{few}名").format(**{**cast, **names})
        source = pattern["from"]
        issuer, numbers = bureau(year), pattern.get("series", "")
        if source in cast["offices"]:
            issuer = names[source] + ("人民政府" if source == "town" else "")
            numbers = cast["offices"][source]["series"]
        elif source != "own":
            issuer = source
        low, high = map(int, pattern["pages"].split("-"))
        return Paper(
            year, period, org, date, str(dice.between(low, high)), title, issuer=issuer,
            direction=DIRECTION.get(source, "superior"),
            numbered_by="" if numbers == "none" else numbers,
            counter=pattern.get("counter", ""), pages_range=(low, high))

    def after(self, date, days):
        day = datetime.date(int(date[:4]), int(date[4:6]), int(date[6:]))
        return (day + datetime.timedelta(days=days)).strftime("%Y%m%d")


def norm(title):
    """A title without year and number, as papers of several years are compared."""
    return re.sub(r"第?[0-9]+(—[0-9]+)?(年度|年|月份|月|期|号|季度|份)?", "", title).replace("{n}", "")
