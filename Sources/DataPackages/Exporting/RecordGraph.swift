import Ecosystem

/// Records as nodes and what ties them as edges, for the graph formats.
struct RecordGraph {
    /// One edge.
    struct Edge {
        var id: String
        var source: String
        var target: String
        /// The kind of tie: a predicate, `active_in`, `flows_to`, `part_of` …
        var label: String
        var record: Record?
        var isDirected: Bool
    }

    /// Nodes in the order of the tables.
    var nodes: [Record] = []
    /// Edges in the order of the tables.
    var edges: [Edge] = []

    /// The graph of a model: every entity is a node; relations, activities, by-product flows and logistics links are
    /// edges, and so is what a record is part of. An edge with an end that is no record is left out.
    init(_ model: EcosystemModel) {
        var known: Set<String> = []
        for kind in RecordKind.entities {
            for record in model.records(of: kind) where !record.id.isEmpty && known.insert(record.id).inserted
            {
                nodes.append(record)
            }
        }
        var directed: [String: Bool] = [:]
        for predicate in model.records(of: .predicate) {
            directed[predicate.id] = predicate.boolean("directed") ?? true
        }
        var ids: Set<String> = []
        func add(
            _ record: Record, _ from: FieldName, _ to: FieldName, _ label: String, isDirected: Bool = true
        ) {
            guard let source = record.text(from), let target = record.text(to), known.contains(source),
                known.contains(target), ids.insert(record.id).inserted
            else { return }
            edges.append(
                Edge(
                    id: record.id, source: source, target: target, label: label, record: record,
                    isDirected: isDirected))
        }
        for record in model.records(of: .relation) {
            let predicate = record.text("predicate") ?? ""
            add(record, "subject_id", "object_id", predicate, isDirected: directed[predicate] ?? true)
        }
        for record in model.records(of: .activity) {
            add(record, "organization_id", "segment_id", "active_in")
        }
        for record in model.records(of: .byproductFlow) { add(record, "from_id", "to_id", "flows_to") }
        for record in model.records(of: .logisticsLink) {
            guard let source = record.text("from_id"), let target = record.text("to_id"),
                known.contains(source),
                known.contains(target)
            else { continue }
            // The link itself is a node, because relations point to it.
            let id = record.id + "#"
            edges.append(
                Edge(
                    id: id, source: source, target: target, label: "linked_to", record: record,
                    isDirected: false))
        }
        for record in nodes {
            for (field, label) in RecordGraph.upward[record.kind] ?? [] {
                guard let target = record.text(field), known.contains(target) else { continue }
                edges.append(
                    Edge(
                        id: "\(record.id)#\(field)", source: record.id, target: target, label: label,
                        record: nil,
                        isDirected: true))
            }
        }
    }

    private static let upward: [RecordKind: [(FieldName, String)]] = [
        .region: [("parent_id", "part_of")], .segment: [("parent_id", "part_of")],
        .park: [("parent_id", "part_of"), ("region_id", "located_in")],
        .organization: [("parent_id", "belongs_to"), ("home_region", "located_in")],
        .site: [("organization_id", "operated_by"), ("region_id", "located_in"), ("park_id", "located_in")],
        .product: [("organization_id", "made_by"), ("segment_id", "belongs_to")],
    ]

    /// Attributes of nodes: name, whether it is a number, and how it is read.
    static let nodeAttributes: [(name: String, isNumber: Bool, read: @Sendable (Record) -> String?)] = [
        ("table", false, { $0.kind.rawValue }),
        ("name_en", false, { $0.name.en }),
        ("name_zh", false, { $0.name.zh }),
        ("type", false, { $0.text("kind") ?? $0.text("level") ?? $0.text("stage") }),
        (
            "region", false,
            { $0.text("home_region") ?? $0.text("region_id") ?? ($0.kind == .region ? $0.id : nil) }
        ),
        ("longitude", true, { $0.number("lon").map { NumberText.short($0) } }),
        ("latitude", true, { $0.number("lat").map { NumberText.short($0) } }),
        ("basis", false, { $0.origin.basis.rawValue }),
        ("state", false, { $0.origin.state.rawValue }),
        ("sources", false, { $0.text("sources") }),
    ]

    /// Attributes of edges.
    static let edgeAttributes: [(name: String, isNumber: Bool, read: @Sendable (Edge) -> String?)] = [
        ("relation", false, { $0.label }),
        ("directed", false, { $0.isDirected ? "yes" : "no" }),
        ("table", false, { $0.record?.kind.rawValue }),
        ("content_en", false, { $0.record?.phrase("qualifier")?.en }),
        ("content_zh", false, { $0.record?.phrase("qualifier")?.zh }),
        ("segment", false, { $0.record?.text("segment_id") }),
        ("value", true, { $0.record?.number("value").map { NumberText.short($0) } }),
        ("unit", false, { $0.record?.text("unit") }),
        ("basis", false, { $0.record?.origin.basis.rawValue }),
        ("state", false, { $0.record?.origin.state.rawValue }),
        ("sources", false, { $0.record?.text("sources") }),
    ]
}
