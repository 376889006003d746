/// Firms and links that stop at once, for a time of their own.
///
/// Losses are those of the whole time: what comes back during it counts as a smaller loss.
public struct SurvivalStop: Sendable, Hashable {
    /// A firm that loses a part of its capacity.
    public struct Firm: Sendable, Hashable {
        /// Its place in the network.
        public var place: Int
        /// The part of its capacity over the whole time that is lost; cut to 0…1.
        public var loss: Double

        /// A firm.
        public init(place: Int, loss: Double) {
            self.place = place
            self.loss = loss
        }
    }

    /// Links that carry less, such as those of a port that is closed.
    public struct Link: Sendable, Hashable {
        /// The supplier's place in the network.
        public var supplier: Int
        /// The customer's place.
        public var customer: Int
        /// The part of what they carry that is lost over the whole time; cut to 0…1.
        public var loss: Double
        /// What they carry else, in units of the customer per unit of time; `nil` where that is not known: then only a
        /// whole loss limits anything.
        public var usual: Double?

        /// Links between two firms.
        public init(supplier: Int, customer: Int, loss: Double, usual: Double? = nil) {
            self.supplier = supplier
            self.customer = customer
            self.loss = loss
            self.usual = usual
        }
    }

    /// What it is called.
    public var name: String
    /// The firms that lose capacity.
    public var firms: [Firm]
    /// The links that carry less.
    public var links: [Link]
    /// How long it lasts, in the network's unit of time.
    public var time: Double

    /// A stop.
    public init(name: String, firms: [Firm], links: [Link] = [], time: Double) {
        self.name = name
        self.firms = firms
        self.links = links
        self.time = time
    }

    /// The stop with firms back sooner: a firm that is back after a part of the time loses that part only.
    ///
    /// - Parameter times: when firms are back at the latest, by place.
    public func shortened(to times: [Int: Double]) -> SurvivalStop {
        var stop = self
        for place in stop.firms.indices {
            guard let time = times[stop.firms[place].place], time < self.time else { continue }
            stop.firms[place].loss *= max(0, time) / self.time
        }
        return stop
    }
}
