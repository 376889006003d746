import Ecosystem

extension MaterialDemand {
    /// Everything that is wrong or odd, at once: what the schema asks and what only the rules of CX-0128 say
    /// (Mondays, each week once, one series a place and category).
    public func findings() -> [PayloadFinding] {
        var check = PayloadCheck(id)
        check.uuid(id, "materialDemandId")
        check.partner(customer, .legalEntity, "customer")
        check.partner(supplier, .legalEntity, "supplier")
        check.required(material, "materialNumberCustomer")
        check.required(materialDescription, "materialDescriptionCustomer")
        check.required(changedAt, "changedAt")
        check.unit(unit, isOmitted: isUnitOmitted)
        var places: Set<[String]> = []
        for (index, entry) in series.enumerated() {
            let path = "demandSeries[\(index)]"
            check.partner(entry.customerLocation, .site, path + ".customerLocation")
            if let site = entry.expectedSupplierLocation {
                check.partner(site, .site, path + ".expectedSupplierLocation")
            }
            check.category(entry.category, path + ".demandCategory")
            if !places.insert([entry.customerLocation, entry.category]).inserted {
                check.error(
                    path, "place and category are those of an earlier series; join the two",
                    "地点与类别同前一序列；请合并")
            }
            var seen: Set<Week> = []
            for (number, week) in entry.weeks.enumerated() {
                let own = path + ".demands[\(number)]"
                check.week(week.monday, own + ".pointInTime", seen: &seen)
                check.quantity(week.quantity, own + ".demand")
            }
        }
        return check.findings
    }
}
