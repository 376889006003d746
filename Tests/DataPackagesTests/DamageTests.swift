import DataPackages
import Ecosystem
import Foundation
import Kernels
import Testing

@Suite struct `Damages are found where they were planted` {
    /// Every damage on every field that it fits.
    private static func combinations() -> [(DamageKind, Field, RecordKind)] {
        var all: [(DamageKind, Field, RecordKind)] = []
        for schema in EcosystemSchema.all {
            for field in schema.fields {
                for damage in DamageKind.allCases where damage.fits(field, of: schema.kind) {
                    all.append((damage, field, schema.kind))
                }
            }
        }
        return all
    }

    @Test func `at least 5,000 over every kind of record and field`() throws {
        let package = try DamagedPackage(folder: Places.region)
        let baseline = FindingIndex(try PackageCheck.findings(.memory(package.files())))
        var queue: [(DamageKind, Field, RecordKind)] = []
        let combinations = Self.combinations()
        // Faults of the text come once a field, faults of meaning several times, each time with other values.
        let textual: Set<DamageKind> = [.invalidUTF8, .zeroByte, .strayText, .shortRow]
        let meant = combinations.filter { !textual.contains($0.0) }
        queue = combinations
        while queue.count < 5_600 { queue += meant }
        var found: [String: Int] = [:]
        var planted: [String: Int] = [:]
        var fields: Set<String> = []
        var missed: [PlantedFault] = []
        var seed: UInt64 = 20_261_122
        var runs = 0
        while !queue.isEmpty, runs < 60 {
            var planter = DamagePlanter(package, seed: seed)
            var rest: [(DamageKind, Field, RecordKind)] = []
            for (damage, field, kind) in queue {
                if planter.plant(damage, field, of: kind) {
                    fields.insert("\(kind.table).\(field.name)")
                } else {
                    rest.append((damage, field, kind))
                }
            }
            let index = FindingIndex(try PackageCheck.findings(.memory(planter.package.files())))
            // A place that was flagged before would prove nothing.
            for fault in planter.faults where !fault.isFound(in: baseline) {
                planted[fault.kind, default: 0] += 1
                if fault.isFound(in: index) {
                    found[fault.kind, default: 0] += 1
                } else {
                    missed.append(fault)
                }
            }
            if rest.count == queue.count { break }
            queue = rest
            seed += 1
            runs += 1
        }
        for kind in planted.keys.sorted() {
            print("damage: \(kind): \(found[kind] ?? 0)/\(planted[kind] ?? 0)")
        }
        let total = planted.values.reduce(0, +)
        print("damages: \(found.values.reduce(0, +))/\(total) found in \(runs) runs, \(fields.count) fields")
        #expect(total >= 5_000)
        #expect(missed.isEmpty, "\(missed.prefix(20))")
    }

