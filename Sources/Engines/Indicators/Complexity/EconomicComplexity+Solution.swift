import Kernels

extension EconomicComplexity {
    /// ECI and PCI of one matrix of advantages.
    struct Solution {
        private(set) var eci: [Measured]
        private(set) var pci: [Measured]
        private(set) var second: Measured
        private(set) var third: Measured
        private(set) var correlation: Measured
        private(set) var signRule = SignRule.risesWithDiversity

        init(_ advantage: Advantage) {
            let core = advantage.core
            let links = Links(advantage, core.regions, core.industries)
            let trimmed = Measured.undefined(.nothingThere)
            eci = advantage.matrix.map { _ in trimmed }
            pci = advantage.ubiquity.map { _ in trimmed }
            (second, third, correlation) = (trimmed, trimmed, trimmed)
            let spectrum = links.spectrum
            if let spectrum {
                second = spectrum.values.count > 1 ? Measured(spectrum.values[1]) : .undefined(.oneRegion)
                third =
                    spectrum.values.count > 1
                    ? Measured(spectrum.values.count > 2 ? spectrum.values[2] : 0) : second
            }
            if let reason = Self.reason(core, spectrum?.values) {
                for region in core.regions { eci[region] = .undefined(reason) }
                for industry in core.industries { pci[industry] = .undefined(reason) }
                correlation = .undefined(reason)
                return
            }
            guard let spectrum else { return }
            fill(links.regionVector(of: spectrum), spectrum.values[1], links)
        }

        private static func reason(
            _ core: (regions: [Int], industries: [Int], isConnected: Bool), _ values: [Double]?
        ) -> Undefined? {
            if core.regions.isEmpty { return .nothingThere }
            if core.regions.count < 2 { return .oneRegion }
            if core.industries.count < 2 { return .oneIndustry }
            if !core.isConnected { return .disconnected }
            guard let values, values.count > 1 else { return .notConverged }
            if values[1] < 1e-12 { return .allEqual }
            return values.count > 2 && values[1] - values[2] < 1e-9 ? .repeatedEigenvalue : nil
        }

        private mutating func fill(_ raw: [Double], _ eigenvalue: Double, _ links: Links) {
            let count = Double(raw.count)
            let mean = raw.compensatedSum / count
            let spread = (raw.map { ($0 - mean) * ($0 - mean) }.compensatedSum / count).squareRoot()
            guard spread > 1e-12 * (raw.map(\.magnitude).max() ?? 0) else {
                for region in links.regions { eci[region] = .undefined(.allEqual) }
                for industry in links.industries { pci[industry] = .undefined(.allEqual) }
                return
            }
            let scaled = raw.map { ($0 - mean) / spread }
            let diversity = links.ofRegion.map { Double($0.count) }
            let related = Self.correlation(scaled, diversity)
            var sign = 1.0
            if let related, related.magnitude > 1e-9 {
                sign = related < 0 ? -1 : 1
                correlation = Measured(related.magnitude)
            } else {
                signRule = .largestIsPositive
                correlation = related.map { Measured($0) } ?? .undefined(.allEqual)
                let largest = scaled.map(\.magnitude).max() ?? 0
                let first = scaled.first { $0.magnitude >= largest * (1 - 1e-9) } ?? 1
                sign = first < 0 ? -1 : 1
            }
            for (place, region) in links.regions.enumerated() { eci[region] = Measured(sign * scaled[place]) }
            for (place, industry) in links.industries.enumerated() {
                let members = links.ofIndustry[place]
                let average = members.map { raw[$0] }.compensatedSum / Double(members.count) / eigenvalue
                pci[industry] = Measured(sign * (average - mean) / spread)
            }
        }

        /// Pearson's correlation; `nil` where one list does not vary.
        private static func correlation(_ one: [Double], _ other: [Double]) -> Double? {
            let count = Double(one.count)
            let (a, b) = (one.compensatedSum / count, other.compensatedSum / count)
            let both = zip(one, other).map { ($0 - a) * ($1 - b) }.compensatedSum
            let left = one.map { ($0 - a) * ($0 - a) }.compensatedSum
            let right = other.map { ($0 - b) * ($0 - b) }.compensatedSum
            return left > 0 && right > 0 ? both / (left * right).squareRoot() : nil
        }
    }

    /// The advantages of the regions and industries that count, by number among them.
    struct Links {
        let regions: [Int]
        let industries: [Int]
        let ofRegion: [[Int]]
        let ofIndustry: [[Int]]

        init(_ advantage: Advantage, _ regions: [Int], _ industries: [Int]) {
            self.regions = regions
            self.industries = industries
            ofRegion = regions.map { region in
                industries.indices.filter { advantage.matrix[region][industries[$0]] }
            }
            ofIndustry = industries.map { industry in
                regions.indices.filter { advantage.matrix[regions[$0]][industry] }
            }
        }

        /// Eigenvectors of the symmetric form `D^-½ M D'^-1 Mᵀ D^-½` on the smaller side; the same eigenvalues as M̃.
        var spectrum: SymmetricEigenvectors? {
            let isByRegion = regions.count <= industries.count
            let (own, other) = isByRegion ? (ofRegion, ofIndustry) : (ofIndustry, ofRegion)
            var matrix = [Double](repeating: 0, count: own.count * own.count)
            for members in other {
                let part = 1 / Double(members.count)
                for one in members { for two in members { matrix[one * own.count + two] += part } }
            }
            let roots = own.map { Double($0.count).squareRoot() }
            for one in own.indices {
                for two in own.indices { matrix[one * own.count + two] /= roots[one] * roots[two] }
            }
            return SymmetricEigenvectors(of: matrix, size: own.count)
        }

        /// The second eigenvector of M̃ itself.
        func regionVector(of spectrum: SymmetricEigenvectors) -> [Double] {
            let vector = spectrum.vectors[1]
            if regions.count <= industries.count {
                return zip(vector, ofRegion).map { $0 / Double($1.count).squareRoot() }
            }
            let industryVector = zip(vector, ofIndustry).map { $0 / Double($1.count).squareRoot() }
            return ofRegion.map { list in
                list.map { industryVector[$0] }.compensatedSum / Double(list.count)
            }
        }
    }
}
