#!/usr/bin/env python3
"""Makes Data/china-2018 from the national table of 2018 in 153 sectors. Standard library only.

Usage: scripts/china_table.py FOLDER_OF_china_2018_153.csv.gz [INTO]

The input is the table of the National Bureau of Statistics of China for 2018 (153 sectors, producer prices, 10,000 yuan,
imports not told apart), as CSV: columns Code, Description, DescriptionInChinese, 153 sectors, TIU, final uses FU101, FU102
(households), FU103 (government), FU201 (fixed capital), FU202 (inventories), EX, IM (imports, to be taken off), GO; rows the
sectors, then TII, VA001-VA004, TVA, TI.

What is done, in this order:
1. Checked: row sums give TIU, column sums give TII, uses less imports give GO, inputs and value added give GO.
2. Imports are told apart, for each of the 153 products, in proportion to domestic use (the usual assumption where nothing
   better is published): u = IM / (GO + IM - EX); every domestic use takes u of imports and 1 - u of home-made products;
   exports are all home-made. This step is an estimate.
3. Sectors are added up to those of GROUPS. Money is written in 100 million yuan.
"""

import csv
import gzip
import json
import os
import sys

# Sector, name in Chinese, codes of the national table, segments of Jingwei that it stands for.
GROUPS = [
    ("Agriculture and fishery", "农林牧渔业", "001-005", ""),
    ("Coal", "煤炭采选", "006", "sg.mat.ore"),
    ("Oil and gas", "石油和天然气开采", "007", ""),
    ("Metal ores", "金属矿采选", "008-009", "sg.mat.ore"),
    ("Other mining", "非金属矿及其他采矿", "010-011", ""),
    ("Food and tobacco", "食品、饮料和烟草", "012-026", ""),
    ("Textiles and clothing", "纺织、服装和皮革", "027-034", ""),
    ("Wood and paper products", "木材、家具、造纸和文教用品", "035-040", ""),
    ("Refined petroleum and coke", "石油炼焦", "041-042", "sg.mat.petro"),
    ("Chemicals", "化学原料和化学制品", "043-046 048-049", "sg.mat.saltsoda sg.mat.electrolyte"),
    ("Synthetic materials and fibres", "合成材料和化学纤维", "047 051", "sg.mat.plastic"),
    ("Medicines", "医药制品", "050", ""),
    ("Rubber products", "橡胶制品", "052", "sg.cmp.tyre"),
    ("Plastic products", "塑料制品", "053", "sg.mat.plastic"),
    ("Building materials", "水泥、陶瓷等建材", "054-056 058-059", ""),
    ("Glass", "玻璃和玻璃制品", "057", "sg.mat.flatglass sg.cmp.glass"),
    ("Graphite and other minerals", "石墨及其他非金属矿物制品", "060", "sg.mat.anode sg.mat.carbon"),
    ("Iron and steel", "钢铁", "061-063", "sg.mat.steel"),
    ("Non-ferrous metals", "有色金属", "064-065", "sg.mat.alu sg.mat.copper sg.mat.rareearth"),
    ("Metal products", "金属制品", "066", ""),
    ("General machinery", "通用设备", "067-073", ""),
    ("Special machinery", "专用设备", "074-078", "sg.veh.constr sg.svc.equip"),
    ("Automobiles", "汽车整车", "079", "sg.veh"),
    ("Auto parts", "汽车零部件及配件", "080", "sg.cmp sg.sys"),
    ("Other transport equipment", "其他交通运输设备", "081-083", "sg.adj.hsr sg.adj.ship"),
    ("Electric motors", "电机", "084", "sg.cmp.motor"),
    ("Wires and cables", "电线电缆和电工器材", "086", "sg.cmp.harness"),
    ("Batteries", "电池", "087", "sg.cmp.cell sg.sys.battery"),
    ("Other electrical equipment", "输配电、家电等电气设备", "085 088-089", ""),
    ("Electronic components", "电子元器件", "094", "sg.cmp.chip"),
    ("Computers and communication equipment", "计算机、通信等电子设备", "090-093 095", "sg.adj.comp"),
    ("Instruments", "仪器仪表", "096", "sg.cmp.sensor"),
    ("Recycling", "废弃资源回收加工", "098", "sg.aft.dismantle sg.aft.battrec"),
    ("Other manufacturing and repair", "其他制造和设备修理", "097 099", ""),
    ("Electricity and heat", "电力和热力", "100", "sg.aft.charge"),
    ("Gas and water", "燃气和水", "101-102", ""),
    ("Construction", "建筑业", "103-108", ""),
    ("Wholesale and retail", "批发和零售", "109-110", "sg.cir.dealer"),
    ("Rail transport", "铁路运输", "111-112", "sg.cir.rail"),
    ("Road freight", "道路货物运输", "114", "sg.cir.road"),
    ("Water transport", "水上运输", "115-116", "sg.cir.port"),
    ("Other transport", "城市公交、航空、管道等运输", "113 117-120", ""),
    ("Storage and post", "装卸仓储和邮政", "121-122", "sg.cir.wh"),
    ("Hotels and catering", "住宿和餐饮", "123-124", ""),
    ("Telecommunications and internet", "电信、广播和互联网", "125-127", ""),
    ("Software and IT services", "软件和信息技术服务", "128-129", "sg.sys.os sg.svc.digital"),
    ("Finance", "金融", "130-132", "sg.svc.fin"),
    ("Real estate", "房地产", "133", ""),
    ("Leasing and business services", "租赁和商务服务", "134-135", "sg.svc.prodserv"),
    ("Research and technical services", "研发和专业技术服务", "136-138", "sg.svc.rd sg.svc.test"),
    ("Public and personal services", "公共、教育、医疗和居民服务", "139-153", ""),
]
# The chain that the study tells first.
FOCUS = ["Automobiles", "Auto parts"]
DEMAND = [
    ("FU101", "Rural households", "农村居民消费"), ("FU102", "Urban households", "城镇居民消费"),
    ("FU103", "Government", "政府消费"), ("FU201", "Fixed capital formation", "固定资本形成"),
    ("FU202", "Changes in inventories", "存货变动"), ("EX", "Exports", "出口"),
]
ACCOUNTS = [
    ("TVA", "Value added", "增加值"), ("VA001", "Compensation of employees", "劳动者报酬"),
    ("VA002", "Net taxes on production", "生产税净额"), ("VA003", "Depreciation of fixed assets", "固定资产折旧"),
    ("VA004", "Operating surplus", "营业盈余"),
]
TEN_THOUSAND = 10_000.0


