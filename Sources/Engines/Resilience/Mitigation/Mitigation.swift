public import Ecosystem

/// Which measures lessen the expected loss of disruptions most for the money.
///
/// Two stages: measures are taken before it is known what stops; then production is planned anew (see ``Survival``). The best set under a budget is
/// found by Benders' decomposition: a mixed-integer program chooses a set by what is known of the losses so far, the linear
/// programs of the disruptions give the true losses of that set and prices that bound those of all others from below, until the bound meets the
/// best set found. Sources: J. F. Benders, Numerische Mathematik 4 (1962) 238–252; R. M. Van Slyke, R. Wets, SIAM J. Appl. Math. 17 (1969) 638–663.
public enum Mitigation {
    /// The best sets by budget, with the proof of each.
    ///
    /// - Complexity: rounds × disruptions with a loss × a linear program from a near basis.
    public static func run(
        on network: SupplyNetwork, _ options: MitigationOptions = MitigationOptions()
    ) -> Result<MitigationResult, MitigationProblem> {
        do throws(MitigationProblem) {
            return .success(try MitigationSearch(network, options).result())
        } catch {
            return .failure(error)
        }
    }
}
