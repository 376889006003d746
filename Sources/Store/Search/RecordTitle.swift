public import Ecosystem

extension Record {
    /// What a list of results calls the record: its name, or, for kinds without one, who does what with whom.
    public var title: Localized {
        let dot = Localized(same: " · ")
        func name(_ field: FieldName) -> Localized? {
            target(field)?.name ?? text(field).map { Localized(same: $0) }
        }
        let parts: [Localized?] =
            switch kind {
            case .relation: [name("subject_id"), name("predicate"), name("object_id")]
            case .indicator: [name("entity_id"), self.name]
            case .activity: [name("organization_id"), name("segment_id")]
            case .assessment: [name("region_id"), name("segment_id"), label("strength")]
            case .advantage: [name("region_id"), label("kind"), label("factor")]
            case .component: [name("product_id"), self.name]
            case .stage: [text("number").map { Localized("Stage \($0)", "第 \($0) 阶段") }, years]
            default: [self.name]
            }
        let known = parts.compactMap { $0 }
        return known.isEmpty
            ? self.name : Localized.joined(known, kind == .relation ? Localized(same: " ") : dot)
    }

    private var years: Localized? {
        switch (text("start_year"), text("end_year")) {
        case (let start?, let end?): Localized(same: "\(start)–\(end)")
        case (let start?, nil): Localized(same: "\(start)–")
        default: nil
        }
    }
}
