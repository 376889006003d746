import ChainAnalysis
import Ecosystem
import Testing

@Suite("Points of places")
struct PlaceFinderTests {
    @Test func `a site's own point goes before its region's, and the seat counts without sites alone`() throws
    {
        var region = SmallRegion()
        region.add(
            .region, ["id": "r.p", "name_en": "p", "level": "district", "lon": "10", "lat": "50"])
        region.organization("o.1", home: "r.p")
        region.organization("o.2", home: "r.p")
        for (id, basis) in [("si.1", "declared"), ("si.2", "general_knowledge_approx")] {
            region.add(
                .site,
                [
                    "id": id, "organization_id": "o.1", "region_id": "r.p", "functions": "hq", "lon": "10.5",
                    "lat": "50.5",
                    "point_basis": basis,
                ])
        }
        region.site("si.3", of: "o.3", in: "r.a")
        let model = region.model()
        let finder = PlaceFinder(model, OrganizationIndex(model))
        #expect(finder.spots(of: "o.1").map(\.exactness) == [.site, .district])
        #expect(finder.spots(of: "o.2").map(\.exactness) == [.region])
        #expect(
            finder.spots(of: "si.3").isEmpty && finder.spots(of: "r.h").isEmpty
                && finder.spots(of: "gone").isEmpty)
        let way = try #require(finder.way(from: finder.spots(of: "o.2"), to: finder.spots(of: "o.1")))
        #expect(way.exactness == .region && way.to.record == "si.1")
        #expect(finder.way(from: [], to: finder.spots(of: "o.1")) == nil)
    }

    @Test func `of equally long ways the more exact one is taken`() throws {
        var region = SmallRegion()
        region.add(.region, ["id": "r.p", "name_en": "p", "level": "district", "lon": "10", "lat": "50"])
        region.organization("o.1", home: "r.p")
        for (id, basis) in [("si.1", "general_knowledge_approx"), ("si.2", "declared")] {
            region.add(
                .site,
                [
                    "id": id, "organization_id": "o.1", "region_id": "r.p", "functions": "hq", "lon": "10",
                    "lat": "51",
                    "point_basis": basis,
                ])
        }
        let model = region.model()
        let finder = PlaceFinder(model, OrganizationIndex(model))
        let way = try #require(finder.way(from: finder.spots(of: "si.1"), to: finder.spots(of: "o.1")))
        #expect(way.distance == Kilometres(0) && way.to.record == "si.1")
        let other = try #require(finder.way(from: finder.spots(of: "si.2"), to: finder.spots(of: "o.1")))
        #expect(other.exactness == .site && other.to.record == "si.2")
    }
}
