import CHighs

/// A model inside the solver, which is solved again and again with other limits or costs.
///
/// One solver is used by one thread at a time; it is not `Sendable`. Each ``solve(from:)`` starts where it is told to, so answers do not
/// depend on what was solved before: from a basis, or from scratch.
public final class LinearSolver {
    private let highs: UnsafeMutableRawPointer
    private(set) var options: SolverOptions
    let variableCount: Int
    let rowCount: Int
    let isMixedInteger: Bool
    private var watch: Watch?

    /// Hands a model to the solver.
    ///
    /// - Parameter goesOn: asked now and then while a model is solved; the run ends where it says no.
    /// - Throws: ``SolverProblem`` where the solver is not installed or the model is none.
    public init(
        _ model: LinearModel, _ options: SolverOptions = SolverOptions(),
        goesOn: (@Sendable () -> Bool)? = nil
    ) throws(SolverProblem) {
        if let problem = SolverLibrary.problem { throw .notInstalled(problem) }
        if let flaw = model.flaw { throw .badModel(flaw) }
        guard let highs = jw_highs_create() else { throw .failed("out of memory") }
        self.highs = highs
        self.options = options
        variableCount = model.variableCount
        rowCount = model.rowCount
        isMixedInteger = model.isMixedInteger
        settle()
        let kinds: [Int32] = isMixedInteger ? model.domains.map { $0 == .integer ? 1 : 0 } : []
        let status = jw_highs_pass(
            highs, Int32(clamping: variableCount), Int32(clamping: rowCount),
            Int32(clamping: model.places.count),
            model.sense == .maximize, model.offset, model.costs, model.limits.map(\.lower),
            model.limits.map(\.upper),
            model.rowLimits.map(\.lower), model.rowLimits.map(\.upper), Array(model.rowStarts.dropLast()),
            model.places, model.coefficients, isMixedInteger ? kinds : nil)
        if status == -1 { throw .failed("the model was not taken") }
        if let goesOn { watch = Watch(goesOn, highs) }
    }

    deinit { jw_highs_destroy(highs) }

    /// Who is asked whether a run goes on.
    private final class Watch {
        private let goesOn: @Sendable () -> Bool
        private let question = UnsafeMutablePointer<JWHighsQuestion>.allocate(capacity: 1)
        private var calls = 0

        init(_ goesOn: @escaping @Sendable () -> Bool, _ highs: UnsafeMutableRawPointer) {
            self.goesOn = goesOn
            question.initialize(
                to: JWHighsQuestion(
                    goesOn: { asked in
                        guard let asked else { return 1 }
                        return Unmanaged<Watch>.fromOpaque(asked).takeUnretainedValue().ask() ? 1 : 0
                    }, asked: Unmanaged.passUnretained(self).toOpaque()))
            jw_highs_ask(highs, question)
        }

        deinit { question.deallocate() }

        /// Every iteration asks; every sixteenth is handed on.
        private func ask() -> Bool {
            calls += 1
            return calls % 16 != 0 || goesOn()
        }
    }

    private func settle() {
        jw_highs_set_bool(highs, "output_flag", false)
        jw_highs_set_int(highs, "threads", 1)
        jw_highs_set_string(highs, "parallel", "off")
        jw_highs_set_string(highs, "solver", "simplex")
        jw_highs_set_int(highs, "random_seed", Int32(clamping: max(0, options.seed)))
        jw_highs_set_double(highs, "primal_feasibility_tolerance", options.feasibilityTolerance)
        jw_highs_set_double(highs, "dual_feasibility_tolerance", options.optimalityTolerance)
        jw_highs_set_double(highs, "mip_feasibility_tolerance", max(options.feasibilityTolerance, 1e-9))
        jw_highs_set_double(highs, "mip_rel_gap", options.relativeGap)
        jw_highs_set_double(highs, "mip_abs_gap", options.absoluteGap)
        jw_highs_set_string(highs, "presolve", options.isPresolving ? "choose" : "off")
        if let limit = options.iterationLimit {
            jw_highs_set_int(highs, "simplex_iteration_limit", Int32(clamping: max(0, limit)))
        }
        if let limit = options.nodeLimit {
            jw_highs_set_int(highs, "mip_max_nodes", Int32(clamping: max(0, limit)))
        }
    }

    /// Changes the limits of variables; each variable at most once.
    public func setLimits(of variables: [(LinearModel.Variable, LinearModel.Limits)]) {
        let sorted = variables.sorted { $0.0.place < $1.0.place }
        jw_highs_change_column_bounds(
            highs, Int32(clamping: sorted.count), sorted.map { Int32(clamping: $0.0.place) },
            sorted.map(\.1.lower), sorted.map(\.1.upper))
    }

    /// Changes the limits of rows; each row at most once.
    public func setLimits(of rows: [(LinearModel.Row, LinearModel.Limits)]) {
        let sorted = rows.sorted { $0.0.place < $1.0.place }
        jw_highs_change_row_bounds(
            highs, Int32(clamping: sorted.count), sorted.map { Int32(clamping: $0.0.place) },
            sorted.map(\.1.lower), sorted.map(\.1.upper))
    }

    /// Changes the costs of variables; each variable at most once.
    public func setCosts(of variables: [(LinearModel.Variable, Double)]) {
        let sorted = variables.sorted { $0.0.place < $1.0.place }
        jw_highs_change_costs(
            highs, Int32(clamping: sorted.count), sorted.map { Int32(clamping: $0.0.place) }, sorted.map(\.1))
    }

