import Ecosystem
import Reporting
import Studies

/// The map of a package: divisions shaded by what is recorded, sites, parks and links on top, and a table for every
/// layer, so that the page says the same without its picture.
struct MapPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let contents: MapContents
    let links: PageLinks

    init(site: Site, call: Call, package: ServedPackage) {
        self.site = site
        self.call = call
        self.package = package
        contents = MapContents(
            package.model, site.outlines[package.id], MapQuestion(call, package.model))
        links = PageLinks(
            package: package.id, run: nil, language: call.language, site: site,
            files: "/r/\(WebAddress.encoded(package.id))/map",
            fileItems: call.query.filter { !["lang", "format", "theme"].contains($0.name) }.map {
                ($0.name, $0.value)
            })
    }

    /// The tables that the map is drawn from.
    var tables: [Table] {
        let layers = (MapLayer.ofSites + [.park]).filter { contents.question.layers.contains($0) }
            .map { contents.table(of: $0) }.filter { !$0.rows.isEmpty }
        let ways = contents.question.layers.contains(.link) ? contents.linkTable : nil
        return [contents.regionTable] + layers + [ways].compactMap { $0 }
    }

    /// One of them as a file.
    func file() async throws -> Answer {
        try await TableFiles(site: site, call: call, package: package).file(
            of: tables.map { .table($0) }, page: "map", title: Localized("Map", "产业地图"))
    }

    var language: Language { call.language }
    var root: String { "/r/\(WebAddress.encoded(package.id))" }
    var places: [MapContents.Place] { contents.sites + contents.parks }

    /// The page.
    func page() -> String {
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Map", "产业地图"), lead: lead, verb: .see,
            crumbs: [
                (Localized("Home", "首页"), root),
                (StudyDescription.Verb.see.label, "\(root)/studies#see"),
            ])
        let layers = (MapLayer.ofSites + [.park]).filter { contents.question.layers.contains($0) }
            .map { contents.table(of: $0) }.filter { !$0.rows.isEmpty }
        let ways = contents.question.layers.contains(.link) ? contents.linkTable : nil
        let regions = contents.regionTable
        let tables = [regions] + layers + [ways].compactMap { $0 }
        let renderer = HTMLRenderer(
            language: language, links: links,
            sources: SourceDirectory(
                package.model, citing: Set(tables.flatMap(\.origins).flatMap(\.paragraphs)).sorted()),
            outline: site.outlines[package.id])
        return frame.page {
            if package.model.identity.isSynthetic, package.stated == nil {
                HTML(.div, .class("note sample hatch")) {
                    Localized("Everything in this package is made up.", "本数据包全部为构造内容。")[language]
                }
            }
            MapForm(contents: contents, call: call, package: package, root: root).panel
            HTML(.div, .class("grid"), .id("result")) {
                HTML(.div, .class("c7")) { figure }
                HTML(.div, .class("c5 stack mapside")) {
                    renderer.table(regions)
                    seatPanel
                    absentPanel
                }
            }
            HTML(.section, .class("sec")) {
                HTML(.h2) { Localized("Layer by layer", "逐层列表")[language] }
                HTML(.p) {
                    Localized(
                        "The map is drawn from these tables; the form above acts on both.",
                        "地图与下列各表同源；上方的筛选同时作用于两者。")[
                            language]
                }
                HTML(.div, .class("stack")) {
                    for table in layers { renderer.table(table) }
                    if let ways, !ways.rows.isEmpty { renderer.table(ways) }
                }
            }
        }
    }

    private var lead: Localized {
        let all = contents.sites
        let own = all.filter { $0.isHome && $0.exactness != .region }.count
        let seat = all.filter { $0.isHome && $0.exactness == .region && $0.point != nil }.count
        let rest = all.count - own - seat
        var text = Localized(
            "\(all.count) sites: \(own) with a point, \(seat) drawn at the point of their region",
            "\(all.count) 处点位：\(own) 处有坐标，\(seat) 处画在所在地区的点上")
        if rest > 0 { text = text + Localized(", \(rest) not on the map", "，\(rest) 处不在图上") }
        return text + Localized(". Hatching is no record, not zero.", "。斜线为无记录，不是零。")
    }

    // MARK: Map

    private var title: Localized {
        switch contents.question.shade {
        case .organizations:
            Localized("Organizations by division, and what stands where", "各地机构数与点位分布")
        case .sites: Localized("Sites by division, and what stands where", "各地点位数与点位分布")
        case .none: Localized("What stands where", "点位分布")
        }
    }

    private var figure: HTML {
        let outline = site.outlines[package.id]
        let sheet = contents.sheet(id: "map", title: title, links: links)
        let drawing = MapDrawing(sheet, on: outline, language: language)
        return HTML(.figure, .class("chart"), .id("f-map"), HTML.Attribute("data-drawing", "atlas")) {
            HTML(.figcaption) {
                HTML(.b) { title[language] }
                HTML(.span) { package.model.identity.title[language] }
            }
            if let drawing {
                HTML(.div, .class("atlasbox")) { drawing.markup }
                MapLegend(contents: contents, language: language).markup
            } else {
                HTML(.div, .class("empty")) {
                    HTML(.p) {
                        Localized("Nothing of this has a point.", "所选内容均无坐标。")[language]
                    }
                }
            }
            HTML(.div, .class("cf")) {
                if let outline, drawing?.hasOutline == true {
                    HTML(.p) { outline.caution[language] }
                } else {
                    HTML(.p) { MapPage.noOutline[language] }
                }
                HTML(.p) {
                    Localized(
                        "Points: curator's knowledge or as stated, WGS-84; the tables say how exact each is.",
                        "坐标：编者常识或文献所载，WGS-84；各表写明精度。")[language]
                }
            }
            HTML(.div, .class("tfoot")) {
                HTML(.span) {
                    Localized("\(drawing?.shownMarks ?? 0) marks", "图上 \(drawing?.shownMarks ?? 0) 个标记")[
                        language]
                }
                HTML(.nav, .label(Localized("Downloads", "下载")[language])) {
                    HTML(
                        .a,
                        .href("/api/v1/packages/\(WebAddress.encoded(package.id))/map.geojson")
                    ) { "GeoJSON" }
                }
            }
        }
    }

    /// What stands under a map without outlines.
    static let noOutline = Localized(
        "No border is shown: places stand by longitude and latitude. Map approval number: none needed for points alone; none yet for outlines.",
        "不显示任何边界：各地按经纬度标出。审图号：尚无（轮廓须送审后方可加入）。")
}
