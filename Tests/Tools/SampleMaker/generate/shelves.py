"""How the papers of a class stand in order and in boxes; pages are made to fit the boxes told."""
from paper import UNTIED


def in_order(papers):
    """时间结合事由: a 请示 and its 批复 together, at the earlier date (DA/T 22-2015, 5.3)."""
    inside = set(map(id, papers))

    def place(paper):
        head = paper
        while (head.answers is not None and id(head.answers) in inside
               and head.year not in UNTIED):
            head = head.answers
        return (head.date, head.doc_no, head.title, paper.date, paper.doc_no)
    return sorted(papers, key=place)


def mm(paper, two_sided):
    """Millimetres in the box: sheets of 0.1 mm, up, and 1 for the binding; none for no paper."""
    pages = int(paper.pages or 0)
    if pages == 0 or paper.carrier:
        return 0
    sheets = (pages + 1) // 2 if two_sided else pages
    return -(-sheets // 10) + 1


def boxes(papers, two_sided, room=47):
    """How many papers each box takes, next fit in order of number."""
    counts, used = [], room + 1
    for paper in in_order(papers):
        thick = mm(paper, two_sided)
        if used + thick > room:
            counts.append(0)
            used = 0
        counts[-1] += 1
        used += thick
    return counts


def fit(papers, count, two_sided):
    """Thins generated papers, the thickest first, until the class fits so many boxes."""
    while len(boxes(papers, two_sided)) > count:
        loose = [p for p in papers if not p.place and int(p.pages or 0) > 1 and not p.key]
        thickest = max(loose, key=lambda p: (mm(p, two_sided), int(p.pages), p.title))
        if int(thickest.pages) <= 10:
            raise SystemExit(f"{thickest.class_key}: {len(papers)} papers never fit {count} boxes")
        thickest.pages = str(int(thickest.pages) - 10 if int(thickest.pages) > 20 else 4 + int(thickest.pages) % 7)


def total(classes, pages, two_sided):
    """Adds single pages to the longer kinds of papers until all classes have so many together.

    Each class keeps its one box.
    """
    loose = [(p, row) for row in classes for p in in_order(row)
             if not p.key and p.pages_range[1] >= 12]
    step = 0
    while (left := pages - sum(int(p.pages or 0) for row in classes for p in row)) != 0:
        paper, row = loose[step % len(loose)]
        old = paper.pages
        paper.pages = str(int(old) + (1 if left > 0 else -1))
        if len(boxes(row, two_sided)) > 1 or int(paper.pages) < paper.pages_range[0]:
            paper.pages = old
        step += 1
        if step > 100_000:
            raise SystemExit(f"no way to {pages} pages")
