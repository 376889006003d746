extension Specialization {
    /// The answer; arrays are in the order of `regions` and `industries`, `null` where there is no number (`gaps` says why).
    public struct Result: Codable, Sendable {
        /// Ranges where inputs are rounded, in the form of the numbers that they belong to.
        public struct Ranges: Codable, Sendable {
            /// One row a region.
            public var locationQuotient: [[NumberRange?]] = []
            /// One a region.
            public var krugmanTotal: [NumberRange?] = []
            /// One a region.
            public var hhi: [NumberRange?] = []
            /// One a region.
            public var eci: [NumberRange?] = []
            /// One an industry.
            public var locationalGini: [NumberRange?] = []
        }

        /// What an eigenvector rests on.
        public struct Spectrum: Codable, Sendable {
            /// λ₂.
            @KnownOrNull public var secondEigenvalue: Double?
            /// λ₃.
            @KnownOrNull public var thirdEigenvalue: Double?
            /// λ₂ − λ₃: the smaller, the less the ranking is marked out.
            @KnownOrNull public var eigengap: Double?
            /// Correlation of ECI with the number of advantages.
            @KnownOrNull public var correlationWithDiversity: Double?
            /// `risesWithDiversity` or `largestIsPositive`.
            public var signRule: String
            /// Advantages that rounding leaves undecided.
            public var undecided: Int
            /// Whether fitness settled.
            public var fitnessSettled: Bool
        }

        /// The printed structure of another package.
        public struct Compared: Codable, Sendable {
            /// The package's id.
            public var package: String
            /// The year.
            @KnownOrNull public var period: String?
            /// Region ids.
            public var regions: [String]
            /// Sector codes.
            public var industries: [String]
            /// One a region.
            public var krugmanTotal: [Double?]
            /// One a region.
            public var hhi: [Double?]
        }

        /// `matrix`, `printed`, or `none` where there is nothing to measure.
        public var source = "none"
        /// The year of printed figures.
        @KnownOrNull public var period: String?
        /// Labels of the file's rows, or region ids.
        public var regions: [String] = []
        /// Labels of the file's columns, or sector codes.
        public var industries: [String] = []
        /// One row a region, one column an industry.
        public var locationQuotient: [[Double?]] = []
        /// One a region, 0…2.
        public var krugmanTotal: [Double?] = []
        /// Half of it, 0…1.
        public var krugmanHalf: [Double?] = []
        /// Σ s² over industries, one a region.
        public var hhi: [Double?] = []
        /// (H − 1/n) / (1 − 1/n).
        public var hhiNormalized: [Double?] = []
        /// 1/H.
        public var equivalentNumber: [Double?] = []
        /// One a region, mean 0, deviation 1.
        public var eci: [Double?] = []
        /// One an industry, in the units of `eci`.
        public var pci: [Double?] = []
        /// Advantages of each region.
        public var diversity: [Int?] = []
        /// Regions with an advantage, one an industry.
        public var ubiquity: [Int?] = []
        /// One a region, mean 1.
        public var fitness: [Double?] = []
        /// One an industry, 0…1.
        public var locationalGini: [Double?] = []
        /// Relatedness density, one row a region, one column an industry, 0…1.
        public var relatednessDensity: [[Double?]] = []
        /// What ECI rests on; `null` where nothing was measured.
        @KnownOrNull public var spectrum: Spectrum?
        /// Ranges; `null` where every number is exact.
        @KnownOrNull public var ranges: Ranges?
        /// The label of the benchmark row; `null` for the regions themselves.
        @KnownOrNull public var benchmark: String?
        /// Regions left out because a cell is missing.
        public var regionsLeftOut: [String] = []
        /// Industries left out because a cell is missing.
        public var industriesLeftOut: [String] = []
        /// Numbers that are not there, and why.
        public var gaps: [MeasureGap] = []
        /// What each measure compares with, and its zeros.
        public var conventions: [MeasureConventions] = []
        /// Years in which the package prints all figures.
        public var yearsPrinted: [Int] = []
        /// What other packages print.
        public var compare: [Compared] = []

        init(yearsPrinted: [Int] = []) { self.yearsPrinted = yearsPrinted }
    }
}
