extension SupplyNetwork {
    /// What the values of links and the firms' columns of money are counted in.
    public struct Money: Sendable, Equatable {
        /// In words, such as “100 million yuan”.
        public var unit: Localized
        /// How many units of the currency one of it is: 1e8 for 100 million yuan; `nil` where nothing is said.
        public var scale: Double?
        /// How many days the values hold: 365 for amounts of a year.
        public var days: Double

        /// A unit of money.
        public init(unit: Localized, scale: Double? = nil, days: Double = 365) {
            self.unit = unit
            self.scale = scale
            self.days = days
        }
    }

    /// Which part of what sectors make comes from abroad.
    public struct Imports: Sendable, Equatable {
        /// By sector: the part of its product that the users here buy abroad, 0…1; `nil` where nothing is said.
        public var shares: [Double?]
        /// By sector: what the share was counted of, where that is something wider than the sector; else `nil`.
        public var counted: [Localized?]
        /// How the shares are known; `nil` where nothing is said.
        public var basis: Basis?

        /// Parts from abroad.
        public init(shares: [Double?], counted: [Localized?], basis: Basis? = nil) {
            self.shares = shares
            self.counted = counted
            self.basis = basis
        }
    }

    /// Jobs by firm: the column of that name; where there is none and a yearly pay is given, the column `compensation` over that pay; `nil` where
    /// neither can be had.
    ///
    /// - Parameters:
    ///   - column: The column of jobs.
    ///   - pay: What one job is paid in a year, in units of the currency; needs the scale of ``money``.
    public func jobs(column name: String, pay: Double?) -> [Double?]? {
        if let given = column(name) { return given }
        guard let pay, pay > 0, let scale = money?.scale, let days = money?.days, days > 0,
            let paid = column("compensation")
        else { return nil }
        return paid.map { $0.map { $0 * scale * 365 / days / pay } }
    }

    func addMoney(to content: inout ContentHash) {
        if let money {
            content.add(["money", money.unit.en, money.unit.zh])
            content.add([money.scale, money.days])
        }
        if let imports {
            content.add(["imports", imports.basis?.rawValue ?? ""])
            content.add(imports.counted.flatMap { [$0?.en ?? "", $0?.zh ?? ""] })
            content.add(imports.shares)
        }
    }
}
