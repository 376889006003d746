import Ecosystem
import Reporting

extension MapOutline {
    /// The outline with the names that a package gives its divisions.
    func named(by model: EcosystemModel) -> MapOutline {
        var names: [String: Localized] = [:]
        for region in model.records(of: .region) {
            if let code = region.text("gbt2260"), names[code] == nil { names[code] = region.name.onMap }
        }
        var outline = self
        for index in outline.divisions.indices {
            outline.divisions[index].name = names[outline.divisions[index].code]
        }
        return outline
    }
}

extension Localized {
    /// A place's name as maps write it: Chinese names without the word for the kind of division.
    var onMap: Localized {
        var short = zh
        for kind in ["壮族自治区", "维吾尔自治区", "回族自治区", "自治区", "特别行政区", "省", "市"]
        where short.hasSuffix(kind) && short.count > kind.count + 1 {
            short = String(short.dropLast(kind.count))
            break
        }
        return Localized(en, short)
    }
}
