public import Ecosystem

/// What one plant made and could have made in a time, in one unit.
public struct OperatingRecord: Sendable, Hashable {
    /// The plant.
    public var plant: String
    /// Who runs it.
    public var maker: String
    /// The class of its product, such as passenger vehicles.
    public var productClass: String?
    /// Where it is.
    public var region: String?
    /// The month, quarter or year.
    public var time: CalendarPoint
    /// Units made; `nil` where it is not known, which is not zero.
    public var output: Double?
    /// Units that could have been made in the same time.
    public var capacity: Double?

    /// A record.
    public init(
        plant: String, maker: String, productClass: String? = nil, region: String? = nil, time: CalendarPoint,
        output: Double?, capacity: Double?
    ) {
        self.plant = plant
        self.maker = maker
        self.productClass = productClass
        self.region = region
        self.time = time
        self.output = output
        self.capacity = capacity
    }

    /// Output and capacity where both are known and the capacity is above zero.
    public var pair: (output: Double, capacity: Double)? {
        guard let output, let capacity, output.isFinite, capacity.isFinite, output >= 0, capacity > 0 else {
            return nil
        }
        return (output, capacity)
    }
}
