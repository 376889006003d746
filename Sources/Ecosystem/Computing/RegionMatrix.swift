/// One number for each region and industry, such as output or jobs; what is not known is missing, not zero.
public struct RegionMatrix: Sendable, Equatable {
    /// The name under which it was given, such as the file's name.
    public var name: String
    /// Names of the regions, the rows, in the file's order.
    public let regions: [String]
    /// Names of the industries, the columns, in the file's order.
    public let industries: [String]
    /// Row by row, `regions.count × industries.count`; `nil` where the cell is empty.
    public let values: [Double?]
    /// How sure its numbers are, as its about-file says; `nil` where nothing is said.
    public let basis: Basis?
    /// Where they come from, in words; `nil` where nothing is said.
    public let source: Localized?

    /// A matrix; `nil` where the number of values is not rows × columns.
    public init?(
        name: String = "", regions: [String], industries: [String], values: [Double?], basis: Basis? = nil,
        source: Localized? = nil
    ) {
        guard values.count == regions.count * industries.count else { return nil }
        self.name = name
        self.regions = regions
        self.industries = industries
        self.values = values
        self.basis = basis
        self.source = source
    }

    /// The value of a region in an industry; `nil` where it is missing or there is no such cell.
    public subscript(region: Int, industry: Int) -> Double? {
        guard regions.indices.contains(region), industries.indices.contains(industry) else { return nil }
        return values[region * industries.count + industry]
    }

    /// The values row by row, `nil` where any is missing.
    public var complete: [Double]? {
        var numbers: [Double] = []
        numbers.reserveCapacity(values.count)
        for value in values {
            guard let value else { return nil }
            numbers.append(value)
        }
        return numbers
    }

    func add(to content: inout ContentHash) {
        content.add(regions)
        content.add(industries)
        content.add(values)
        // What older files do not say leaves their fingerprint as it was.
        if let basis { content.add(basis.rawValue) }
        if let source { content.add([source.en, source.zh]) }
    }
}
