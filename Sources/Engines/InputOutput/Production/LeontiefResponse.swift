/// Whatever answers demands for a system: factors of 1 − A, or its inverse where that stands already.
public protocol LeontiefResponse: Sendable {
    /// The system that it answers for.
    var system: ProductionSystem { get }
    /// The outputs that a final demand takes: L y. One number a sector.
    func output(for demand: [Double]) -> [Double]
    /// What a unit of final demand for each product carries of something that sectors have for a unit of output: s L.
    func content(of intensity: [Double]) -> [Double]
}
