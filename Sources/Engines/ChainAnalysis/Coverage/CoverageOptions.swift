public import Ecosystem

/// Every constant behind a coverage class; shown beside the result, and versioned.
public struct CoverageOptions: Sendable, Hashable, Codable {
    /// The version of the rules; a change of rule or default changes it.
    public static let version = "1"

    /// Below this coverage a segment is weak.
    public var weakBelow = 0.5
    /// From this coverage on a segment is strong.
    public var strongFrom = 1.0
    /// Above this concentration (Herfindahl–Hirschman index, 0…1) a segment is weak.
    public var concentratedAbove = 0.5
    /// Below this surveyed share the class is unknown.
    public var surveyedFrom = 0.6
    /// From this many independent named organizations on a segment is adequate.
    public var independentNeeded = 2
    /// The indicator that holds a segment's weekly need in the home region.
    public var needIndicator = IndicatorDefinitionID("i.need_weekly")
    /// The indicator that holds the surveyed share of a segment.
    public var surveyIndicator = IndicatorDefinitionID("i.share_surveyed")
    /// Capacity known by one of these is no verified capacity.
    public var unverified: Set<Basis> = [.general, .inferred, .estimated]
    /// Whether "strong" said of a part of the region speaks for the region; it is then inferred.
    public var partsSpeakForWhole = true

    /// The defaults.
    public init() {}
}
