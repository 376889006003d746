public import Ecosystem
import Kernels

/// What of a product comes from a region, by what is printed and by what can be computed.
public struct ProductContent: Sendable {
    /// Whether a component comes from the region.
    public enum Place: String, Sendable, Hashable, Codable, CaseIterable {
        /// From inside.
        case inside
        /// From outside.
        case outside
        /// Not said, or only that it comes from a larger area that holds the region.
        case unknown
    }

    /// One component.
    public struct Part: Sendable {
        /// The record.
        public let component: Component
        /// Where it comes from.
        public let region: RegionID?
        /// Whether that is inside the region.
        public let place: Place
        /// Organizations in the region that work in the component's segment, sorted; none of them is said to supply it.
        public let candidates: [OrganizationID]
        /// Where the part's place comes from.
        public let origin: Origin
    }

    /// A share that was computed.
    public struct Share: Sendable, Hashable {
        /// What comes from inside.
        public let inside: Double
        /// Everything that counts.
        public let total: Double
        /// The unit of both.
        public let unit: String
        /// Components that count.
        public let counted: Int
        /// Components that could not count: no value, another unit, or no place.
        public let left: Int
        /// Where it comes from.
        public let origin: Origin

        /// 0…1; `nil` where the total is 0.
        public var value: Double? { total > 0 ? inside / total : nil }
    }

    /// The printed share of the product, corrected reading before the printed one.
    public let stated: Indicator?
    /// A printed form that a corrected reading replaces.
    public let printed: Indicator?
    /// Components in the order of the table.
    public let parts: [Part]
    /// The share by value; `nil` where no component has a value.
    public let byValue: Share?
    /// The share by number of components with a known place; `nil` where none is known to come from outside, since a
    /// list that names insiders alone says nothing of the whole.
    public let byCount: Share?

    /// Reads what is known of a product's origin.
    public init(
        of product: ProductID, from region: RegionID, in model: EcosystemModel,
        options: ProductContentOptions = ProductContentOptions()
    ) {
        let scope = RegionScope(region, in: model)
        let tree = SegmentTree(model)
        let index = OrganizationIndex(model)
        let isHome = model.identity.homeRegion.map { $0 == region } ?? true
        let figures = model.all(Indicator.self, where: "entity_id", is: product.text)
            .filter { $0.definition == options.shareIndicator }
        let corrected = figures.first { $0.corrects != nil }
        stated = isHome ? corrected ?? figures.last : nil
        printed = isHome ? corrected?.corrects.flatMap { model.find($0, as: Indicator.self) } : nil
        parts = model.all(Component.self, where: "product_id", is: product.text).map { component in
            let place = ProductContent.place(of: component, scope: scope, in: model)
            return Part(
                component: component, region: place.region, place: place.place,
                candidates: ProductContent.candidates(component.segment, scope, tree, index, in: model),
                origin: place.origin)
        }
        byValue = ProductContent.shareByValue(parts)
        byCount = ProductContent.shareByCount(parts)
    }

    private static func place(of component: Component, scope: RegionScope, in model: EcosystemModel)
        -> (region: RegionID?, place: Place, origin: Origin)
    {
        var region = component.supplyRegion
        var origin = component.origin
        if region == nil, let supplier = component.supplier.flatMap({ model.find($0, as: Organization.self) })
        {
            region = supplier.home
            origin = Origin.combined([origin, supplier.origin], atBest: .inferred)
        }
        guard let region else { return (nil, .unknown, origin) }
        if scope.contains(region) { return (region, .inside, origin) }
        let isLarger = RegionScope(region, in: model).contains(scope.root)
        return (region, isLarger ? .unknown : .outside, origin)
    }

    private static func candidates(
        _ segment: SegmentID?, _ scope: RegionScope, _ tree: SegmentTree, _ index: OrganizationIndex,
        in model: EcosystemModel
    ) -> [OrganizationID] {
        guard let segment else { return [] }
        var found: Set<OrganizationID> = []
        for id in tree.below(segment).sorted() {
            for activity in model.all(Activity.self, where: "segment_id", is: id.text) {
                guard let organization = activity.organization, activity.role != "user",
                    activity.record.isActual, index.presence(of: organization, in: scope) != nil
                else { continue }
                found.insert(organization)
            }
        }
        return found.sorted()
    }

    private static func shareByValue(_ parts: [Part]) -> Share? {
        let valued = parts.filter { ($0.component.value ?? -1) >= 0 && $0.place != .unknown }
        guard let unit = valued.first?.component.unit ?? valued.first.map({ _ in "" }) else { return nil }
        let same = valued.filter { ($0.component.unit ?? "") == unit }
        let inside = same.filter { $0.place == .inside }.compactMap(\.component.value).compensatedSum
        return Share(
            inside: inside, total: same.compactMap(\.component.value).compensatedSum, unit: unit,
            counted: same.count,
            left: parts.count - same.count, origin: Origin.combined(same.map(\.origin)))
    }

    private static func shareByCount(_ parts: [Part]) -> Share? {
        let known = parts.filter { $0.place != .unknown }
        guard known.contains(where: { $0.place == .outside }) else { return nil }
        let inside = known.count { $0.place == .inside }
        return Share(
            inside: Double(inside), total: Double(known.count), unit: "components", counted: known.count,
            left: parts.count - known.count, origin: Origin.combined(known.map(\.origin), atBest: .counted))
    }
}
