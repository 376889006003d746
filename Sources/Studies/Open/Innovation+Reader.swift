import Ecosystem

extension Innovation {
    /// Reads what a model says of innovation in a region.
    struct Reader {
        let model: EcosystemModel
        let tree: RegionTree
        let places: RecordPlaces
        /// Links in the order of the levels, then of the table.
        let links: [Link]
        private let parents: [String: String]

        init(_ model: EcosystemModel, region: RegionID?) {
            self.model = model
            let tree = RegionTree(model, region: region)
            let places = RecordPlaces(model: model, tree: tree)
            self.tree = tree
            self.places = places
            links = Vocabulary.levels.flatMap { predicate, level in
                model.all(Relation.self, where: "predicate", is: predicate).filter(places.touches).map {
                    relation in
                    // "A commercializes results of B": the results come from B.
                    let isBackwards = level == .commercialization
                    return Link(
                        id: relation.id, level: level, from: isBackwards ? relation.object : relation.subject,
                        to: isBackwards ? relation.subject : relation.object, content: relation.qualifier,
                        value: Reader.value(of: relation), state: relation.record.factState)
                }
            }
            var parents: [String: String] = [:]
            for segment in model.all(Segment.self) { parents[segment.id.text] = segment.parent?.text }
            self.parents = parents
        }

        private static func value(of relation: Relation) -> PrintedFigure? {
            guard let number = relation.record.text("value").flatMap(PrintedNumber.init(reading:)) else {
                return nil
            }
            return PrintedFigure(number, UnitOfMeasure(relation.record.text("unit") ?? ""))
        }

        /// The segment that a link is about: the relation's own, or its receiver.
        private func segment(of link: Link) -> SegmentID? {
            if let segment = model.find(link.id, as: Relation.self)?.segment { return segment }
            let id = SegmentID(link.to)
            return model.find(id, as: Segment.self) == nil ? nil : id
        }

        /// Universities and institutes inside the region, and whoever gives by a link; by kind of record, then id.
        func sources() -> [Source] {
            let known = model.all(Organization.self).filter {
                Vocabulary.sourceKinds.contains($0.organizationKind ?? "") && tree.isInside($0.home)
            }.map(\.id.text)
            let bySource = Dictionary(grouping: links, by: \.from)
            let activities = activities()
            return Set(known + bySource.keys).sorted().map { id in
                let own = bySource[id] ?? []
                let fields = own.compactMap(segment) + (activities[id] ?? [])
                return Source(
                    id: id, kind: model.find(OrganizationID(id), as: Organization.self)?.organizationKind,
                    place: places.place(of: id),
                    levels: Level.allCases.filter { level in own.contains { $0.level == level } },
                    fields: Set(fields).sorted())
            }
        }

        private func activities() -> [String: [SegmentID]] {
            var found: [String: [SegmentID]] = [:]
            for activity in model.all(Activity.self) where activity.record.factState == .actual {
                guard let owner = activity.organization, let segment = activity.segment else { continue }
                found[owner.text, default: []].append(segment)
            }
            return found
        }

        /// Sources by field and level, fields in the order of the segments.
        func fields() -> [Field] {
            var found: [SegmentID: [Level: Set<String>]] = [:]
            for link in links {
                guard let segment = segment(of: link) else { continue }
                found[segment, default: [:]][link.level, default: []].insert(link.from)
            }
            return model.all(Segment.self).flatMap { segment in
                Level.allCases.compactMap { level in
                    found[segment.id]?[level].map {
                        Field(segment: segment.id, level: level, sources: $0.sorted())
                    }
                }
            }
        }

        /// Weak and missing segments of the region, then recommendations on innovation and talent.
        func needs(_ sources: [Source]) -> [Need] {
            let weak = model.all(Assessment.self).filter {
                ["weak", "missing"].contains($0.strength ?? "") && tree.isInside($0.region)
            }
            let assessed = weak.map { assessment in
                let answering = sources.filter { source in
                    source.fields.contains { field in
                        assessment.segment.map { lies(field.text, in: $0.text) } == true
                    }
                }
                return Need(
                    id: assessment.id.text, segment: assessment.segment, region: assessment.region,
                    reason: assessment.strength ?? "", answeredBy: answering.map(\.id))
            }
            let recommended = model.records(of: .recommendation).filter {
                Vocabulary.themes.contains($0.text("theme") ?? "")
            }.map { Need(id: $0.id, reason: $0.text("theme") ?? "", answeredBy: []) }
            return assessed + recommended
        }