def codes(text):
    """`001-003 007` -> 001, 002, 003, 007."""
    found = []
    for part in text.split():
        first, _, last = part.partition("-")
        found += [f"{number:03}" for number in range(int(first), int(last or first) + 1)]
    return found


def number(text):
    return 0.0 if text in ("", "NA") else float(text)


class NationalTable:
    """The table as it is published, checked."""

    def __init__(self, path):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        header = rows[0]
        self.place = {code: index for index, code in enumerate(header)}
        self.rows = {row[0]: row for row in rows[1:]}
        self.sectors = [code for code in header[3:] if code.isdigit()]
        self.check()

    def cell(self, row, column):
        return number(self.rows[row][self.place[column]])

    def check(self):
        for code in self.sectors:
            made = self.cell(code, "GO")
            pairs = [
                ("uses by sectors", sum(self.cell(code, other) for other in self.sectors), self.cell(code, "TIU")),
                ("inputs", sum(self.cell(other, code) for other in self.sectors), self.cell("TII", code)),
                ("inputs and value added", self.cell("TII", code) + self.cell("TVA", code), made),
                ("value added", sum(self.cell(row, code) for row, _, _ in ACCOUNTS[1:]), self.cell("TVA", code)),
                ("uses less imports", self.cell(code, "TIU") + sum(self.cell(code, use) for use, _, _ in DEMAND)
                    - self.cell(code, "IM"), made),
            ]
            for name, found, wanted in pairs:
                if abs(found - wanted) > 1e-6 * max(1.0, made):
                    sys.exit(f"sector {code}: {name} add up to {found} and not {wanted}")


