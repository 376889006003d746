public import Ecosystem

/// Time to survive and time to recover: how long demand is met after firms stop, and what is lost until they are back.
///
/// Source: D. Simchi-Levi et al., “Identifying risks and mitigating disruptions in the automotive supply chain”, Interfaces 45(5) (2015)
/// 375–390. Production is planned anew after each disruption so that as little margin as possible is lost.
public enum Survival {
    /// Times and losses of the scenarios of a network, or of every firm alone where it has none.
    ///
    /// - Complexity: one linear program of the whole network and one for each distinct time to recover; then, for each disruption, programs of
    ///   what it reaches.
    public static func run(
        on network: SupplyNetwork, _ options: SurvivalOptions = SurvivalOptions()
    ) -> Result<SurvivalResult, SurvivalProblem> {
        do throws(SurvivalProblem) {
            let ground = try SurvivalGround(network, options)
            return .success(try SurvivalSweep(ground, options).result())
        } catch {
            return .failure(error)
        }
    }
}