        /// Whether a segment is another one or a part of it.
        private func lies(_ inner: String, in outer: String) -> Bool {
            var current: String? = inner
            var seen: Set<String> = []
            while let id = current, seen.insert(id).inserted {
                if id == outer { return true }
                current = parents[id]
            }
            return false
        }

        func figures() -> [Figure] {
            Vocabulary.figures.flatMap { definition in
                model.all(Indicator.self, where: "indicator_id", is: definition.text).filter { indicator in
                    places.region(of: indicator.entity).map { tree.isInside($0) } != false
                }
            }.map { indicator in
                Figure(
                    id: indicator.id, indicator: indicator.definition, entity: indicator.entity,
                    figure: indicator.figure,
                    period: indicator.period.flatMap { Period(reading: $0) == .notPrinted ? nil : $0 })
            }
        }

        func platformTotal() -> Indicator? {
            tree.region.flatMap { FigureIndex(model, Vocabulary.platformTotal).figure(of: $0.text) }
        }

        /// Institutes whose parent is at home in another place, technology markets and alliances, in that order.
        func platforms() -> [Platform] {
            let organizations = model.all(Organization.self).filter { tree.isInside($0.home) }
            let institutes = organizations.compactMap { organization -> Platform? in
                guard organization.organizationKind == "research_institute", let parent = organization.parent,
                    let above = model.find(parent, as: Organization.self),
                    let other = tree.place(of: above.home),
                    let own = tree.place(of: organization.home), own != other
                else { return nil }
                return Platform(
                    id: organization.id.text, reason: .branchInstitute, place: own, parent: parent,
                    parentPlace: other)
            }
            let markets = model.all(Site.self).filter {
                $0.functions.contains("technology_market") && tree.isInside($0.region)
            }.map {
                Platform(
                    id: $0.id.text, reason: .technologyMarket, place: tree.place(of: $0.region),
                    parent: $0.organization)
            }
            let alliances = organizations.filter { $0.organizationKind == "alliance" }.map {
                Platform(id: $0.id.text, reason: .alliance, place: tree.place(of: $0.home), parent: $0.parent)
            }
            return institutes + markets + alliances
        }

        /// Pairs of "expanded from" and "expanded to", in the order of the table of relations.
        func branches() -> [Branch] {
            let bases = Dictionary(
                grouping: model.all(Relation.self, where: "predicate", is: Vocabulary.branchFrom),
                by: \.subject)
            return model.all(Relation.self, where: "predicate", is: Vocabulary.branchTo).filter(
                places.touches
            )
            .map { relation in
                let from = bases[relation.subject] ?? []
                let home = from.first?.object ?? relation.subject
                return Branch(
                    organization: relation.subject, from: from.map(\.object), to: relation.object,
                    fromPlace: places.place(of: home), toPlace: places.place(of: relation.object),
                    activity: relation.qualifier ?? from.first?.qualifier,
                    isPublicService: isPublicService(relation), state: relation.record.factState,
                    relations: [relation.id] + from.map(\.id))
            }
        }

        private func isPublicService(_ relation: Relation) -> Bool {
            let kind = model.find(OrganizationID(relation.subject), as: Organization.self)?.organizationKind
            let functions = model.find(SiteID(relation.object), as: Site.self)?.functions ?? []
            return Vocabulary.publicKinds.contains(kind ?? "")
                || !Vocabulary.publicFunctions.isDisjoint(with: functions)
        }

        func unknown(sources: [Source], needs: [Need], platforms: [Platform], total: Indicator?) -> [Unknown]
        {
            func entry(_ id: Unknown.Kind, _ cases: [String], of all: Int) -> Unknown {
                Unknown(id: id, count: cases.count, of: all, examples: Array(cases.prefix(20)))
            }
            let transfers = links.filter { $0.level == .transfer }
            let talent = links.filter { $0.level == .talent }
            let weak = needs.filter { $0.segment != nil }
            var found: [Unknown] = []
            if let total, let printed = total.value, let whole = Int(exactly: printed) {
                found.append(
                    Unknown(id: .platformsNotNamed, count: nil, of: whole, examples: [total.id.text]))
            }
            found.append(
                entry(
                    .transfersWithoutValue, transfers.filter { $0.value == nil }.map(\.id.text),
                    of: transfers.count))
            found.append(
                entry(
                    .talentWithoutNumber, talent.filter { $0.value == nil }.map(\.id.text), of: talent.count))
            found.append(
                entry(.sourcesWithoutField, sources.filter(\.fields.isEmpty).map(\.id), of: sources.count))
            found.append(
                entry(.needsWithoutSource, weak.filter(\.answeredBy.isEmpty).map(\.id), of: weak.count))
            return found
        }
    }
}