    /// Puts one fault of a whole file or of several records together, and says where it must be found.
    @Test func `faults of whole files and between records`() throws {
        let package = try DamagedPackage(folder: Places.region)
        var generator = SeededGenerator(seed: 7)
        /// Faults of one sort are planted in all tables at once.
        var sorts: [String: [(RecordKind, PlantedFault, (inout DamagedPackage.Table) -> Void)]] = [:]
        for kind in RecordKind.allCases {
            guard let table = package.tables[kind] else { continue }
            let file = kind.table + ".csv"
            func expect(
                _ what: String, _ fault: PlantedFault,
                _ change: @escaping (inout DamagedPackage.Table) -> Void
            ) {
                sorts[what, default: []].append((kind, fault, change))
            }
            func fault(_ severity: Finding.Severity, row: Int, _ column: FieldName?) -> PlantedFault {
                PlantedFault(kind: "", file: file, row: row, column: column, severities: [severity])
            }
            let header = table.header.map(\.rawValue)
            let victim = 1 + generator.next(below: header.count - 1)
            expect("byte order mark", fault(.note, row: 1, nil)) { $0.prefix = [0xEF, 0xBB, 0xBF] }
            expect("header twice", fault(.error, row: 1, FieldName(rawValue: header[0]))) {
                $0.rawHeader = header
                $0.rawHeader?[victim] = header[0]
            }
            expect("unknown header", fault(.note, row: 1, "zorkmid_count")) {
                $0.rawHeader = header
                $0.rawHeader?[victim] = "zorkmid_count"
            }
            expect("no header", fault(.error, row: 1, "")) {
                $0.rawHeader = header
                $0.rawHeader?[victim] = ""
            }
            let schema = EcosystemSchema.schema(of: kind)
            if let required = schema.fields.last(where: { $0.isRequired && $0.name != "id" }),
                let column = table.column(required.name)
            {
                expect("missing column", fault(.error, row: 1, required.name)) {
                    $0.rawHeader = header
                    $0.rawHeader?[column] = "zorkmid_count"
                }
            }
            for (index, field) in schema.fields.enumerated() where field.type == .reference([kind]) {
                let rows = (3 + index, 23 + index)
                let change: (inout DamagedPackage.Table) -> Void = { table in
                    table.rows[rows.0][index] = table.rows[rows.1][0]
                    table.rows[rows.1][index] = table.rows[rows.0][0]
                }
                expect("circle", fault(.error, row: rows.0 + 2, field.name), change)
                expect("circle", fault(.error, row: rows.1 + 2, field.name)) { _ in }
            }
            let isNamed: Set<RecordKind> = [.organization, .park, .segment, .product]
            if isNamed.contains(kind), let name = table.column("name_zh") {
                expect("same name", fault(.warning, row: 14, "name_zh")) {
                    $0.rows[5][name] = "同名之物"
                    $0.rows[12][name] = "同名之物"
                }
            }
            if let code = table.column("uscc") {
                expect("same credit code", fault(.error, row: 14, "uscc")) {
                    $0.rows[5][code] = "91110000100013741D"
                    $0.rows[12][code] = "91110000100013741D"
                }
            }
            if let start = table.column("date"), let end = table.column("end_date") {
                expect("end before start", fault(.error, row: 9, "end_date")) {
                    $0.rows[7][start] = "2020-05"
                    $0.rows[7][end] = "2019"
                }
            }
            for (value, unit) in [("capacity", "capacity_unit"), ("quantity", "unit")]
                as [(FieldName, FieldName)]
            {
                guard let column = table.column(value), let other = table.column(unit) else { continue }
                expect("no unit", fault(.warning, row: 9, unit)) {
                    $0.rows[7][column] = "5"
                    $0.rows[7][other] = ""
                }
            }
        }
        var planted = 0
        for (what, faults) in sorts.sorted(by: { $0.key < $1.key }) {
            var damaged = package
            for (kind, _, change) in faults {
                guard var table = damaged.tables[kind] else { continue }
                change(&table)
                damaged.tables[kind] = table
            }
            let index = FindingIndex(try PackageCheck.findings(.memory(damaged.files())))
            var found = 0
            for (_, fault, _) in faults {
                found += fault.isFound(in: index) ? 1 : 0
                #expect(fault.isFound(in: index), "\(what) in \(fault.file)")
            }
            print("damage: \(what): \(found)/\(faults.count)")
            planted += faults.count
        }
        #expect(planted > 150)
    }

    @Test func `a point outside its region and a code outside its parent`() throws {
        let package = try DamagedPackage(folder: Places.region)
        var damaged = package
        guard var sites = damaged.tables[.site], var regions = damaged.tables[.region],
            let region = sites.column("region_id"), let east = sites.column("lon"),
            let north = sites.column("lat"),
            let code = regions.column("gbt2260"), let above = regions.column("parent_id")
        else { throw DataPackageError("no table", "") }
        let district = try #require(
            regions.rows.firstIndex { $0[code].hasPrefix("12") && $0[code] != "120000" })
        let hebei = try #require(regions.rows.first { $0[code] == "130000" })
        sites.rows[4][region] = "r.tj"
        sites.rows[4][east] = "121.47"
        sites.rows[4][north] = "31.23"
        sites.rows[6][region] = "r.tj"
        sites.rows[6][east] = "39.08"
        sites.rows[6][north] = "77.2"
        regions.rows[district][above] = hebei[0]
        damaged.tables[.site] = sites
        damaged.tables[.region] = regions
        let index = FindingIndex(try PackageCheck.findings(.memory(damaged.files())))
        #expect(index.has("sites.csv", 6, "lon", [.warning]))
        #expect(index.has("sites.csv", 8, "lon", [.warning]))
        #expect(index.has("regions.csv", district + 2, "gbt2260", [.warning]))
    }
}
