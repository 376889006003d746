import Ecosystem

extension CapacityGroup {
    /// Everything that is wrong or odd, at once: what the schema asks and what only the rules of CX-0128 say (Mondays,
    /// each week once, maximum not below actual, load factors for all linked series or none).
    public func findings() -> [PayloadFinding] {
        var check = PayloadCheck(id)
        check.uuid(id, "capacityGroupId")
        check.required(name, "name")
        check.partner(customer, .legalEntity, "customer")
        check.partner(supplier, .legalEntity, "supplier")
        check.required(changedAt, "changedAt")
        check.unit(unit, isOmitted: isUnitOmitted)
        for (index, site) in supplierLocations.enumerated() {
            check.partner(site, .site, "supplierLocations[\(index)]")
        }
        links(&check)
        capacities(&check)
        if let volatility { limits(volatility, &check) }
        return check.findings
    }

    private func links(_ check: inout PayloadCheck) {
        var seen: Set<[String]> = []
        var factors: [String: Double] = [:]
        let withFactor = linkedSeries.filter { $0.loadFactor != nil }.count
        for (index, link) in linkedSeries.enumerated() {
            let path = "linkedDemandSeries[\(index)]"
            check.required(link.material, path + ".materialNumberCustomer")
            check.partner(link.customerLocation, .site, path + ".customerLocation")
            check.category(link.category, path + ".demandCategory")
            if !seen.insert([link.material, link.customerLocation, link.category]).inserted {
                check.error(path, "this series is linked twice; keep one link", "该序列重复关联；请保留一项")
            }
            guard let factor = link.loadFactor else {
                if withFactor > 0 {
                    check.error(
                        path + ".loadFactor",
                        "the load factor is missing although others have one; give it to all linked series or none",
                        "其他序列有负荷系数而此处缺少；请全部填写或全部不填")
                }
                continue
            }
            if !(factor.isFinite && factor > 0) {
                check.error(
                    path + ".loadFactor", "\(factor) is no load factor above 0", "\(factor) 不是大于 0 的负荷系数")
            }
            if let known = factors[link.material], known != factor {
                check.error(
                    path + ".loadFactor",
                    "material \(link.material) has the load factors \(known) and \(factor); give it one",
                    "物料 \(link.material) 有两个负荷系数 \(known) 与 \(factor)；请统一")
            }
            factors[link.material] = factor
        }
        for (index, group) in linkedGroups.enumerated() {
            check.uuid(group, "linkedCapacityGroups[\(index)]")
        }
    }

    private func capacities(_ check: inout PayloadCheck) {
        var seen: Set<Week> = []
        for (index, week) in weeks.enumerated() {
            let path = "capacities[\(index)]"
            check.week(week.monday, path + ".pointInTime", seen: &seen)
            check.quantity(week.actual, path + ".actualCapacity")
            check.quantity(week.maximum, path + ".maximumCapacity")
            if let agreed = week.agreed { check.quantity(agreed, path + ".agreedCapacity") }
            if week.maximum < week.actual {
                check.error(
                    path + ".maximumCapacity",
                    "the maximum \(week.maximum) is below the actual capacity \(week.actual); raise it or lower the actual",
                    "最大产能 \(week.maximum) 低于实际产能 \(week.actual)；请更正其一")
            }
            if let delta = week.delta, !delta.isFinite {
                check.error(path + ".deltaProductionResult", "\(delta) is no number", "\(delta) 不是数")
            }
        }
    }

    private func limits(_ parameters: VolatilityParameters, _ check: inout PayloadCheck) {
        let path = "demandVolatilityParameters"
        if Week(containing: parameters.start) == nil {
            check.error(
                path + ".startReferenceDateTime", "“\(parameters.start.prefix(40))” begins with no day",
                "“\(parameters.start.prefix(40))”开头不是日期")
        }
        if !(1...999).contains(parameters.interval) {
            check.error(
                path + ".measurementInterval", "\(parameters.interval) is no number of weeks from 1 to 999",
                "\(parameters.interval) 不是 1 到 999 的周数")
        }
        var seen: Set<Int> = []
        for (index, part) in parameters.parts.enumerated() {
            let own = path + ".rollingHorizonAlertThresholds[\(index)]"
            if !seen.insert(part.sequence).inserted {
                check.error(
                    own + ".sequenceNumber", "number \(part.sequence) is given twice",
                    "序号 \(part.sequence) 重复")
            }
            if part.length < 1 {
                check.error(
                    own + ".subhorizonLength", "\(part.length) is no number of weeks", "\(part.length) 不是周数")
            }
            for (name, value) in [
                ("relativePositiveDeviation", part.relativeRise),
                ("relativeNegativeDeviation", part.relativeFall),
            ] {
                guard let value, !(0...1).contains(value) else { continue }
                check.error(
                    own + "." + name,
                    "\(value) is no fraction from 0 to 1; a fall is given as a positive number",
                    "\(value) 不是 0 到 1 的小数；下降也用正数")
            }
            for (name, value) in [
                ("absolutePositiveDeviation", part.absoluteRise),
                ("absoluteNegativeDeviation", part.absoluteFall),
            ] {
                guard let value, !(value.isFinite && value >= 0) else { continue }
                check.error(
                    own + "." + name, "\(value) is no number from 0 on; a fall is given as a positive number",
                    "\(value) 不是非负数；下降也用正数")
            }
        }
    }
}
