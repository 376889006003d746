import Ecosystem
import Reporting

/// What the shades, shapes and lines of a map mean, each leading to its table.
struct MapLegend {
    let contents: MapContents
    let language: Language

    var markup: HTML {
        HTML(
            [shades, kinds, looks].filter { !$0.isEmpty }.map { items in HTML(.ul, .class("key")) { items } })
    }

    private var kinds: [HTML] {
        MapLayer.allCases.filter { contents.question.layers.contains($0) && $0 != .link }.compactMap(kind)
    }

    private var looks: [HTML] {
        var items = exactness
        items.append(
            HTML(.li) {
                HTML(.span, .class("swatch many"), .decorative) { "3" }
                Localized("several at one spot", "此处多个")[language]
            })
        if contents.question.layers.contains(.link) {
            if contents.links.contains(where: { !$0.points.isEmpty && $0.isCourseNamed }) {
                items.append(
                    HTML(.li) {
                        HTML(.span, .class("swatch way"))
                        Localized("link, course named", "联系，写明途经")[language]
                    })
            }
            if contents.links.contains(where: { !$0.points.isEmpty && !$0.isCourseNamed }) {
                items.append(
                    HTML(.li) {
                        HTML(.span, .class("swatch ends"))
                        Localized("link, only ends named", "联系，只写起讫")[language]
                    })
            }
        }
        return items
    }

    private var shades: [HTML] {
        let question = contents.question
        guard question.shade != .none else { return [] }
        let shades = contents.shades
        let what = question.shade.label
        var items = [
            HTML(.li) { HTML(.b) { what[language] } },
            HTML(.li) {
                HTML(.span, .class("swatch none"))
                Localized("no record", "无记录")[language]
            },
        ]
        for shade in shades.bounds.indices.map({ $0 + 1 }) {
            items.append(
                HTML(.li) {
                    HTML(.span, .class("swatch q\(shade)"))
                    shades.label(shade)[language]
                })
        }
        return items
    }

    private func kind(_ layer: MapLayer) -> HTML? {
        let count = (layer == .park ? contents.parks : contents.sites).count { $0.layer == layer }
        guard count > 0 else { return nil }
        return HTML(.li) {
            layer.shape.symbol
            HTML(.a, .href("#t-layer-\(layer.rawValue)")) { layer.label[language] }
            HTML(.span, .class("muted num")) { "\(count)" }
        }
    }

    private var exactness: [HTML] {
        let drawn = (contents.sites + contents.parks).filter {
            $0.point != nil && contents.question.layers.contains($0.layer)
        }
        let words: [(MapSheet.Exactness, Localized)] = [
            (.own, Localized("own point", "自有坐标")), (.district, Localized("to the district", "约到区县")),
            (.region, Localized("at its region's point", "画在所在地区")),
        ]
        return words.filter { pair in drawn.contains { $0.exactness == pair.0 } }.map { pair in
            HTML(.li) {
                MapSheet.Shape.circle.symbol(pair.0)
                pair.1[language]
            }
        }
    }
}
