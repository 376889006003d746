import Jingwei

/// A bill of materials drawn by seed, shaped like the fixture `ttr/instance_35.json`: families of 5 products, 10 first and 20 second
/// suppliers, materials in blocks of 3 and 2 suppliers, one to three customers a first supplier, one a second; stocks and
/// capacities 1,500–3,000, demands 775–855, margins 0.14–0.25, one unit of each input. With several families every fifth link goes to another one.
enum DrawnBill {
    static func network(families: Int, seed: UInt64, recovery: [Double] = [4, 8, 12]) -> SupplyNetwork? {
        var generator = SeededGenerator(seed: seed)
        let (products, first) = (5 * families, 10 * families)
        let count = 35 * families
        var sectors: [Int32] = []
        var (margin, stock, demand, capacity, times):
            ([Double?], [Double?], [Double?], [Double?], [Double?]) =
                ([], [], [], [], [])
        for firm in 0..<count {
            let isProduct = firm < products
            let place = firm - products
            let material = place < first ? 1 + place % 10 / 3 : 5 + (place - first) % 20 / 2
            sectors.append(isProduct ? 0 : Int32(material))
            stock.append(Double(1_500 + generator.next(below: 1_500)))
            capacity.append(Double(1_500 + generator.next(below: 1_500)))
            margin.append(isProduct ? Double(14 + generator.next(below: 12)) / 100 : nil)
            demand.append(isProduct ? Double(775 + generator.next(below: 80)) : nil)
            times.append(recovery[generator.next(below: recovery.count)])
        }
        var (suppliers, customers): ([Int32], [Int32]) = ([], [])
        for supplier in 0..<first {
            let wanted = min(3, 1 + generator.next(below: 3) + (generator.nextFraction() < 0.4 ? 1 : 0))
            var taken: Set<Int> = []
            for _ in 0..<20 where taken.count < wanted {
                let family = generator.nextFraction() < 0.8 ? supplier / 10 : generator.next(below: families)
                taken.insert(family * 5 + generator.next(below: 5))
            }
            for customer in taken.sorted() {
                suppliers.append(Int32(products + supplier))
                customers.append(Int32(customer))
            }
        }
        for supplier in 0..<20 * families {
            let (family, number) = (supplier / 20, supplier % 20)
            let customer = number % 2 == 0 ? number / 2 : min(9, number / 2 + generator.next(below: 2))
            suppliers.append(Int32(products + first + supplier))
            customers.append(Int32(products + family * 10 + customer))
        }
        return SupplyNetwork(
            name: "drawn", firms: (0..<count).map { "f\($0)" }, sectors: (0..<15).map { "m\($0)" },
            sectorOfFirm: sectors,
            columns: [
                .init(name: "margin", values: margin), .init(name: "stock", values: stock),
                .init(name: "demand", values: demand), .init(name: "capacity", values: capacity),
                .init(name: "ttr", values: times),
            ], suppliers: suppliers, customers: customers,
            values: [Double](repeating: 1, count: suppliers.count), basis: .synthetic)
    }
}
