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
}
LANGUAGES = ("zh", "en")
WIDTHS = (1280, 390)