    /// Solves the model as it stands, from a basis or from scratch.
    ///
    /// - Throws: ``SolverProblem/failed(_:)`` where the solver gives up.
    public func solve(from basis: LinearSolution.Basis? = nil) throws(SolverProblem) -> LinearSolution {
        if let basis, basis.columns.count == variableCount, basis.rows.count == rowCount {
            jw_highs_set_basis(highs, basis.columns, basis.rows)
        } else {
            jw_highs_forget(highs)
        }
        var status = try run()
        if status == .unboundedOrInfeasible {
            // Presolve cannot tell the two apart; the simplex method on the model as it is can.
            jw_highs_set_string(highs, "presolve", "off")
            jw_highs_forget(highs)
            status = try run()
            jw_highs_set_string(highs, "presolve", options.isPresolving ? "choose" : "off")
        }
        return try solution(status)
    }

    /// The statuses of HiGHS that a run can end with.
    private enum Ending: Int32 {
        case empty = 6, optimal = 7, infeasible = 8, unboundedOrInfeasible = 9, unbounded = 10, iterations =
            14
        case solutions = 16, interrupted = 17, stopped = 19
    }

    private func run() throws(SolverProblem) -> Ending {
        jw_highs_run(highs)
        let status = jw_highs_status(highs)
        guard let ending = Ending(rawValue: status) else { throw .failed("status \(status) of HiGHS") }
        if ending == .interrupted || ending == .stopped { throw .cancelled }
        return ending
    }

    private func solution(_ ending: Ending) throws(SolverProblem) -> LinearSolution {
        var found = LinearSolution(
            status: .optimal, objective: number("objective_function_value"), bound: 0, values: [],
            rowValues: [],
            duals: [], reducedCosts: [], basis: nil, iterations: max(0, count("simplex_iteration_count")),
            nodes: 0)
        found.bound = found.objective
        if isMixedInteger {
            found.bound = number("mip_dual_bound")
            found.nodes = max(0, longCount("mip_node_count"))
        }
        let isFeasible = count("primal_solution_status") == 2
        switch ending {
        case .empty, .optimal: break
        case .infeasible, .unboundedOrInfeasible: found.status = .infeasible(reason())
        case .unbounded: found.status = .unbounded
        case .iterations: found.status = .limitReached(.iterations, isFeasible: isFeasible)
        case .solutions: found.status = .limitReached(.nodes, isFeasible: isFeasible)
        case .interrupted, .stopped: throw .cancelled
        }
        switch found.status {
        case .infeasible, .unbounded: return found
        case .limitReached where count("primal_solution_status") == 0: return found
        default: readValues(&found)
        }
        return found
    }

    private func readValues(_ found: inout LinearSolution) {
        found.values = [Double](repeating: 0, count: variableCount)
        found.rowValues = [Double](repeating: 0, count: rowCount)
        var reduced = found.values
        var duals = found.rowValues
        jw_highs_solution(highs, &found.values, &reduced, &found.rowValues, &duals)
        guard !isMixedInteger else { return }
        found.duals = duals
        found.reducedCosts = reduced
        guard count("basis_validity") == 1 else { return }
        var basis = LinearSolution.Basis(
            columns: [Int32](repeating: 0, count: variableCount), rows: [Int32](repeating: 0, count: rowCount)
        )
        if jw_highs_basis(highs, &basis.columns, &basis.rows) != -1 { found.basis = basis }
    }

    /// Why the model is infeasible: a ray where the simplex method left one, and an irreducible conflict.
    private func reason() -> InfeasibilityReason {
        var reason = InfeasibilityReason(rows: [], variables: [], weights: [])
        guard options.explainsInfeasibility else { return reason }
        if !isMixedInteger {
            var isThere: Int32 = 0
            var ray = [Double](repeating: 0, count: rowCount)
            if jw_highs_dual_ray(highs, &isThere, &ray) != -1, isThere == 1 { reason.weights = ray }
        }
        let (fromModel, irreducible): (Int32, Int32) = (2, 4)
        jw_highs_set_int(highs, "iis_strategy", fromModel + irreducible)
        var (columnCount, rowTotal): (Int32, Int32) = (0, 0)
        var columns = [Int32](repeating: 0, count: variableCount)
        var rows = [Int32](repeating: 0, count: rowCount)
        var (columnBounds, rowBounds, columnStatus, rowStatus) = (columns, rows, columns, rows)
        let status = jw_highs_conflict(
            highs, &columnCount, &rowTotal, &columns, &rows, &columnBounds, &rowBounds, &columnStatus,
            &rowStatus)
        guard status != -1 else { return reason }
        reason.rows = rows.prefix(Int(rowTotal)).sorted().map { LinearModel.Row(place: Int($0)) }
        reason.variables = columns.prefix(Int(columnCount)).sorted().map {
            LinearModel.Variable(place: Int($0))
        }
        return reason
    }

    private func number(_ name: String) -> Double {
        var value = 0.0
        jw_highs_double_info(highs, name, &value)
        return value
    }

    private func count(_ name: String) -> Int {
        var value: Int32 = 0
        jw_highs_int_info(highs, name, &value)
        return Int(value)
    }

    private func longCount(_ name: String) -> Int {
        var value: Int64 = 0
        jw_highs_long_info(highs, name, &value)
        return Int(value)
    }
}
