import Ecosystem

/// What a package says about itself, as pairs of texts, for formats without a descriptor.
enum IdentityText {
    static func pairs(_ identity: PackageIdentity) -> [(String, String)] {
        [
            ("id", identity.id), ("title_en", identity.title.en), ("title_zh", identity.title.zh),
            ("version", identity.version), ("licence", identity.licence ?? ""),
            ("home_region", identity.homeRegion?.text ?? ""),
            ("places", identity.places.map(\.text).joined(separator: ";")),
            ("headline", identity.headline.map(\.text).joined(separator: ";")),
            ("focus_product", identity.focusProduct?.text ?? ""),
            ("synthetic", identity.isSynthetic ? "yes" : "no"),
        ]
    }

    /// The identity that pairs describe, as far as they do; the rest is that of `base`.
    static func identity(_ pairs: [(String, String)], base: PackageIdentity) -> PackageIdentity {
        var identity = base
        func parts(_ text: String) -> [String] {
            text.split(separator: ";").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
        }
        for (key, value) in pairs {
            switch key {
            case "id": identity.id = PackageDescriptor.identifier(value)
            case "title_en": identity.title.en = value
            case "title_zh": identity.title.zh = value
            case "version": identity.version = value
            case "licence": identity.licence = value.isEmpty ? nil : value
            case "home_region": identity.homeRegion = value.isEmpty ? nil : RegionID(value)
            case "places": identity.places = parts(value).map { RegionID($0) }
            case "headline": identity.headline = parts(value).map { IndicatorID($0) }
            case "focus_product": identity.focusProduct = value.isEmpty ? nil : ProductID(value)
            case "synthetic": identity.isSynthetic = value == "yes"
            default: continue
            }
        }
        return identity
    }
}
