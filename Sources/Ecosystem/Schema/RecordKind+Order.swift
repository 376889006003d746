extension RecordKind {
    /// All kinds in the order of the tables; made once, where `allCases` makes the list anew each time.
    static let inOrder = RecordKind.allCases

    /// The position among the tables of a package.
    var order: Int {
        switch self {
        case .source: 0
        case .paragraph: 1
        case .region: 2
        case .organization: 3
        case .site: 4
        case .park: 5
        case .segment: 6
        case .activity: 7
        case .product: 8
        case .component: 9
        case .predicate: 10
        case .relation: 11
        case .logisticsLink: 12
        case .byproductFlow: 13
        case .relocation: 14
        case .policy: 15
        case .event: 16
        case .stage: 17
        case .indicatorDefinition: 18
        case .indicator: 19
        case .service: 20
        case .person: 21
        case .problem: 22
        case .recommendation: 23
        case .advantage: 24
        case .assessment: 25
        case .claim: 26
        case .correction: 27
        case .publication: 28
        case .system: 29
        case .translation: 30
        }
    }

    /// By the position: hashing the text of a kind, as an enumeration of texts does by itself, takes longer than what is looked up.
    public func hash(into hasher: inout Hasher) { hasher.combine(UInt8(truncatingIfNeeded: order)) }
}
