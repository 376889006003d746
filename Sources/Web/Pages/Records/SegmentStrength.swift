import Ecosystem
import Reporting
import Studies

/// How strong the home region is in a segment: the answer of the study of the chain, with its reason.
struct SegmentStrength {
    /// The region that was judged.
    let region: Localized
    /// The class with its mark, such as `◧ adequate`.
    let marked: Localized
    /// What the class rests on, in words.
    let by: Localized
    /// Why the class was given.
    let why: Localized
    /// Where that comes from.
    let origin: Origin?
    /// Classes of all segments by id, with their marks.
    let marks: [String: Localized]

    /// The class without its mark.
    var name: Localized {
        func bare(_ text: String) -> String {
            text.split(separator: " ", maxSplits: 1).last.map(String.init) ?? text
        }
        return Localized(bare(marked.en), bare(marked.zh))
    }

    /// Asks the study of the chain; `nil` where it cannot be asked or does not know the segment.
    init?(of segment: Record, site: Site) {
        guard segment.kind == .segment, let study = site.study(id: "chain"),
            let request = try? RunRequest(study: study, model: segment.model, given: ["adjacent": "yes"]),
            let report = try? site.homeReport(request)
        else { return nil }
        self.init(of: segment.id, in: report, model: segment.model)
    }

    /// Reads the answer.
    init?(of id: String, in report: Report, model: EcosystemModel) {
        guard let table = report.table("segments") else { return nil }
        let places = ["segment", "class", "by", "why"].compactMap { name in
            table.columns.firstIndex { $0.id == name }
        }
        guard places.count == 4, let last = places.max() else { return nil }
        var marks: [String: Localized] = [:]
        var found: [Cell]?
        for row in table.rows where row.count > last {
            guard case .links(let links) = row[places[0]].value, let link = links.first,
                case .text(let words) = row[places[1]].value
            else { continue }
            marks[link.id] = words
            if link.id == id { found = places.map { row[$0] } }
        }
        guard let row = found, case .text(let words) = row[1].value, case .text(let rule) = row[2].value,
            case .text(let reason) = row[3].value
        else { return nil }
        marked = words
        by = rule
        why = reason
        origin = row[1].origin
        self.marks = marks
        region =
            model.identity.homeRegion.flatMap { model.record(id: $0.text)?.name }
            ?? Localized("the region", "本地区")
    }
}
