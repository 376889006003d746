import Ecosystem
import Reporting

/// The small map beside something else: divisions shaded by their organizations, sites by kind, and a link to the map.
struct MapFigure {
    let site: Site
    let package: ServedPackage
    let language: Language

    /// The figure; `nil` for a package without a place on a map.
    var markup: HTML? {
        let outline = site.outlines[package.id]
        var question = MapQuestion.all
        question.layers = Set(MapLayer.ofSites)
        let contents = MapContents(package.model, outline, question)
        let links = PageLinks(
            package: package.id, run: nil, language: language, site: site,
            files: "/r/\(WebAddress.encoded(package.id))/map")
        let title = Localized("What is recorded where", "记录到的机构与点位")
        let sheet = contents.sheet(id: "where", title: title, links: links)
        guard let drawing = MapDrawing(sheet, on: outline, language: language, size: .small) else {
            return nil
        }
        let table = contents.regionTable
        let renderer = HTMLRenderer(
            language: language, links: links,
            sources: SourceDirectory(
                package.model, citing: Set(table.origins.flatMap(\.paragraphs)).sorted()))
        let points = contents.sites.count { $0.isHome && $0.exactness != .region }
        return HTML(.figure, .class("chart"), .id("f-where"), HTML.Attribute("data-drawing", "atlas")) {
            HTML(.figcaption) {
                HTML(.b) { title[language] }
                HTML(.span) {
                    Localized(
                        "Shading: organizations. \(contents.sites.count) sites, \(points) with a point. Hatching: no record, not zero",
                        "底色为机构数；\(contents.sites.count) 处点位，\(points) 处有坐标；斜线为无记录，不是零")[language]
                }
            }
            HTML(.div, .class("atlasbox")) { drawing.markup }
            HTML(.details, .class("twin")) {
                HTML(.summary) { Localized("Table", "数据表")[language] }
                renderer.table(table)
            }
            HTML(.div, .class("cf")) {
                if let outline, drawing.hasOutline {
                    HTML(.p) { outline.shortCaution[language] }
                } else {
                    HTML(.p) { MapPage.noOutline[language] }
                }
                HTML(.p) {
                    HTML(.a, .href("/r/\(WebAddress.encoded(package.id))/map")) {
                        Localized("Open the map", "打开地图")[language]
                    }
                }
            }
        }
    }
}
