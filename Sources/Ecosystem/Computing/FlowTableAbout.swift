/// What an input-output table says of itself, beside its numbers. Everything may be missing.
public struct FlowTableAbout: Sendable, Equatable {
    /// What the table shows.
    public var title: Localized?
    /// The unit of its money.
    public var unit: Localized?
    /// How many units of the currency one of that unit is: 1e8 for 100 million yuan; `nil` where nothing is said.
    public var scale: Double?
    /// How its numbers are known.
    public var basis: Basis?
    /// How it is known which of the inputs are imported; `nil` where it is known as the rest is.
    public var importsBasis: Basis?
    /// Who published the numbers it rests on.
    public var source: Localized?
    /// Names for readers, by the label's sector: of sectors, and of regions, uses and accounts
    /// where the table gives them.
    public var sectorNames: [String: Localized]
    /// Which segments of an industrial chain a sector stands for, by the label's sector.
    public var segments: [String: [SegmentID]]
    /// The sectors whose chain the table was made to tell, in their order.
    public var focus: [String]

    /// A description; without arguments, nothing.
    public init(
        title: Localized? = nil, unit: Localized? = nil, scale: Double? = nil, basis: Basis? = nil,
        importsBasis: Basis? = nil, source: Localized? = nil, sectorNames: [String: Localized] = [:],
        segments: [String: [SegmentID]] = [:], focus: [String] = []
    ) {
        self.title = title
        self.unit = unit
        self.scale = scale
        self.basis = basis
        self.importsBasis = importsBasis
        self.source = source
        self.sectorNames = sectorNames
        self.segments = segments
        self.focus = focus
    }

    /// The name of a sector for readers: as the table gives it, else its label.
    public func name(of label: FlowTable.Label) -> Localized {
        let sector = sectorNames[label.sector] ?? Localized(label.sector, label.sector)
        guard let region = label.region else { return sector }
        let place = sectorNames[region] ?? Localized(region, region)
        return Localized("\(place.en) / ", "\(place.zh) / ") + sector
    }

    func add(to content: inout ContentHash) {
        for text in [title, unit, source] {
            content.add(text?.en ?? "")
            content.add(text?.zh ?? "")
        }
        if let scale { content.add([scale]) }
        content.add(basis?.rawValue ?? "")
        content.add(importsBasis?.rawValue ?? "")
        for (sector, name) in sectorNames.sorted(by: { $0.key < $1.key }) {
            content.add([sector, name.en, name.zh])
        }
        for (sector, ids) in segments.sorted(by: { $0.key < $1.key }) {
            content.add([sector] + ids.map(\.text))
        }
        content.add(focus)
    }
}
