import ChainAnalysis
public import Ecosystem

extension LocalContent {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One component.
        public struct Part: Codable, Sendable {
            /// The record's id.
            public var id: ComponentID
            /// Its English name.
            public var component: String
            /// Its Chinese name, where there is one.
            public var componentZh: String?
            /// Where it comes from, as the source names it.
            @KnownOrNull public var region: RegionID?
            /// `inside`, `outside` or `unknown`, seen from the region that is asked about.
            public var place: String
            /// Its segment.
            public var segment: SegmentID?
            /// Who supplies it; absent where nobody is named.
            public var supplier: OrganizationID?
            /// Its value in `unit`.
            public var value: Double?
            /// The unit of the value.
            public var unit: String?
            /// Organizations of the region that work in its segment; nobody says that they supply it.
            public var candidates: [OrganizationID]
        }

        /// A share that was computed.
        public struct Share: Codable, Sendable {
            /// 0…1.
            public var value: Double
            /// `value` or `count`.
            public var by: String
            /// What comes from the region.
            public var inside: Double
            /// Everything that counts.
            public var total: Double
            /// The unit of both.
            public var unit: String
            /// Components that count.
            public var counted: Int
            /// Components that cannot count: no value, another unit, or no known place.
            public var left: Int
        }

        /// Components of one place.
        public struct PlaceCount: Codable, Sendable {
            /// The place.
            public var region: RegionID
            /// Named components from there.
            public var components: Int
            /// Their value, where components have one.
            public var value: Double?
        }

        /// The product; absent where the package has none with components.
        @KnownOrNull public var product: ProductID?
        /// What counts as local.
        public var region: RegionID?
        /// The printed share as a fraction; absent where none is printed for this region.
        @KnownOrNull public var statedShare: PrintedFigure?
        /// The period of the printed share.
        public var statedPeriod: String?
        /// 1 − the printed share: from outside or not said; how it is split is unknown.
        public var elsewhereOrUnsaid: Double?
        /// Components in the order of the table.
        public var components: [Part]
        /// Named components by place, in the package's order of places.
        public var places: [PlaceCount]
        /// Named components from inside, outside, and with an unknown place.
        public var inside: Int
        /// Named components from outside.
        public var outside: Int
        /// Named components whose place is not known.
        public var unknown: Int
        /// The share on the basis that was asked for; absent where it cannot be computed.
        public var computedShare: Share?
        /// Corrections that concern the product, its components or its figures.
        public var corrections: [CorrectionID]
        /// The same question asked of other packages, with their own focus product and home region.
        public var compare: [Compared]
    }

    /// The answer of another package in short.
    public struct Compared: Codable, Sendable {
        /// The package's id.
        public var package: String
        /// Its product.
        public var product: ProductID?
        /// The printed share as a fraction.
        public var statedShare: PrintedFigure?
        /// Components that are named.
        public var components: Int
        /// Of these from inside its home region.
        public var inside: Int
        /// The computed share, 0…1.
        public var computedShare: Double?
    }

    /// Collects what is printed and computes what can be.
    public func result(on input: StudyInput) throws -> Result {
        let model = input.model
        let basis = input.parameters.text("basis") ?? "count"
        try input.progress.advance(to: 0, Localized("reading components", "读取部件"))
        var result = LocalContent.answer(
            model, product: input.parameters.text("product").map(ProductID.init),
            region: input.parameters.text("region").map(RegionID.init), basis: basis)
        result.compare = input.others.map { other in
            let answer = LocalContent.answer(
                other, product: LocalContent.defaultProduct(of: other).map(ProductID.init),
                region: LocalContent.defaultRegion(of: other), basis: basis)
            return Compared(
                package: other.identity.id, product: answer.product, statedShare: answer.statedShare,
                components: answer.components.count, inside: answer.inside,
                computedShare: answer.computedShare?.value)
        }
        return result
    }

    /// What is known of a product and a region; without either, nothing is.
    static func content(_ result: Result, in model: EcosystemModel) -> ProductContent? {
        guard let product = result.product, let region = result.region else { return nil }
        return ProductContent(of: product, from: region, in: model)
    }

    private static func answer(_ model: EcosystemModel, product: ProductID?, region: RegionID?, basis: String)
        -> Result
    {
        var result = Result(
            product: product, region: region, components: [], places: [], inside: 0, outside: 0, unknown: 0,
            corrections: [], compare: [])
        guard let content = content(result, in: model), let product, let region else { return result }
        let tree = RegionTree(model, region: region)
        result.statedShare = content.stated?.figure
        result.statedPeriod = content.stated?.period
        if let share = result.statedShare, share.unit.key == "fraction" {
            result.elsewhereOrUnsaid = 1 - share.value
        }
        result.components = content.parts.map { part in
            let record = part.component.record
            return Result.Part(
                id: part.component.id, component: record.text("name_en") ?? record.fullName.en,
                componentZh: record.text("name_zh"), region: part.region, place: part.place.rawValue,
                segment: part.component.segment, supplier: part.component.supplier,
                value: part.component.value,
                unit: part.component.unit, candidates: part.candidates)
        }
        result.inside = content.parts.count { $0.place == .inside }
        result.outside = content.parts.count { $0.place == .outside }
        result.unknown = content.parts.count { $0.place == .unknown }
        result.places = tree.places.map { place in
            let here = content.parts.filter { tree.place(of: $0.region) == place }
            let values = here.compactMap(\.component.value)
            return Result.PlaceCount(
                region: place, components: here.count, value: values.isEmpty ? nil : values.reduce(0, +))
        }
        let share = basis == "value" ? content.byValue : content.byCount
        if let share, let value = share.value {
            result.computedShare = Result.Share(
                value: value, by: basis, inside: share.inside, total: share.total, unit: share.unit,
                counted: share.counted, left: share.left)
        }
        let concerned =
            [product.text] + result.components.map(\.id.text)
            + [content.stated?.id.text, content.printed?.id.text].compactMap { $0 }
        result.corrections = model.corrections(concerning: concerned).map { CorrectionID($0.id) }
        return result
    }
}
