/// The schema of every kind of record: the one place that says what an ecosystem can hold.
public enum EcosystemSchema {
    /// All schemas, in the order of the tables in a data package.
    public static let all: [RecordSchema] =
        [
            sources, paragraphs, regions, organizations, sites, parks, segments, activities, products,
            components,
        ]
        + [predicates, relations, logisticsLinks, byproductFlows, relocations, policies, events, stages]
        + [
            indicatorDefinitions, indicators, services, persons, problems, recommendations, advantages,
            assessments, claims,
        ]
        + [corrections, publications, systems, translations]

    private static let byKind: [RecordKind: RecordSchema] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.kind, $0) })

    /// The schema of a kind.
    public static func schema(of kind: RecordKind) -> RecordSchema { byKind[kind] ?? RecordSchema(kind, []) }
}
