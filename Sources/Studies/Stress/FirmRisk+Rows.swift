public import Reporting

/// A million firms have as many scenarios: they are written one by one.
extension FirmRisk.Result.Scenario: JSONRow {
    /// Adds the members by their keys.
    public func write(to row: inout JSONRowText) {
        row.add("certified", certified)
        row.add("downstream", downstream)
        row.add("errorBound", errorBound)
        row.add("esri", esri)
        row.add("iterations", iterations)
        row.add("own", own)
        row.add("region", region)
        row.add("residual", residual)
        row.add("scenario", scenario)
        row.add("sector", sector)
        row.add("upstream", upstream)
    }
}
