import ChainAnalysis
import Ecosystem
import Testing

@Suite("Tree of segments")
struct SegmentTreeTests {
    @Test func `segments are ordered from upstream on, each above its parts`() {
        var region = SmallRegion()
        region.segment("sg.v", stage: "vehicle")
        region.segment("sg.m", stage: "upstream_materials")
        region.segment("sg.m1", under: "sg.m", stage: "upstream_materials")
        region.segment("sg.v1", under: "sg.v", stage: "vehicle")
        region.segment("sg.m2", under: "sg.m1", stage: "upstream_materials")
        let tree = SegmentTree(region.model())
        #expect(tree.ordered.map(\.id.text) == ["sg.m", "sg.m1", "sg.m2", "sg.v", "sg.v1"])
        #expect(tree.depth(of: SegmentID("sg.m2")) == 2)
        #expect(tree.below(SegmentID("sg.m")).map(\.text).sorted() == ["sg.m", "sg.m1", "sg.m2"])
    }

    @Test func `a circle of parents and a missing parent lose no segment`() {
        var region = SmallRegion()
        region.segment("sg.1", under: "sg.2")
        region.segment("sg.2", under: "sg.1")
        region.segment("sg.3", under: "sg.gone")
        region.segment("sg.4", under: "sg.4")
        let tree = SegmentTree(region.model())
        #expect(tree.ordered.map(\.id.text).sorted() == ["sg.1", "sg.2", "sg.3", "sg.4"])
        #expect(tree.below(SegmentID("sg.1")).count == 2)
    }
}
