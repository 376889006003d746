import Ecosystem
import Reporting

extension Chain {
    /// Who a document says to supply whom, laid between segments: from the segment of what is supplied to the main
    /// segment of who takes it.
    ///
    /// A relation without a segment of its own stands for the supplier's main segment. A customer's segment is that of
    /// the product, or the organization's first activity that is marked as its main one; a customer that is a region
    /// has none, so that such a relation is a place of ``Result/Segment/places``, not a tie.
    ///
    /// - Complexity: O(relations).
    func ties(_ shown: Set<SegmentID>, in model: EcosystemModel) -> [Result.Tie] {
        var found: [Result.Tie] = []
        var places: [Result.Tie.Ends: Int] = [:]
        for relation in Chain.supplies(in: model) {
            let customer = model.record(id: relation.object)
            guard let from = relation.segment ?? Chain.mainSegment(of: model.record(id: relation.subject)),
                let to = Chain.mainSegment(of: customer), from != to, shown.contains(from), shown.contains(to)
            else { continue }
            let ends = Result.Tie.Ends(from: from, to: to)
            let place = places[ends] ?? found.count
            if place == found.count {
                places[ends] = place
                found.append(Result.Tie(from: from, to: to, relations: [], suppliers: [], customers: []))
            }
            found[place].relations.append(relation.id)
            found[place].suppliers.append(relation.subject)
            found[place].customers.append(relation.object)
        }
        let order = Dictionary(
            uniqueKeysWithValues: model.all(Segment.self).enumerated().map { ($0.element.id, $0.offset) })
        return found.map { tie in
            var tie = tie
            tie.relations = Set(tie.relations).sorted()
            tie.suppliers = Set(tie.suppliers).sorted()
            tie.customers = Set(tie.customers).sorted()
            return tie
        }.sorted { left, right in
            (order[left.from] ?? 0, order[left.to] ?? 0) < (order[right.from] ?? 0, order[right.to] ?? 0)
        }
    }

    /// Regions that a document names as where something of a segment comes from, without a firm; by id.
    func placesWithoutFirm(in model: EcosystemModel) -> [SegmentID: [RegionID]] {
        var places: [SegmentID: Set<RegionID>] = [:]
        for relation in Chain.supplies(in: model) {
            guard let segment = relation.segment, model.record(id: relation.subject)?.kind == .region
            else { continue }
            places[segment, default: []].insert(RegionID(relation.subject))
        }
        return places.mapValues { $0.sorted() }
    }

    /// The ties as a picture of flows, width by the number of relations: documents print ties, not shares.
    func tieTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "ties", Localized("Supply ties between segments", "环节之间的供应联系"),
            caption: Localized(
                "Documents print ties, not shares; a customer stands in its main segment",
                "文献只印出关系，没有印份额；需方归入其主要环节"),
            columns: [
                .words("from", "From segment", "供方环节"), .words("to", "To segment", "需方环节"),
                .numbers("ties", "Ties", "关系", unit: Localized("on record", "条")),
                .words("suppliers", "Suppliers", "供方"), .words("customers", "Customers", "需方"),
            ],
            rows: result.ties.map { tie in
                let origins = model.records(ids: tie.relations.map(\.text)).map(\.origin)
                return [
                    model.linkCell(tie.from.text), model.linkCell(tie.to.text),
                    .number(tie.relations.count, origin: .combined(origins, atBest: .derived)),
                    model.linksCell(tie.suppliers), model.linksCell(tie.customers),
                ]
            })
    }

    private static func supplies(in model: EcosystemModel) -> [Relation] {
        model.all(Relation.self, where: "predicate", is: "supplies").filter {
            $0.record.factState == .actual
        }
    }

    private static func mainSegment(of record: Record?) -> SegmentID? {
        guard let record else { return nil }
        switch record.kind {
        case .product: return record.text("segment_id").map(SegmentID.init)
        case .organization:
            let work = record.model.all(Activity.self, where: "organization_id", is: record.id).filter {
                $0.record.factState == .actual && $0.role != "user"
            }
            return (work.first { $0.record.text("rank") == "primary" } ?? work.first)?.segment
        default: return nil
        }
    }
}
