/// A firm-level supply network that was drawn; every firm and every link in it is made up.
public struct ReconstructedNetwork: Sendable {
    /// The sector of each firm, as its place in the targets.
    public let sectorOfFirm: [Int32]
    /// The region of each firm, as its place in the targets.
    public let regionOfFirm: [Int32]
    /// What each firm makes.
    public let output: [Double]
    /// The supplier of each link; links stand by the customer's group, then by the supplier's.
    public let suppliers: [Int32]
    /// The customer of each link.
    public let customers: [Int32]
    /// The value of each link.
    public let values: [Double]
    /// The firm that each named firm of the targets is.
    public let named: [Int32]
    /// How many links were expected.
    public let expectedLinks: Double
    /// How many were wanted.
    public let wantedLinks: Double
    /// What sectors sell to sectors in expectation, `sectors × sectors`.
    public let expectedFlows: [Double]
    /// The largest relative deviation, in expectation, of what a group of firms sells to a sector from its share by output.
    /// What firms buy is met exactly.
    public let worstSales: Double
    /// What the targets ask and these firms cannot give.
    public let findings: [ReconstructionFinding]
}
