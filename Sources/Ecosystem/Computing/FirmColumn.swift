extension SupplyNetwork {
    /// A column of numbers about the firms, such as revenue or jobs: eight bytes a firm.
    public struct FirmColumn: Sendable, Equatable {
        /// A quiet NaN that no reader produces; it stands for a missing number.
        private static let missing = Double(bitPattern: 0x7FF8_0000_6D69_7373)

        /// Its name in the file.
        public var name: String
        private var numbers: [Double]

        /// A column.
        public init(name: String, values: [Double?]) {
            self.name = name
            numbers = values.map { $0 ?? Self.missing }
        }

        /// A column of numbers, those that are NaN standing for empty cells.
        public init(name: String, numbers: [Double]) {
            self.name = name
            self.numbers = numbers
            for place in numbers.indices where numbers[place].isNaN { self.numbers[place] = Self.missing }
        }

        /// One value a firm; `nil` where the cell is empty.
        ///
        /// Complexity: a list is made at each call; ``subscript(_:)`` gives one value.
        public var values: [Double?] {
            get { numbers.map { Self.known($0) } }
            set { numbers = newValue.map { $0 ?? Self.missing } }
        }

        /// How many firms it speaks of.
        public var count: Int { numbers.count }

        /// The value of one firm; `nil` where the cell is empty.
        public subscript(firm: Int) -> Double? { Self.known(numbers[firm]) }

        private static func known(_ number: Double) -> Double? {
            number.bitPattern == missing.bitPattern ? nil : number
        }

        /// Whether name and values are the same.
        public static func == (left: FirmColumn, right: FirmColumn) -> Bool {
            left.name == right.name && left.count == right.count
                && left.numbers.indices.allSatisfy { left[$0] == right[$0] }
        }
    }
}
