#!/usr/bin/env python3
"""Writes a list of ROWS records as an office keeps it: make_list.py ROWS OUT.csv

Deterministic; a third of the rows, 10,000 at most, lie in 2021: the year that is numbered and
boxed.
"""
import random
import sys

rows, out = int(sys.argv[1]), sys.argv[2]
rnd = random.Random(7)
acts = "印发 转发 调整 成立 召开 开展 加强 做好 举办 组织 申请 下达 批准 表彰 核定 编制 报送 上报 建立 规范".split()
topics = ("档案管理 高标准农田建设 宅基地审批管理 农村土地承包 春耕备耕 防汛抗旱 农机安全生产 动物疫病防控 "
          "耕地地力保护补贴 农产品质量安全 禁捕退捕 乡村振兴 农村集体产权制度改革 人居环境整治 秸秆禁烧").split()
kinds = "通知 请示 批复 报告 函 会议纪要 决定 意见 通报 方案 总结".split()
places = [a + b + c for a in "青石金柳清龙凤" for b in "河山桥坪湾沟岭" for c in ("镇", "乡", "村")]
orgs = "办公室 人事股 计划财务股 种植业股 乡村振兴股 法规股 农机股 畜牧股".split()
periods = ["永久", "30年", "10年"]
with open(out, "w", encoding="utf-8", newline="") as f:
    f.write("序号,文号,责任者,题名,日期,页数,保管期限,机构\n")
    for i in range(1, rows + 1):
        year = 2021 if i % 3 == 0 and i <= 30_000 else 1991 + i % 29
        title = f"关于{rnd.choice(acts)}{rnd.choice(places)}{rnd.choice(topics)}工作（{i}）的{rnd.choice(kinds)}"
        number = f"云农发〔{year}〕{i}号" if rnd.random() < 0.85 else ""
        date = f"{year}{rnd.randrange(12) + 1:02d}{rnd.randrange(28) + 1:02d}"
        f.write(f"{i},{number},云岭县农业农村局,{title},{date},{int(rnd.random() ** 3 * 90) + 1},"
                f"{rnd.choice(periods)},{rnd.choice(orgs)}\n")