def aggregated(national):
    """Flows at home, imported flows, final demand, accounts, by group."""
    group = {}
    for index, (_, _, text, _) in enumerate(GROUPS):
        for code in codes(text):
            if group.setdefault(code, index) != index:
                sys.exit(f"sector {code} stands in two groups")
    if sorted(group) != sorted(national.sectors):
        sys.exit("the groups do not take each sector once")
    count = len(GROUPS)
    home = [[0.0] * count for _ in range(count)]
    abroad = [[0.0] * count for _ in range(count)]
    demand = [[0.0] * len(DEMAND) for _ in range(count)]
    accounts = [[0.0] * count for _ in ACCOUNTS]
    for row in national.sectors:
        imports, exports, made = (national.cell(row, use) for use in ("IM", "EX", "GO"))
        used = made + imports - exports
        share = imports / used if used > 0 else 0.0
        if not 0 <= share < 1:
            sys.exit(f"sector {row}: imports are {share} of domestic use")
        for column in national.sectors:
            flow = national.cell(row, column) / TEN_THOUSAND
            home[group[row]][group[column]] += (1 - share) * flow
            abroad[group[row]][group[column]] += share * flow
        for place, (use, _, _) in enumerate(DEMAND):
            taken = national.cell(row, use) / TEN_THOUSAND
            demand[group[row]][place] += taken if use == "EX" else (1 - share) * taken
    for place, (row, _, _) in enumerate(ACCOUNTS):
        for code in national.sectors:
            accounts[place][group[code]] += national.cell(row, code) / TEN_THOUSAND
    return home, abroad, demand, accounts


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def amounts(values):
    return [f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) >= 5e-7 else "0" for value in values]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    source = os.path.join(sys.argv[1], "china_2018_153.csv.gz")
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(root, "Data", "china-2018")
    os.makedirs(folder, exist_ok=True)
    national = NationalTable(source)
    home, abroad, demand, accounts = aggregated(national)
    names = [name for name, _, _, _ in GROUPS]
    write(folder, "flows.csv", ["sector"] + names, [[name] + amounts(row) for name, row in zip(names, home)])
    write(folder, "imports.csv", ["sector"] + names, [[name] + amounts(row) for name, row in zip(names, abroad)])
    write(folder, "final_demand.csv", ["sector"] + [name for _, name, _ in DEMAND],
          [[name] + amounts(row) for name, row in zip(names, demand)])
    write(folder, "extensions.csv", ["account"] + names,
          [[name] + amounts(row) for (_, name, _), row in zip(ACCOUNTS, accounts)])
    write(folder, "sectors.csv", ["sector", "name_en", "name_zh", "segments", "focus"],
          [[name, name, chinese, ";".join(segments.split()), "yes" if name in FOCUS else "no"]
           for name, chinese, _, segments in GROUPS])
    write(folder, "correspondence.csv", ["code", "name_en", "name_zh", "sector"],
          [[code, national.rows[code][1], national.rows[code][2], name]
           for name, _, text, _ in GROUPS for code in codes(text)])
    about = {
        "title": {"en": "Input-output table of China, 2018, in 51 sectors", "zh": "中国 2018 年投入产出表（51 部门）"},
        "unit": {"en": "100 million yuan", "zh": "亿元"},
        "scale": 100000000,
        "basis": "derived",
        "importsBasis": "estimated",
        "names": {name: chinese for _, name, chinese in DEMAND + ACCOUNTS},
        "source": {
            "en": "National Bureau of Statistics of China, input-output table 2018, 153 sectors, producer prices; added up to 51 "
                  "sectors, imports told apart in proportion to domestic use",
            "zh": "国家统计局 2018 年全国投入产出表（153 部门，生产者价格）；合并为 51 部门，进口按国内使用等比例拆分",
        },
    }
    with open(os.path.join(folder, "table.json"), "w", encoding="utf-8") as file:
        json.dump(about, file, ensure_ascii=False, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
