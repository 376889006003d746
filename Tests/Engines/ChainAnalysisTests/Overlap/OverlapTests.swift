import ChainAnalysis
import Ecosystem
import Testing

@Suite("Overlap of two centres")
struct OverlapTests {
    /// By hand: shares .5 .5 0 and .5 .25 .25.
    @Test func `shares are compared by cosine, common part and difference`() throws {
        let found = try #require(ShareOverlap([10, 10, 0, nil], [20, 10, 10, 7]))
        #expect(found.first == [0.5, 0.5, 0] && found.second == [0.5, 0.25, 0.25])
        #expect(found.missing == 1 && found.entries == [0, 1, 2])
        #expect(abs(found.cosine - 0.375 / (0.5 * 0.375).squareRoot()) < 1e-15)
        #expect(found.commonPart == 0.75 && found.difference == 0.5)
    }

    @Test
    func
        `the same shares are wholly alike, others not at all, and the common part is one minus half the difference`()
        throws
    {
        let same = try #require(ShareOverlap([1, 2, 3], [10, 20, 30]))
        #expect(abs(same.cosine - 1) < 1e-12 && abs(same.commonPart - 1) < 1e-12 && same.difference < 1e-12)
        let other = try #require(ShareOverlap([1, 0], [0, 1]))
        #expect(other.cosine == 0 && other.commonPart == 0 && other.difference == 2)
        let mixed = try #require(ShareOverlap([3, 1, 4, 1, 5], [2, 7, 1, 8, 2]))
        let turned = try #require(ShareOverlap([2, 7, 1, 8, 2], [3, 1, 4, 1, 5]))
        #expect(abs(mixed.commonPart - (1 - mixed.difference / 2)) < 1e-12)
        #expect(abs(mixed.cosine - turned.cosine) < 1e-15)
    }

    @Test func `what cannot be compared is not`() {
        #expect(ShareOverlap([1], [1, 2]) == nil && ShareOverlap([0, 0], [1, 2]) == nil)
        #expect(ShareOverlap([-1, 2], [1, 2]) == nil && ShareOverlap([.infinity, 1], [1, 2]) == nil)
        #expect(ShareOverlap([nil, 1], [1, nil]) == nil && ShareOverlap([], []) == nil)
    }

    private func point(_ longitude: Double) throws -> GeoPoint {
        try #require(GeoPoint(longitude: longitude, latitude: 0))
    }

    /// On the equator distances are in proportion to longitudes: 1 and 3 away gives odds of 9 to 1 with β = 2.
    @Test func `places are shared by distance`() throws {
        let split = HinterlandSplit(
            places: [try point(1), try point(2), try point(0), try point(4), try point(-1)],
            first: try point(0), second: try point(4))
        let shares = split.places.map(\.shareOfFirst)
        #expect(abs(shares[0] - 0.9) < 1e-9 && abs(shares[1] - 0.5) < 1e-9)
        #expect(shares[2] == 1 && shares[3] == 0 && abs(shares[4] - 25.0 / 26) < 1e-9)
        #expect(split.places.map(\.isContested) == [false, true, false, false, false])
        #expect(split.nearerFirst == 3 && split.nearerSecond == 1 && split.contested == 1)
        #expect(abs((split.overlap ?? 0) - (0.2 + 1 + 0 + 0 + 2.0 / 26) / 5) < 1e-9)
    }

    @Test func `no places share nothing, and two centres at one point share all`() throws {
        #expect(HinterlandSplit(places: [], first: try point(0), second: try point(1)).overlap == nil)
        let same = HinterlandSplit(places: [try point(5)], first: try point(0), second: try point(0))
        #expect(same.overlap == 1 && same.contested == 1)
        let odd = HinterlandSplit(
            places: [try point(1)], first: try point(0), second: try point(4), exponent: .nan, ratio: .nan)
        #expect(abs((odd.places.first?.shareOfFirst ?? 0) - 0.9) < 1e-9)
    }
}
