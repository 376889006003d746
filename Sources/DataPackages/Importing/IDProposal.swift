import Ecosystem

/// Makes ids for records that bring none: the same record always gets the same id.
enum IDProposal {
    /// The beginning of the ids of a kind, as the built-in packages write them.
    static func prefix(_ kind: RecordKind) -> String {
        switch kind {
        case .source: "s."
        case .paragraph: "p."
        case .region: "r."
        case .organization: "o."
        case .site: "si."
        case .park: "pk."
        case .segment: "sg."
        case .activity: "os."
        case .product: "pr."
        case .component: "pc."
        case .predicate: ""
        case .relation: "re."
        case .logisticsLink: "ll."
        case .byproductFlow: "bf."
        case .relocation: "rl."
        case .policy: "po."
        case .event: "ev."
        case .stage: "st."
        case .indicatorDefinition: "i."
        case .indicator: "in."
        case .service: "sv."
        case .person: "pe."
        case .problem: "pb."
        case .recommendation: "rc."
        case .advantage: "ra."
        case .assessment: "as."
        case .claim: "cm."
        case .correction: "am."
        case .publication: "bi."
        case .system: "sy."
        case .translation: "tr."
        }
    }

    /// An id from the English name, else from a hash of what the record says; `isTaken` makes it unique.
    static func id(_ kind: RecordKind, _ values: [FieldName: String], isTaken: (String) -> Bool) -> String {
        let start = prefix(kind)
        for name in ["name_en", "title_en", "label_en", "material_en"] as [FieldName] {
            let slug = slug(values[name] ?? "")
            guard slug.utf8.count >= 3 else { continue }
            if !isTaken(start + slug) { return start + slug }
            // Another record has the short form: a piece of the hash tells them apart.
            return unique(start + slug + "_" + hash(kind, values).prefix(6), isTaken)
        }
        return unique(start + "x" + hash(kind, values).prefix(10), isTaken)
    }

    private static func unique(_ id: String, _ isTaken: (String) -> Bool) -> String {
        var candidate = id
        var number = 2
        while isTaken(candidate) {
            candidate = "\(id)_\(number)"
            number += 1
        }
        return candidate
    }

    /// Lower-case letters and digits of a name, other characters as one underscore, at most 32.
    private static func slug(_ name: String) -> String {
        var out = ""
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": out.unicodeScalars.append(scalar)
            default: if !out.isEmpty, !out.hasSuffix("_") { out += "_" }
            }
            if out.utf8.count >= 32 { break }
        }
        while out.hasSuffix("_") { out.removeLast() }
        return out
    }

    private static func hash(_ kind: RecordKind, _ values: [FieldName: String]) -> String {
        var hash = SHA256Hash()
        hash.add(kind.table)
        // A name stands for its record; where there is none, all that is said does.
        let named = values.keys.filter {
            ["name_zh", "title_zh", "label_zh"].contains($0.rawValue) && values[$0] != ""
        }
        let provenance = Set(Field.provenance.map(\.name))
        let keys =
            named.isEmpty ? values.keys.filter { !provenance.contains($0) && $0 != "id" } : Array(named)
        for key in keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            if let value = values[key], !value.isEmpty { hash.add("\n\(key.rawValue)=\(value)") }
        }
        return hash.finish()
    }
}
