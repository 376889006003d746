/// How far demands may move before it is worth a word, by parts of a horizon that rolls on (CX-0128 §5.11).
public struct VolatilityParameters: Sendable, Hashable, Codable {
    /// The day from which is measured.
    public var start: String
    /// Weeks between two measurements, 1…999; the horizon moves on by so many.
    public var interval: Int
    /// The parts of the horizon.
    public var parts: [SubHorizon]

    /// Parameters.
    public init(start: String, interval: Int, parts: [SubHorizon]) {
        self.start = start
        self.interval = interval
        self.parts = parts
    }

    private enum CodingKeys: String, CodingKey {
        case start = "startReferenceDateTime"
        case interval = "measurementInterval"
        case parts = "rollingHorizonAlertThresholds"
    }
}

/// A part of the horizon and how far demands may move in it. What is not given does not limit.
public struct SubHorizon: Sendable, Hashable, Codable {
    /// Its place in the horizon.
    public var sequence: Int
    /// Its length in weeks.
    public var length: Int
    /// The largest rise, as a fraction of the previous demand, 0…1.
    public var relativeRise: Double?
    /// The largest fall, as a positive fraction: 0.3 allows −30 %.
    public var relativeFall: Double?
    /// The largest rise in units.
    public var absoluteRise: Double?
    /// The largest fall in units, as a positive number.
    public var absoluteFall: Double?

    /// A part.
    public init(
        sequence: Int, length: Int, relativeRise: Double? = nil, relativeFall: Double? = nil,
        absoluteRise: Double? = nil, absoluteFall: Double? = nil
    ) {
        self.sequence = sequence
        self.length = length
        self.relativeRise = relativeRise
        self.relativeFall = relativeFall
        self.absoluteRise = absoluteRise
        self.absoluteFall = absoluteFall
    }

    private enum CodingKeys: String, CodingKey {
        case sequence = "sequenceNumber"
        case length = "subhorizonLength"
        case relativeRise = "relativePositiveDeviation"
        case relativeFall = "relativeNegativeDeviation"
        case absoluteRise = "absolutePositiveDeviation"
        case absoluteFall = "absoluteNegativeDeviation"
    }
}
