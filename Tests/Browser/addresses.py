"""The pages that the browser tests open: one of each kind, at addresses that stay."""

REGION = "/r/beijing-tianjin-hebei"

PAGES = {
    "home": "/",
    "region": REGION,
    "map": REGION + "/map",
    "chain": REGION + "/chain",
    "terms": REGION + "/terms",
    "map-of-clusters": "/r/six-clusters/map",
    "studies": REGION + "/studies",
    "study": REGION + "/studies/chain",
    "organization": REGION + "/organizations/o.gwm",
    "segment": REGION + "/segments/sg.sys.seat",
    "division": REGION + "/regions/r.tj",
    "source": REGION + "/sources/s000",
    "port": REGION + "/sites/si.tjport",
    "park": REGION + "/parks/pk.hhmc",
    "product": REGION + "/products/pr.su7u",
    "organizations": REGION + "/organizations",
    "quality": REGION + "/quality",
    "data": REGION + "/data",
    "changes": REGION + "/changes",
    "changes-against": REGION + "/changes?against=six-clusters",
    "beside": REGION + "/beside?with=six-clusters",
    "scenario": REGION + "/scenario?scenario=%7B%22changes%22%3A%5B%7B%22remove%22%3A%22o.nobo%22%7D%5D%7D&record=o.gwm&field=kind",
    "companion": REGION + "%2Breconstructed/studies/systemic-risk",
    "stress": REGION + "/stress?q=%E5%A4%A9%E6%B4%A5&what=region%3Ar.he.bd",
    "stress-answer": REGION + "/stress?what=region%3Ar.he.bd&days=28&samples=3",
    "keystones": REGION + "/keystones?samples=3",
    "keystones-companion": REGION + "%2Breconstructed/keystones",
    "compare": REGION + "/compare",
    "own": REGION + "/own",
}
LANGUAGES = ("zh", "en")
WIDTHS = (1280, 390)
