import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study structure` {
    private func ask(_ model: EcosystemModel, rounding: String = "table") throws -> Structure.Result {
        let study = Structure()
        let input = try StudyInput.prepared(
            for: study.description, model: model, given: ["rounding": rounding])
        let result = try study.result(on: input)
        _ = try study.draft(of: result, on: input)
        return result
    }

    private func result() throws -> Structure.Result { try ask(OpenPackages.builtIn()) }

    /// Shares, cosines, HHI and derived value added of `ref/indicators.json`, key seed003: a package-free reference computed from
    /// tables 2 and 4 of document 003.
    private struct Reference: Decodable {
        var shares: [[Double]]
        var cosine_shares: [String: Double]
        var krugman: [String: Double]
        var finger_kreinin: [String: Double]
        var HHI: [Double]
        var va_derived: [[Double]]

        /// By year; what else stands under the key is no year.
        static func read() throws -> [String: Reference] {
            let file = OpenPackages.root.appending(path: "Fixtures/indicators/ref/indicators.json")
            let all = try JSONDecoder().decode([String: JSONValue].self, from: Data(contentsOf: file))
            guard case .object(let years)? = all["seed003"] else { return [:] }
            var found: [String: Reference] = [:]
            for (year, value) in years where Int(year) != nil {
                found[year] = try JSONDecoder().decode(Reference.self, from: Data(value.text().utf8))
            }
            return found
        }
    }

    @Test func `shares, alikeness and derived amounts agree with the reference`() throws {
        let reference = try Reference.read()
        let result = try result()
        #expect(result.years.map(\.year) == [2009, 2010, 2011, 2012, 2013])
        let letters = ["r.bj": "B", "r.tj": "T", "r.he": "H"]
        for year in result.years {
            let wanted = try #require(reference["\(year.year)"])
            #expect(year.regions.map(\.region.text) == ["r.bj", "r.tj", "r.he"])
            for (index, region) in year.regions.enumerated() {
                let shares = [region.primary, region.secondary, region.tertiary].map { $0 ?? .nan }
                for (share, expected) in zip(shares, wanted.shares[index]) {
                    #expect(abs(share - expected) < 1e-9)
                }
                #expect(region.derived == ["secondary"])
                #expect(abs((region.hhi ?? .nan) - wanted.HHI[index]) < 1e-9)
                for (amount, expected) in zip(region.valueAdded, wanted.va_derived[index]) {
                    #expect(abs((amount ?? .nan) - expected) < 1e-6)
                }
            }
            #expect(year.cosine.count == 3)
            for (pairs, expected) in [
                (year.cosine, wanted.cosine_shares), (year.krugman, wanted.krugman),
                (year.overlap, wanted.finger_kreinin),
            ] {
                for pair in pairs {
                    let key = (letters[pair.a.text] ?? "") + (letters[pair.b.text] ?? "")
                    #expect(abs(pair.value - (expected[key] ?? .nan)) < 1e-9, "\(year.year) \(key)")
                    #expect(pair.low <= pair.value && pair.value <= pair.high)
                }
            }
        }
    }

    @Test func `intervals of Beijing and Tianjin are those of the acceptance table`() throws {
        // reference/indicators-and-input-output.md §1.1, to the four decimals printed there.
        let wanted: [Int: (Double, Double)] = [
            2009: (0.8221, 0.8253), 2010: (0.8491, 0.8521), 2011: (0.8508, 0.8538), 2012: (0.8539, 0.8568),
            2013: (0.8621, 0.8650),
        ]
        for year in try result().years {
            let pair = try #require(year.cosine.first { $0.a.text == "r.bj" && $0.b.text == "r.tj" })
            let (low, high) = try #require(wanted[year.year])
            #expect(abs(pair.low - low) < 1e-4 && abs(pair.high - high) < 1e-4, "\(year.year): \(pair)")
        }
    }

    @Test func `it finds that table 3 is missing`() throws {
        let missing = try result().findings.filter { $0.kind == .tableMissing }
        #expect(missing.map(\.industry) == ["secondary"])
        #expect(missing.first?.paragraphs == ["s003.ind2.p2"])
    }

    @Test func `it finds that Hebei 2009 falls outside its interval, and nothing else does`() throws {
        let outside = try result().findings.filter { $0.kind == .outsideInterval || $0.kind == .inconsistent }
        #expect(outside.map { $0.region?.text } == ["r.he"])
        let finding = try #require(outside.first)
        #expect(finding.year == 2009 && finding.kind == .outsideInterval)
        // §0.1.2 of the reference: the point 16,999.4 against 17,003.1 … 17,023.8.
        #expect(abs((finding.value ?? 0) - 16999.4) < 0.05)
        #expect(abs((finding.low ?? 0) - 17003.1) < 0.05)
        #expect(abs((finding.high ?? 0) - 17023.8) < 0.05)
    }

    @Test func `it finds which sentences of document 003 its tables contradict`() throws {
        let result = try result()
        let contradicted = result.findings.filter { $0.kind == .claimContradicted }
        func years(_ region: String, _ industry: String) -> [Int?] {
            contradicted.filter { $0.region?.text == region && $0.industry == industry }.map(\.year)
        }
        // §0.1.3 of the reference: tertiary of Beijing 2010, of Hebei 2010 and 2011; primary of Hebei; secondary of Beijing 2010.
        #expect(years("r.bj", "tertiary") == [2010])
        #expect(years("r.he", "tertiary") == [2010])
        #expect(
            contradicted.first { $0.region?.text == "r.he" && $0.industry == "tertiary" }?.text.en
                .contains("2010 and 2011") == true)
        #expect(years("r.he", "primary") == [2013])
        #expect(years("r.bj", "secondary") == [2010])
        #expect(contradicted.count == 4)
        let points = result.findings.filter { $0.kind == .claimInPoints }
        #expect(points.map { $0.region?.text } == ["r.tj", "r.he"])
        #expect(points.map { (($0.value ?? 0) * 10).rounded() / 10 } == [28.8, 41.4])
        #expect(result.uncheckedClaims.isEmpty)
    }

    @Test func `Moore's angles agree with the acceptance table`() throws {
        // reference/indicators-and-input-output.md §1.1.
        let wanted = ["r.bj": 0.8594, "r.tj": 5.1158, "r.he": 0.7342]
        for turn in try result().turns {
            #expect(abs(turn.degrees - (wanted[turn.region.text] ?? .nan)) < 5e-5)
            #expect(turn.from == 2009 && turn.to == 2013)
        }
    }

    @Test func `shares read by cell are less sure, never surer`() throws {
        let byTable = try result()
        let byCell = try ask(OpenPackages.builtIn(), rounding: "cell")
        for (one, other) in zip(byTable.years, byCell.years) {
            for (narrow, wide) in zip(one.cosine, other.cosine) {
                #expect(wide.low <= narrow.low + 1e-9 && wide.high >= narrow.high - 1e-9)
            }
        }
        // Beijing 2010: “75%”, printed without a decimal.
        let pair = byCell.years[1].cosine[0]
        let table = byTable.years[1].cosine[0]
        #expect(pair.high - pair.low > 2 * (table.high - table.low))
    }

    @Test func `a package without shares has no years and no findings`() throws {
        let result = try ask(OpenPackages.sixClusters())
        #expect(result.years.isEmpty && result.findings.isEmpty)
    }
}
