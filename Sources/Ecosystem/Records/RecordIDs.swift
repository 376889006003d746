/// A document, such as `s000`.
public struct SourceID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.source
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A paragraph of a document, such as `s000.2.1.p2`.
public struct ParagraphID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.paragraph
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A region, such as `r.tj.binhai`; not its GB/T 2260 code, which changes and which many regions lack.
public struct RegionID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.region
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// An organization, such as `o.gwm`; not its Unified Social Credit Code.
public struct OrganizationID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.organization
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A site of an organization, such as `si.bhmc_cz`.
public struct SiteID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.site
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A park, such as `pk.wuqing`.
public struct ParkID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.park
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A segment of the chain, such as `sg.cmp.chip`.
public struct SegmentID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.segment
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// An organization's work in a segment, such as `os.001`.
public struct ActivityID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.activity
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A product, such as `pr.su7u`.
public struct ProductID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.product
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A component of a product, such as `pc.01`.
public struct ComponentID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.component
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A kind of relation, such as `supplies`.
public struct PredicateID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.predicate
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A relation, such as `re.0001`.
public struct RelationID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.relation
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A logistics link, such as `ll.jjic`.
public struct LogisticsLinkID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.logisticsLink
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A by-product flow, such as `bf.01`.
public struct ByproductFlowID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.byproductFlow
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A relocation, such as `rl.shougang`.
public struct RelocationID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.relocation
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A policy, such as `po.bth`.
public struct PolicyID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.policy
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// An event, such as `ev.stage1`.
public struct EventID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.event
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A stage of cooperation, such as `st.1`.
public struct StageID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.stage
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A kind of indicator, such as `i.veh_companies`.
public struct IndicatorDefinitionID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.indicatorDefinition
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// One figure, such as `in.0002`.
public struct IndicatorID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.indicator
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A service, such as `sv.01`.
public struct ServiceID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.service
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A person, such as `pe.sun`.
public struct PersonID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.person
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A problem, such as `pb.01`.
public struct ProblemID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.problem
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A recommendation, such as `rc.01`.
public struct RecommendationID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.recommendation
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// An advantage or constraint of a region, such as `ra.01`.
public struct AdvantageID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.advantage
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// What a document says of a segment, such as `as.001`.
public struct AssessmentID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.assessment
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A claim about a series, such as `cm.01`.
public struct ClaimID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.claim
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}

/// A reading of a printed form, such as `am.18`.
public struct CorrectionID: RecordID {
    /// The kind of record.
    public static let kind = RecordKind.correction
    /// The id as written.
    public let text: String
    /// An id from its text.
    public init(_ text: String) { self.text = text }
}
